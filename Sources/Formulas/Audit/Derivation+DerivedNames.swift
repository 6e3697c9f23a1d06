/// Names that stand for derivatives of a function of the text: f_x, f_{xy}, J_f, the Hessian H, ∇·F, Δf.
extension Derivation {
  /// The verdict on a stated derivative under one of these names; nil for other statements.
  func derivedVerdict(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard !environment.functions.isEmpty || left.isProductWithNabla,
      let derived = derivedQuantity(left, givenAs: right)
    else {
      return nil
    }
    if let a = value(derived), let b = value(right), a.hasSameNumbers(as: b) {
      let verdict = NumericJudge(environment: environment).judge(
        derived, right, values: (a, b), relation: .equals)
      guard case .fails(let discrepancy) = verdict else { return verdict }
      return claimed(discrepancy)
    }
    var symbolic = environment
    symbolic.forgetValues(keeping: [])
    let test = IdentityTest(seed: seed)
    switch test.run(derived, right, in: symbolic) {
    case .holds: return .holds
    case .notEvaluable: return nil
    case .fails(let discrepancy):
      if test.run(.transposed(derived), right, in: symbolic) == .holds { return .holds }
      // A number may be the value at some point, unless the derivative is the same everywhere.
      if right.isNumeric, test.constantValue(of: derived, in: symbolic) == nil { return nil }
      let known = symbolic.freeQuantities(of: derived)
      guard symbolic.freeQuantities(of: right).allSatisfy(known.contains) else { return nil }
      return claimed(discrepancy)
    }
  }

  private func derivedQuantity(_ left: MathExpression, givenAs right: MathExpression) -> MathExpression? {
    switch left {
    case .symbol(let symbol): return named(symbol, arguments: nil, right)
    case .application(let symbol, let arguments): return named(symbol, arguments: arguments, right)
    case .product(let factors) where factors.count == 2 && factors[0].expression == .symbol(MathSymbol("∇")):
      guard let (function, parameters) = field(factors[1].expression) else { return nil }
      switch factors[1].sign {
      case .dot: return .function(.trace, [.jacobian(function, parameters)])
      case .cross: return MathExpression.curl(function, parameters)
      default: return nil
      }
    case .derivative(let derivative)
    where derivative.notation == .nabla && derivative.order == 2 && derivative.variables.isEmpty:
      guard let name = derivative.subject.functionName, let function = environment.functions[name],
        function.parameters.count >= 2, !right.isMatrixLike
      else { return nil }
      return .function(.trace, [.hessian(function.body, function.parameters)])
    default: return nil
    }
  }

  private func named(
    _ symbol: MathSymbol, arguments: [MathExpression]?, _ right: MathExpression
  ) -> MathExpression? {
    let name = arguments.map { MathExpression.application(symbol, $0) } ?? .symbol(symbol)
    guard symbol.labels.isEmpty, environment.functions[symbol.name] == nil,
      environment.value(of: name) == nil,
      environment.definitions[symbol.name] == nil
    else { return nil }
    if symbol.accents == ["Delta"], symbol.subscripts.isEmpty, environment.topics.contains(.laplacian),
      let function = environment.functions[MathSymbol(symbol.base).name], function.parameters.count >= 2
    {
      return .function(.trace, [.hessian(function.body, function.parameters)])
    }
    guard symbol.accents.isEmpty else { return nil }
    // f_x and f_{xy}, perhaps at a point.
    if symbol.subscripts.count == 1, let function = environment.functions[symbol.with(subscripts: []).name],
      function.parameters.count >= 2,
      let variables = symbol.subscripts[0].letters(among: function.parameters)
    {
      let point = arguments ?? function.parameters.map { .symbol($0) }
      guard point.count == function.parameters.count else { return nil }
      return .derivative(
        .init(
          notation: .partial, subject: .application(symbol.with(subscripts: []), point), variables: variables,
          order: variables.count))
    }
    guard right.isWrittenSquareOrRow, let (body, parameters) = lastFunction(named: symbol.subscripts) else {
      return nil
    }
    if let arguments, arguments != parameters.map({ .symbol($0) }) { return nil }
    let isNamed = !symbol.subscripts.isEmpty
    if symbol.base == "H", !body.isVectorLike {
      let hessian = MathExpression.hessian(body, parameters)
      if isNamed || environment.topics.contains(.hessian) || isNearly(hessian, right) { return hessian }
    }
    if symbol.base == "J", isNamed || environment.topics.contains(.jacobian), body.isVectorLike {
      return .jacobian(body, parameters)
    }
    return nil
  }

  /// Whether all entries of two matrices but one agree.
  private func isNearly(_ derived: MathExpression, _ stated: MathExpression) -> Bool {
    guard case .matrix(let rows) = derived, case .matrix(let others) = stated,
      rows.map({ $0.count }) == others.map({ $0.count }), !environment.topics.contains(.approximations)
    else { return false }
    var symbolic = environment
    symbolic.forgetValues(keeping: [])
    let test = IdentityTest(seed: seed)
    return zip(rows.joined(), others.joined()).count { test.run($0, $1, in: symbolic) != .holds } <= 1
  }

  /// The function with the name in a subscript, or the last one of several letters that the text has defined.
  private func lastFunction(named subscripts: [MathExpression]) -> (MathExpression, [MathSymbol])? {
    if case .symbol(let symbol)? = subscripts.first {
      return subscripts.count == 1 ? environment.functions[symbol.name].map { ($0.body, $0.parameters) } : nil
    }
    let functions = rows.sorted { $0.value.serial > $1.value.serial }.lazy.compactMap { row in
      self.quantities[row.key]?.functionName.flatMap { self.environment.functions[$0] }
    }
    return functions.first { $0.parameters.count >= 2 }.map { ($0.body, $0.parameters) }
  }

  private func field(_ expression: MathExpression) -> (MathExpression, [MathSymbol])? {
    guard let name = expression.functionName else { return nil }
    if let body = environment.definitions[name]?.asColumn, environment.functions[name] == nil,
      case .vector(let items) = body, (2...3).contains(items.count)
    {
      let coordinates = ["x", "y", "z"].prefix(items.count).map { MathSymbol($0) }
      let letters = body.symbols.filter { !MathConstants.isConstant($0) }
      return Set(letters).isSubset(of: coordinates) ? (body, coordinates) : nil
    }
    guard let function = environment.functions[name],
      case .vector(let items) = function.body.asColumn, items.count == function.parameters.count
    else { return nil }
    return (function.body, function.parameters)
  }
}

extension MathExpression {
  /// Whether the expression is ∇·F or ∇×F.
  fileprivate var isProductWithNabla: Bool {
    if case .product(let factors) = self {
      factors.first?.expression == .symbol(MathSymbol("∇"))
    } else {
      false
    }
  }

  fileprivate var functionName: String? {
    switch self {
    case .symbol(let symbol): symbol.name
    case .application(let symbol, _): symbol.name
    default: nil
    }
  }

  fileprivate var isVectorLike: Bool {
    switch asColumn {
    case .vector: true
    case .matrix(let rows): rows.allSatisfy { $0.count == 1 }
    default: false
    }
  }

  fileprivate var isWrittenSquareOrRow: Bool {
    if case .matrix = self { true } else { false }
  }

  private var entries: [MathExpression] {
    switch asColumn {
    case .vector(let items): items
    case .matrix(let rows): rows.flatMap { $0 }
    default: [self]
    }
  }

  private static func partial(_ body: MathExpression, _ variables: [MathSymbol]) -> MathExpression {
    .derivative(
      .init(
        notation: .partial, subject: .sum([body]), variables: variables.map { .symbol($0) },
        order: variables.count)
    )
  }

  fileprivate static func jacobian(_ body: MathExpression, _ parameters: [MathSymbol]) -> MathExpression {
    .matrix(body.entries.map { entry in parameters.map { partial(entry, [$0]) } })
  }

  fileprivate static func hessian(_ body: MathExpression, _ parameters: [MathSymbol]) -> MathExpression {
    .matrix(parameters.map { first in parameters.map { partial(body, [first, $0]) } })
  }

  fileprivate static func curl(_ body: MathExpression, _ parameters: [MathSymbol]) -> MathExpression? {
    let parts = body.entries
    guard parts.count == 3, parameters.count == 3 else { return nil }
    return .vector(
      (0..<3).map { axis in
        let (next, last) = ((axis + 1) % 3, (axis + 2) % 3)
        return .sum([
          partial(parts[last], [parameters[next]]), .negated(partial(parts[next], [parameters[last]])),
        ])
      })
  }

  /// The letters of a subscript such as x or xy, if all of them are parameters.
  fileprivate func letters(among parameters: [MathSymbol]) -> [MathExpression]? {
    let found: [MathSymbol]
    switch self {
    case .symbol(let symbol):
      found = parameters.contains(symbol) ? [symbol] : symbol.name.map { MathSymbol(String($0)) }
    case .product(let factors):
      found = factors.compactMap { if case .symbol(let symbol) = $0.expression { symbol } else { nil } }
      if found.count != factors.count { return nil }
    default: return nil
    }
    return found.count <= 2 && found.allSatisfy(parameters.contains) ? found.map { .symbol($0) } : nil
  }
}

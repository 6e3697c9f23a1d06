/// What is known when a formula is evaluated: values, definitions, functions.
public struct FormulaEnvironment: Sendable {
  /// A function that a text defines: `J(\theta) = \theta^2`.
  struct Function: Hashable, Sendable {
    var parameters: [MathSymbol]
    var body: MathExpression
  }

  /// Values by quantity name, as `MathExpression.quantityName` gives it.
  private(set) var values: [String: MathValue] = [:]
  /// Values of `\theta` that also stand for `\theta_t`, by the name without the current index.
  private var currentValues: [String: MathValue] = [:]
  /// Right-hand sides by the name of what they define.
  var definitions: [String: MathExpression] = [:]
  /// Functions by name.
  var functions: [String: Function] = [:]
  /// Whether `\theta` and `\theta_t` are taken for one another, as running texts do.
  var matchesCurrentIndex = false
  /// Where values for everything else are drawn from.
  var random: RandomPoint?

  /// Nothing is known.
  public init() {}

  /// Gives a quantity a value; the name is LaTeX such as `\theta_{t+1}` or `\nabla J(\theta)`.
  public mutating func assign(_ value: MathValue, to latex: String) throws(ReadingError) {
    assign(value, to: try MathExpression(latex: latex))
  }

  /// Gives a quantity a value; expressions that name no quantity are left alone.
  public mutating func assign(_ value: MathValue, to quantity: MathExpression) {
    guard let name = quantity.quantityName else { return }
    values[name] = value
    currentValues[quantity.withoutCurrentIndex.description] = value
  }

  /// Gives the quantity with this name a value.
  mutating func assign(_ value: MathValue, named name: String) { values[name] = value }

  /// The value given to a quantity, if there is one.
  public func value(of quantity: MathExpression) -> MathValue? {
    guard let name = quantity.quantityName else { return nil }
    return value(named: name, quantity: quantity)
  }

  func value(named name: String, quantity: MathExpression) -> MathValue? {
    if let value = values[name] { return value }
    guard matchesCurrentIndex, !currentValues.isEmpty else { return nil }
    return currentValues[quantity.withoutCurrentIndex.description]
  }

  mutating func forget(_ quantity: MathExpression) {
    guard let name = quantity.quantityName else { return }
    values[name] = nil
    currentValues[quantity.withoutCurrentIndex.description] = nil
    definitions[name] = nil
  }

  /// Keeps definitions only, and the values of the named quantities.
  mutating func forgetValues(keeping names: Set<String>) {
    values = values.filter { names.contains($0.key) }
    currentValues = [:]
  }

  /// Remembers what a left-hand side stands for; a definition in terms of itself is none.
  mutating func define(_ quantity: MathExpression, as body: MathExpression) {
    guard let name = quantity.quantityName, !body.contains(where: { $0.quantityName == name }) else { return }
    if case .application(let symbol, let arguments) = quantity {
      let parameters = arguments.compactMap { argument -> MathSymbol? in
        if case .symbol(let symbol) = argument { symbol } else { nil }
      }
      if parameters.count == arguments.count, !parameters.isEmpty {
        functions[symbol.name] = Function(parameters: parameters, body: body)
        return
      }
    }
    definitions[name] = body
  }

  /// The quantities in an expression that have neither value nor definition, by name, without repetition.
  public func freeQuantities(of expression: MathExpression) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    collect(expression, bound: [], depth: 0, seen: &seen, into: &found)
    return found
  }

  private func collect(
    _ expression: MathExpression, bound: Set<String>, depth: Int, seen: inout Set<String>,
    into found: inout [String]
  ) {
    switch expression {
    case .symbol(let symbol):
      if bound.contains(symbol.name) || MathConstants.isConstant(symbol) || depth > 12 { return }
      if value(named: symbol.name, quantity: expression) != nil { return }
      guard seen.insert(symbol.name).inserted else { return }
      if let body = definitions[symbol.name] ?? functions[symbol.name]?.body {
        collect(body, bound: bound, depth: depth + 1, seen: &seen, into: &found)
        return
      }
      let family = symbol.withoutIndices(bound)
      if family.name != symbol.name {
        if value(named: family.name, quantity: .symbol(family)) != nil { return }
        if seen.insert(family.name).inserted || !found.contains(family.name) { found.append(family.name) }
        return
      }
      found.append(symbol.name)
    case .application(let symbol, let arguments):
      if let name = expression.quantityName, value(named: name, quantity: expression) != nil { return }
      if let function = functions[symbol.name] {
        let inner = bound.union(function.parameters.map(\.name))
        collect(function.body, bound: inner, depth: depth + 1, seen: &seen, into: &found)
        for argument in arguments { collect(argument, bound: bound, depth: depth, seen: &seen, into: &found) }
      } else if ElementaryFunction.builtin(symbol) != nil {
        for argument in arguments { collect(argument, bound: bound, depth: depth, seen: &seen, into: &found) }
      } else if let body = definitions[symbol.name] {
        collect(body, bound: bound, depth: depth + 1, seen: &seen, into: &found)
      } else if seen.insert(expression.description).inserted {
        found.append(expression.description)
      }
    case .derivative(let derivative):
      if let name = expression.quantityName, value(named: name, quantity: expression) != nil { return }
      if let name = expression.quantityName, let body = definitions[name] {
        collect(body, bound: bound, depth: depth + 1, seen: &seen, into: &found)
      } else if hasMeaning(derivative) {
        collect(derivative.subject, bound: bound, depth: depth, seen: &seen, into: &found)
      } else if seen.insert(expression.description).inserted {
        found.append(expression.description)
      }
    case .reduction(let reduction):
      let inner = reduction.index.map { bound.union([$0.name]) } ?? bound
      for part in [reduction.lower, reduction.upper].compactMap({ $0 }) {
        collect(part, bound: bound, depth: depth, seen: &seen, into: &found)
      }
      collect(reduction.body, bound: inner, depth: depth, seen: &seen, into: &found)
    default:
      for child in expression.children {
        collect(child, bound: bound, depth: depth, seen: &seen, into: &found)
      }
    }
  }

  /// Whether a derivative can be computed: its subject is more than a name and depends on the variable.
  func hasMeaning(_ derivative: MathExpression.Derivative) -> Bool {
    guard hasMeaning(derivative.subject) else { return false }
    guard derivative.subject.quantityName != nil, case .symbol(let variable)? = derivative.variables.first
    else {
      return true
    }
    var seen: Set<String> = []
    return depends(derivative.subject, on: variable, seen: &seen)
  }

  /// Whether a variable occurs in an expression, looking through definitions.
  private func depends(_ expression: MathExpression, on variable: MathSymbol, seen: inout Set<String>) -> Bool
  {
    for symbol in expression.symbols {
      if symbol.name == variable.name || symbol.family == variable.family { return true }
      guard seen.insert(symbol.name).inserted else { continue }
      if let body = functions[symbol.name]?.body ?? definitions[symbol.name],
        depends(body, on: variable, seen: &seen)
      {
        return true
      }
    }
    if let name = expression.quantityName, let body = definitions[name], seen.insert(name).inserted {
      return depends(body, on: variable, seen: &seen)
    }
    return false
  }

  /// Whether something can be differentiated: not just a name.
  func hasMeaning(_ subject: MathExpression) -> Bool {
    switch subject {
    case .symbol(let symbol): definitions[symbol.name] != nil || functions[symbol.name] != nil
    case .application(let symbol, _):
      functions[symbol.name] != nil || definitions[symbol.name] != nil
        || ElementaryFunction.builtin(symbol) != nil
        || definitions[subject.description] != nil
    default: true
    }
  }
}

extension ElementaryFunction {
  /// Functions that are known by a letter: σ is the logistic function when it is called.
  static func builtin(_ symbol: MathSymbol) -> ElementaryFunction? {
    guard symbol.subscripts.isEmpty, symbol.accents.isEmpty else { return nil }
    return symbol.base == "σ" ? .logistic : named(symbol.base)
  }
}

extension MathSymbol {
  /// The symbol without subscripts and labels that only name an index in `indices`.
  func withoutIndices(_ indices: Set<String>) -> MathSymbol {
    guard !indices.isEmpty, !(subscripts.isEmpty && labels.isEmpty) else { return self }
    let isIndex: (MathExpression) -> Bool = { part in
      part.contains { if case .symbol(let inner) = $0 { indices.contains(inner.name) } else { false } }
    }
    return MathSymbol(
      base, accents: accents, style: style, subscripts: subscripts.filter { !isIndex($0) },
      labels: labels.filter { !isIndex($0) })
  }
}

extension MathExpression {
  /// The expression with `\theta` for every `\theta_t`; `\theta_{t+1}` stays.
  var withoutCurrentIndex: MathExpression {
    replacing { node in
      switch node {
      case .symbol(let symbol):
        guard let time = symbol.timeIndex, time.offset == 0 else { return nil }
        return .symbol(symbol.with(subscripts: []))
      case .application(let symbol, let arguments):
        guard let time = symbol.timeIndex, time.offset == 0 else { return nil }
        return .application(symbol.with(subscripts: []), arguments.map(\.withoutCurrentIndex))
      default: return nil
      }
    }
  }
}

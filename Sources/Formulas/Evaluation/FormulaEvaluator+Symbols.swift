extension FormulaEvaluator {
  mutating func value(of symbol: MathSymbol) throws(EvaluationFailure) -> MathValue {
    if let index = indices[symbol.name] { return .scalar(MathScalar(Rational(index))) }
    let symbol = indices.isEmpty ? symbol : resolved(symbol)
    let name = symbol.name
    if let value = scope[name] { return value }
    if let value = plainValues[name] { return value }
    if prefersDefinitions, let value = try definedValue(name) { return value }
    if let value = environment.value(named: name, quantity: .symbol(symbol)) {
      return kept(value, of: symbol)
    }
    if let value = try definedValue(name) { return value }
    if let value = try indexedValue(of: symbol) ?? componentValue(of: symbol) { return value }
    if let constant = MathConstants.value(of: symbol) {
      return kept(
        .scalar(MathScalar(value: constant, uncertainty: MathScalar.rounding * constant)), of: symbol)
    }
    if let value = valueUnderBar(of: symbol) { return kept(value, of: symbol) }
    if name == "…" { throw .notEvaluable("an ellipsis whose terms show no rule") }
    if let value = environment.random?.value(of: symbol) { return kept(value, of: symbol) }
    throw .unbound(name)
  }

  /// Keeps the value if it follows from the environment alone.
  private func kept(_ value: MathValue, of symbol: MathSymbol) -> MathValue {
    if symbol.subscripts.isEmpty, symbol.labels.isEmpty, environment.definitions[symbol.name] == nil,
      environment.functions[symbol.name] == nil
    {
      plainValues[symbol.name] = value
    }
    return value
  }

  /// The value of x̄: the mean if x is a vector of data, or x itself if it is a real number, its own conjugate.
  private func valueUnderBar(of symbol: MathSymbol) -> MathValue? {
    guard let accent = symbol.accents.last, accent == "overline" || accent == "bar" else { return nil }
    let inner = symbol.withoutLastAccent
    if let data = environment.samples[inner.name], !data.isEmpty {
      return .scalar(MathValue.vector(data).total / MathScalar(Rational(data.count)))
    }
    switch environment.value(of: .symbol(inner)) ?? valueUnderBar(of: inner) {
    case .vector(let data)?: return .scalar(MathValue.vector(data).total / MathScalar(Rational(data.count)))
    case .scalar(let number)? where accent == "overline": return .scalar(number)
    default: return nil
    }
  }

  mutating func definedValue(_ name: String) throws(EvaluationFailure) -> MathValue? {
    guard let body = environment.definitions[name] ?? environment.functions[name]?.body,
      !excluded.contains(name)
    else { return nil }
    guard definitionDepth < Self.definitionLimit else {
      throw .notEvaluable("a circular definition of \(name)")
    }
    definitionDepth += 1
    defer { definitionDepth -= 1 }
    let outer = indices
    defer { indices = outer }
    indices = [:]
    return try value(of: body)
  }

  /// The value of p_2 by the definition of p_i, or the value of δ_{12}.
  private mutating func indexedValue(of symbol: MathSymbol) throws(EvaluationFailure) -> MathValue? {
    guard let numbers = symbol.numericSubscripts else { return nil }
    if let definition = environment.indexedDefinitions[IndexedDefinition.key(of: symbol)],
      let values = definition.values(of: numbers), definitionDepth < Self.definitionLimit
    {
      let outer = indices
      defer { indices = outer }
      indices = values
      definitionDepth += 1
      defer { definitionDepth -= 1 }
      return try value(of: definition.body)
    }
    guard symbol.base == "δ", numbers.count == 2, environment.random != nil else { return nil }
    return .scalar(numbers[0] == numbers[1] ? .one : .zero)
  }

  /// The symbol with the values of the running indices in its subscripts and labels.
  mutating func resolved(_ symbol: MathSymbol) -> MathSymbol {
    guard !symbol.subscripts.isEmpty || !symbol.labels.isEmpty else { return symbol }
    let usesIndex = (symbol.subscripts + symbol.labels).contains { part in
      part.contains { if case .symbol(let inner) = $0 { indices[inner.name] != nil } else { false } }
    }
    guard usesIndex else { return symbol }
    return MathSymbol(
      symbol.base, accents: symbol.accents, style: symbol.style,
      subscripts: symbol.subscripts.map { resolved($0) },
      labels: symbol.labels.map { resolved($0) })
  }

  mutating func resolved(_ part: MathExpression) -> MathExpression {
    guard let value = try? value(of: part), case .scalar(let scalar) = value, let whole = scalar.integer
    else {
      return part
    }
    return .integer(whole)
  }

  /// `x_2` as the second component of `x`, `A_{1,2}` as an element of `A`.
  func componentValue(of symbol: MathSymbol) -> MathValue? {
    let parts = symbol.labels + symbol.subscripts
    var positions: [Int] = []
    for part in parts {
      guard case .number(let number) = part, let whole = MathScalar(number).integer, whole > 0 else {
        continue
      }
      positions.append(whole)
    }
    guard !positions.isEmpty else { return nil }
    let isCounted: (MathExpression) -> Bool = { if case .number = $0 { true } else { false } }
    let family = MathSymbol(
      symbol.base, accents: symbol.accents, style: symbol.style,
      subscripts: symbol.subscripts.filter { !isCounted($0) }, labels: symbol.labels.filter { !isCounted($0) }
    )
    guard
      let whole = scope[family.name]
        ?? environment.value(named: family.name, quantity: .symbol(family))
        ?? environment.random?.family(family)
    else { return nil }
    switch whole {
    case .vector(let items) where positions.count == 1 && positions[0] <= items.count:
      return .scalar(items[positions[0] - 1])
    case .matrix(let rows) where positions.count == 2 && positions[0] <= rows.count:
      guard positions[1] <= rows[positions[0] - 1].count else { return nil }
      return .scalar(rows[positions[0] - 1][positions[1] - 1])
    case .matrix(let rows) where positions.count == 1 && positions[0] <= rows.count:
      return .vector(rows[positions[0] - 1])
    default: return nil
    }
  }
}

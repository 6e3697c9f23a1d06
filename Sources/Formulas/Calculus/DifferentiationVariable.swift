/// The variable of a derivative, with its value.
enum DifferentiationVariable {
  /// One number.
  case scalar(String, MathScalar)
  /// Numbers with a name each: x_1, x_2.
  case components([(name: String, value: MathScalar)])
  /// A vector under one name.
  case vector(String, [MathScalar])
  /// A matrix under one name.
  case matrix(String, [[MathScalar]])

  /// The names and values to vary one by one; nil for a vector or matrix under one name.
  var named: [(name: String, value: MathScalar)]? {
    switch self {
    case .scalar(let name, let value): [(name, value)]
    case .components(let parts): parts
    case .vector, .matrix: nil
    }
  }
}

extension FormulaEvaluator {
  /// The variable that the quantity after ∂ or below ∇ means in this subject.
  mutating func variable(
    _ quantity: MathExpression, of subject: MathExpression
  ) throws(EvaluationFailure) -> DifferentiationVariable {
    var quantity = quantity
    if case .symbol(let symbol) = quantity { quantity = .symbol(resolved(symbol)) }
    guard let name = quantity.quantityName else { throw .notEvaluable("a derivative") }
    if case .symbol(let symbol) = quantity, !isArranged(symbol) || isWrittenOut(symbol) {
      let names = componentNames(of: symbol, in: subject)
      if !names.isEmpty {
        var parts: [(name: String, value: MathScalar)] = []
        for part in names {
          guard case .scalar(let value) = try value(of: part) else { throw .notEvaluable("a derivative") }
          parts.append((part.name, value))
        }
        return .components(parts)
      }
    }
    switch try value(of: quantity) {
    case .scalar(let value): return .scalar(name, value)
    case .vector(let values): return .vector(name, values)
    case .matrix(let rows): return .matrix(name, rows)
    }
  }

  /// Whether the text writes the symbol out as a list of other symbols: x = (x_1, x_2).
  private func isWrittenOut(_ symbol: MathSymbol) -> Bool {
    guard case .vector(let items)? = environment.definitions[symbol.name] else { return false }
    return items.allSatisfy { if case .symbol = $0 { true } else { false } }
  }

  /// Whether the symbol has a value with more than one number.
  private func isArranged(_ symbol: MathSymbol) -> Bool {
    switch scope[symbol.name] ?? environment.value(of: .symbol(symbol)) {
    case .vector, .matrix: true
    default: false
    }
  }

  /// The components x_1, x_2, … of x that the subject contains.
  private func componentNames(of symbol: MathSymbol, in subject: MathExpression) -> [MathSymbol] {
    var found: [Int: MathSymbol] = [:]
    for body in [subject] + environment.bodies(reachableFrom: [subject]) {
      // The typeface may differ: the components of a bold x are often x_1 and x_2.
      for other in body.symbols where other.base == symbol.base && other.accents == symbol.accents {
        guard other.subscripts.count == symbol.subscripts.count + 1, other.labels == symbol.labels,
          Array(other.subscripts.dropLast()) == symbol.subscripts,
          case .number(let number)? = other.subscripts.last, let position = MathScalar(number).integer
        else { continue }
        found[position] = other
      }
    }
    guard let last = found.keys.max(), last <= 12, let first = found.keys.min(), let example = found[last]
    else {
      return []
    }
    return (min(first, 1)...last).map { example.with(subscripts: symbol.subscripts + [.integer($0)]) }
  }
}

extension MathExpression {
  /// The value of a quotient that is written with its remainder: 17 ÷ 2 = 8 … 1 means 8 + 1/2.
  func withRemainder(of quotient: MathExpression) -> MathExpression? {
    let divisor: MathExpression
    switch quotient {
    case .fraction(.number, let below): divisor = below
    case .product(let factors) where factors.count == 2 && factors[1].sign == .division:
      divisor = factors[1].expression
    default: return nil
    }
    guard case .number(let size) = divisor, let below = MathScalar(size).integer,
      case .product(let parts) = self,
      case .number(let whole)? = parts.first?.expression, case .number(let rest)? = parts.last?.expression,
      parts.count >= 3, parts.dropFirst().dropLast().allSatisfy({ $0.expression == Ellipsis.symbol }),
      whole.isInteger, let remainder = MathScalar(rest).integer, remainder < below
    else { return nil }
    return .sum([.number(whole), .fraction(.number(rest), divisor)])
  }

  /// The expression without bold type, where the same letter is also written in plain type.
  func mergingStyles(with other: MathExpression) -> MathExpression {
    let plain = Set((symbols + other.symbols).filter { $0.style == nil }.map({ $0.name }))
    return replacing { node in
      guard case .symbol(let symbol) = node, symbol.style == "bold",
        plain.contains(symbol.with(style: nil).name)
      else { return nil }
      return .symbol(symbol.with(style: nil))
    }
  }
}

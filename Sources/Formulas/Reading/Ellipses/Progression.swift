/// The rule for the numbers at one place of `1 + 2 + 4 + …`: a formula in the number k of the term, from 0.
enum Progression: Hashable {
  /// first + step·k.
  case arithmetic(first: Int, step: Int)
  /// first·ratio^k.
  case geometric(first: Int, ratio: Int)
  /// (first + step·k)².
  case squares(first: Int, step: Int)
  /// (first + k)!.
  case factorials(first: Int)

  /// Finds the simplest rule for these numbers. Two numbers are enough only for an arithmetic rule.
  init?(_ numbers: [Int]) {
    guard let first = numbers.first, numbers.count >= 2, numbers.allSatisfy({ $0.magnitude < 1 << 40 }) else {
      return nil
    }
    let step = numbers[1] - first
    var candidates: [Progression] = [.arithmetic(first: first, step: step)]
    if numbers.count >= 3 {
      if first != 0, numbers[1] % first == 0 {
        candidates.append(.geometric(first: first, ratio: numbers[1] / first))
      }
      if first >= 0, numbers[1] >= 0 {
        let roots = numbers.prefix(2).map { Int(Double($0).squareRoot().rounded()) }
        candidates.append(.squares(first: roots[0], step: roots[1] - roots[0]))
      }
      candidates.append(.factorials(first: 1))
      candidates.append(.factorials(first: 0))
    }
    for candidate in candidates where numbers.indices.allSatisfy({ candidate.number($0) == numbers[$0] }) {
      self = candidate
      return
    }
    return nil
  }

  private func number(_ k: Int) -> Int? {
    switch self {
    case .arithmetic(let first, let step): return first + step * k
    case .geometric(let first, let ratio):
      return (0..<k).reduce(first as Int?) { value, _ in
        value.flatMap { $0.multipliedReportingOverflow(by: ratio).overflow ? nil : $0 * ratio }
      }
    case .squares(let first, let step): return (first + step * k) * (first + step * k)
    case .factorials(let first): return first + k < 2 ? 1 : (1...(first + k)).reduce(1, &*)
    }
  }

  /// The rule as an expression in the number of the term.
  func expression(_ index: MathExpression) -> MathExpression {
    switch self {
    case .arithmetic(let first, let step): return Self.linear(first, step, index)
    case .geometric(let first, let ratio):
      let power = MathExpression.power(.integer(ratio), index)
      return first == 1 ? power : .product([Factor(.integer(first)), Factor(power, sign: .dot)])
    case .squares(let first, let step): return .power(Self.linear(first, step, index), .integer(2))
    case .factorials(let first): return .function(.factorial, [Self.linear(first, 1, index)])
    }
  }

  /// The number of the term at which the rule gives `value`.
  func number(of value: MathExpression) -> MathExpression? {
    switch (self, value) {
    case (.arithmetic(let first, let step), _):
      let distance = MathExpression.sum([value, .negated(.integer(first))])
      return step == 1 ? distance : .fraction(distance, .integer(step))
    case (.geometric(let first, let ratio), .power(let base, let exponent)) where base == .integer(ratio):
      // first·ratioᵏ = ratioᵐ, if `first` is a power of the ratio too.
      guard let offset = Self.logarithm(of: first, base: ratio) else { return nil }
      return .sum([exponent, .negated(.integer(offset))])
    case (.geometric(let first, let ratio), .number):
      return .function(.logarithm, [.integer(ratio), .fraction(value, .integer(first))])
    case (.squares(let first, let step), .power(let root, .number(let two))) where two.text == "2":
      return .fraction(.sum([root, .negated(.integer(first))]), .integer(step))
    case (.squares(let first, let step), .number):
      return .fraction(.sum([.root(value, degree: nil), .negated(.integer(first))]), .integer(step))
    case (.factorials(let first), .function(.factorial, let arguments)) where arguments.count == 1:
      return .sum([arguments[0], .negated(.integer(first))])
    default: return nil
    }
  }

  private static func logarithm(of number: Int, base: Int) -> Int? {
    guard base.magnitude > 1 else { return nil }
    var power = 1
    for exponent in 0..<40 where power.magnitude < 1 << 40 {
      if power == number { return exponent }
      power *= base
    }
    return nil
  }

  private static func linear(_ first: Int, _ step: Int, _ index: MathExpression) -> MathExpression {
    let grown = step == 1 ? index : .product([Factor(.integer(step)), Factor(index, sign: .dot)])
    return first == 0 ? grown : .sum([.integer(first), grown])
  }
}

import Formulas

/// An operation on pairs that the text defines: (a, b) · (c, d) = (ac − bd, ad + bc).
struct PairOperation: Hashable, Sendable {
  /// The sign between two pairs.
  private enum Sign: Hashable {
    case sum
    case product(ProductSign)
    case other(String)

    init(product sign: ProductSign) { self = .product(sign == .juxtaposed ? .dot : sign) }
  }

  private let sign: Sign
  /// The letters of both pairs.
  private let letters: [MathExpression]
  private let result: MathExpression

  /// Reads the definition of an operation; nil for other statements.
  init?(_ statement: Statement) {
    guard statement.sides.count == 2, !statement.continuesPrevious, statement.relations[0].kind.statesValue,
      case .vector(let entries) = statement.sides[1].expression,
      let (sign, left, right) = Self.parts(of: statement.sides[0].expression), left.count == right.count,
      entries.count == left.count
    else { return nil }
    letters = left + right
    let names = letters.compactMap { if case .symbol(let symbol) = $0 { symbol.name } else { nil } }
    let used = Set(entries.flatMap(\.symbols).map(\.name))
    // A condition such as (a, b)(x, y) = (1, 0) defines nothing.
    guard names.count == letters.count, Set(names).count == names.count, used.isSubset(of: names),
      !used.isDisjoint(with: names.prefix(left.count)), !used.isDisjoint(with: names.dropFirst(left.count))
    else { return nil }
    self.sign = sign
    result = .vector(entries)
  }

  /// The expression with the result of the operation for each pair of written pairs.
  func applied(to expression: MathExpression) -> MathExpression {
    let inner = expression.mapChildren { applied(to: $0) }
    switch inner {
    case .product(let factors):
      var done: [Factor] = []
      for factor in factors {
        let sign = Sign(product: factor.sign)
        if let last = done.last, let value = value(sign, last.expression, factor.expression) {
          done[done.count - 1].expression = value
        } else {
          done.append(factor)
        }
      }
      return done.count == 1 ? done[0].expression : .product(done)
    case .sum(let terms):
      return terms.dropFirst().reduce(terms[0]) { sum, term in
        if let value = value(.sum, sum, term) { return value }
        if case .sum(let before) = sum { return .sum(before + [term]) }
        return .sum([sum, term])
      }
    case .opaque(let name, let items) where items.count == 2:
      return value(.other(name), items[0], items[1]) ?? inner
    default: return inner
    }
  }

  private func value(_ sign: Sign, _ left: MathExpression, _ right: MathExpression) -> MathExpression? {
    guard sign == self.sign, case .vector(let one) = left, case .vector(let other) = right,
      one.count == other.count, one.count + other.count == letters.count
    else { return nil }
    let values = Dictionary(uniqueKeysWithValues: zip(letters, one + other))
    return result.replacing { values[$0] }
  }

  private static func parts(of expression: MathExpression) -> (Sign, [MathExpression], [MathExpression])? {
    switch expression {
    case .product(let factors):
      guard factors.count == 2, case .vector(let left) = factors[0].expression,
        case .vector(let right) = factors[1].expression
      else { return nil }
      return (Sign(product: factors[1].sign), left, right)
    case .sum(let terms):
      guard terms.count == 2, case .vector(let left) = terms[0], case .vector(let right) = terms[1] else {
        return nil
      }
      return (.sum, left, right)
    case .opaque(let name, let items):
      guard items.count == 2, case .vector(let left) = items[0], case .vector(let right) = items[1] else {
        return nil
      }
      return (.other(name), left, right)
    default: return nil
    }
  }
}

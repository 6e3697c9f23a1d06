/// The common form of the terms before an ellipsis: an expression in the number of the term.
struct TermPattern {
  /// The number of the term, from 0.
  static let index = MathSymbol("κ", style: "index")

  /// The term with number `index`.
  let term: MathExpression
  /// The places where the terms differ, each with its rule.
  private let places: [Place]

  /// A place where the terms differ: its expression, its rule, and the common part to which the rule adds.
  private struct Place {
    var template: MathExpression
    var progression: Progression
    var core: MathExpression?
  }

  /// Finds the pattern of at least two terms; nil if they show none.
  init?(_ terms: [MathExpression]) {
    guard terms.count >= 2 else { return nil }
    var places: [Place] = []
    guard let term = Self.common(terms, &places), !places.isEmpty else { return nil }
    self.term = term
    self.places = places
  }

  /// The number of the term `last`; nil if `last` does not match the pattern.
  func number(of last: MathExpression) -> MathExpression? {
    guard let value = Self.counterpart(of: term, in: last, places.map { $0.template }) else { return nil }
    for place in places where place.template == value.template {
      let rest = place.core.map { MathExpression.sum([value.found, .negated($0)]) } ?? value.found
      return place.progression.number(of: rest)
    }
    return nil
  }

  private static let indexExpression = MathExpression.symbol(index)

  // MARK: Finding the rule

  private static func common(
    _ terms: [MathExpression],
    _ places: inout [Place]
  ) -> MathExpression? {
    let first = terms[0]
    if terms.allSatisfy({ $0 == first }) { return first }
    let numbers = terms.compactMap(wholeNumber)
    if numbers.count == terms.count {
      guard let progression = Progression(numbers) else { return nil }
      let template = progression.expression(indexExpression)
      places.append(Place(template: template, progression: progression))
      return template
    }
    if let (core, offsets) = offsets(terms), let progression = Progression(offsets) {
      let template = MathExpression.sum([core, progression.expression(indexExpression)])
      places.append(Place(template: template, progression: progression, core: core))
      return template
    }
    return sameShape(terms, &places) ?? asPowers(terms, &places) ?? asFractions(terms, &places)
      ?? asProducts(terms, &places)
  }

  private static func sameShape(
    _ terms: [MathExpression],
    _ places: inout [Place]
  ) -> MathExpression? {
    if case .symbol(let first) = terms[0] {
      let symbols = terms.compactMap { if case .symbol(let symbol) = $0 { symbol } else { nil } }
      guard symbols.count == terms.count,
        symbols.allSatisfy({
          $0.family == first.family && $0.subscripts.count == first.subscripts.count
            && $0.labels == first.labels
        })
      else { return nil }
      var subscripts: [MathExpression] = []
      for position in first.subscripts.indices {
        guard let part = common(symbols.map { $0.subscripts[position] }, &places) else { return nil }
        subscripts.append(part)
      }
      return .symbol(first.with(subscripts: subscripts))
    }
    let children = terms.map { $0.children }
    let head = shape(terms[0])
    guard !children[0].isEmpty, terms.allSatisfy({ shape($0) == head }) else { return nil }
    var parts: [MathExpression] = []
    for position in children[0].indices {
      guard let part = common(children.map { $0[position] }, &places) else { return nil }
      parts.append(part)
    }
    var next = parts.makeIterator()
    return terms[0].mapChildren { _ in next.next() ?? terms[0] }
  }

  /// The node without its parts.
  private static func shape(_ expression: MathExpression) -> MathExpression {
    expression.mapChildren { _ in .integer(0) }
  }

  /// `1, x, x^2` as x⁰, x¹, x².
  private static func asPowers(
    _ terms: [MathExpression],
    _ places: inout [Place]
  ) -> MathExpression? {
    guard case .power(let base, _)? = terms.last(where: { if case .power = $0 { true } else { false } })
    else {
      // Two terms: 1 + r + … .
      guard terms.count == 2, wholeNumber(terms[0]) == 1, wholeNumber(terms[1]) == nil else { return nil }
      return common([.power(terms[1], .integer(0)), .power(terms[1], .integer(1))], &places)
    }
    let powers = terms.map { term -> MathExpression? in
      if case .power(base, _) = term { return term }
      if term == base { return .power(base, .integer(1)) }
      return wholeNumber(term) == 1 ? .power(base, .integer(0)) : nil
    }
    guard !powers.contains(nil), powers.compactMap({ $0 }) != terms else { return nil }
    return common(powers.compactMap { $0 }, &places)
  }

  /// `1, 1/2, 1/3` as 1/1, 1/2, 1/3.
  private static func asFractions(
    _ terms: [MathExpression],
    _ places: inout [Place]
  ) -> MathExpression? {
    guard terms.contains(where: { if case .fraction = $0 { true } else { false } }) else { return nil }
    let fractions = terms.map { term -> MathExpression in
      if case .fraction = term { return term }
      return .fraction(term, .integer(1))
    }
    return fractions == terms ? nil : common(fractions, &places)
  }

  /// `a, ar, ar^2` as a·r⁰, a·r¹, a·r².
  private static func asProducts(
    _ terms: [MathExpression],
    _ places: inout [Place]
  ) -> MathExpression? {
    guard case .product(let longest)? = terms.last, longest.count == 2, longest[1].sign != .division,
      !terms.allSatisfy({ if case .product = $0 { true } else { false } })
    else { return nil }
    let head = longest[0].expression
    let rests = terms.map { term -> MathExpression? in
      if term == head { return .integer(1) }
      if case .product(let factors) = term, factors.count == 2, factors[0].expression == head {
        return factors[1].expression
      }
      return nil
    }
    guard !rests.contains(nil), let rest = common(rests.compactMap { $0 }, &places) else { return nil }
    return .product([Factor(head), Factor(rest, sign: .dot)])
  }

  /// The common part of the terms and the numbers added to it, as in n, n − 1, n − 2.
  private static func offsets(_ terms: [MathExpression]) -> (MathExpression, [Int])? {
    var core: MathExpression?
    var offsets: [Int] = []
    for term in terms {
      var rest = term
      var offset = 0
      if case .sum(let parts) = term, parts.count == 2, let number = wholeNumber(parts[1]) {
        (rest, offset) = (parts[0], number)
      }
      guard wholeNumber(rest) == nil, core.map({ $0 == rest }) ?? true else { return nil }
      core = rest
      offsets.append(offset)
    }
    return core.map { ($0, offsets) }
  }

  static func wholeNumber(_ expression: MathExpression) -> Int? {
    switch expression {
    case .number(let number): number.isInteger ? MathScalar(number).integer : nil
    case .negated(let inner): wholeNumber(inner).map { -$0 }
    default: nil
    }
  }

  // MARK: Finding the last term

  /// The first place of the template and its counterpart in the last term.
  private static func counterpart(
    of template: MathExpression, in last: MathExpression, _ places: [MathExpression]
  ) -> (template: MathExpression, found: MathExpression)? {
    if places.contains(template) { return (template, last) }
    if case .symbol(let first) = template, case .symbol(let second) = last, first.family == second.family {
      for (a, b) in zip(first.subscripts, second.subscripts) {
        if let found = counterpart(of: a, in: b, places) { return found }
      }
      return nil
    }
    // The T of `c^T` is a number of terms here and not a transpose.
    if case .power(let base, _) = template, last == .transposed(base) {
      return counterpart(of: template, in: .power(base, .symbol(MathSymbol("T"))), places)
    }
    // x stands for x¹ and for 1·x.
    if case .power(let base, let exponent) = template, last == base {
      return counterpart(of: exponent, in: .integer(1), places)
    }
    guard shape(template) == shape(last) else { return nil }
    for (a, b) in zip(template.children, last.children) where a != b {
      if let found = counterpart(of: a, in: b, places) { return found }
    }
    return nil
  }
}

import ElementaryNumerics

/// Seeded random values for all quantities without a value, each in the domain that its use suggests.
///
/// A value depends only on the name and the seed. Every occurrence of a name has the same value, in any order of
/// evaluation.
struct RandomPoint: Sendable {
  /// The shapes of the random values.
  enum Arrangement: Hashable, Sendable {
    case scalars, vectors, matrices
  }

  let seed: UInt64
  let domains: QuantityDomains
  let arrangement: Arrangement
  /// The number of components of vectors.
  let size: Int
  /// The shapes that the caller demands, by name.
  var demanded: [String: MathShape] = [:]
  /// The names of lists whose components add up to one.
  var sumsToOne: Set<String> = []
  /// Whether square matrices are symmetric.
  var isSymmetric = false
  /// Whether the values are fractions with small denominators.
  var isExact = false
  /// A factor for quantities without a narrow domain, to test claims about large or small numbers.
  var stretch = 1.0

  init(seed: UInt64, domains: QuantityDomains, arrangement: Arrangement = .scalars, size: Int = 3) {
    self.seed = seed
    self.domains = domains
    self.arrangement = arrangement
    self.size = size
  }

  func value(of symbol: MathSymbol) -> MathValue {
    if let shape = demanded[symbol.name] { return draw(symbol.name, shape, domains.domain(of: symbol)) }
    if symbol.isIdentity, domains.speakOfMatrices {
      return arrangement == .matrices ? .matrix(MathValue.identity(size)) : .scalar(.one)
    }
    let domain = domains.domain(of: symbol)
    if domain == .count { return .scalar(MathScalar(Rational(size))) }
    if let rank = domains.families[symbol.name] {
      return draw(symbol.name, rank == 1 ? .vector(size) : .matrix(rows: size, columns: size), domain)
    }
    return draw(symbol.name, shape(of: symbol, domain), domain)
  }

  /// The vector or matrix whose components occur in the formula with an index.
  func family(_ symbol: MathSymbol) -> MathValue? {
    if let rank = domains.families[symbol.name] {
      let shape: MathShape = rank == 1 ? .vector(size) : .matrix(rows: size, columns: size)
      return draw(symbol.name, demanded[symbol.name] ?? shape, domains.domain(of: symbol))
    }
    return demanded[symbol.name].map { draw(symbol.name, $0, domains.domain(of: symbol)) }
  }

  /// The value of a call or derivative that has no definition. A gradient is a vector if the point has vectors.
  func value(named name: String, like parts: [MathExpression]) -> MathValue {
    if let shape = demanded[name] { return draw(name, shape, .any) }
    let isGradient = name.hasPrefix("∇")
    return draw(name, isGradient && arrangement != .scalars ? .vector(size) : .scalar, .any)
  }

  private func shape(of symbol: MathSymbol, _ domain: QuantityDomains.Domain) -> MathShape {
    guard arrangement != .scalars, domain.isArranged else { return .scalar }
    // x_1 is a component unless its typeface or an accent marks it as a vector.
    if symbol.style == nil, symbol.accents.isEmpty,
      symbol.subscripts.contains(where: { if case .number = $0 { true } else { false } })
    {
      return .scalar
    }
    if arrangement == .matrices, QuantityDomains.looksLikeMatrix(symbol) {
      return .matrix(rows: size, columns: size)
    }
    return .vector(size)
  }

  private func draw(_ name: String, _ shape: MathShape, _ domain: QuantityDomains.Domain) -> MathValue {
    var generator = SplitMix64(seed: Self.hash(name, seed))
    _ = generator.next()
    switch shape {
    case .scalar: return .scalar(number(name, domain, &generator))
    case .vector(let count):
      let numbers = (0..<count).map { _ in number(name, domain, &generator) }
      return .vector(sumsToOne.contains(name) ? Self.shares(numbers) : numbers)
    case .matrix(let rows, let columns):
      var entries = (0..<rows).map { _ in (0..<columns).map { _ in number(name, domain, &generator) } }
      if isSymmetric, rows == columns {
        for row in 0..<rows { for column in 0..<row { entries[row][column] = entries[column][row] } }
      }
      return .matrix(entries)
    }
  }

  /// The magnitudes of the numbers, divided by their sum.
  private static func shares(_ numbers: [MathScalar]) -> [MathScalar] {
    let sizes = numbers.map { $0.value < 0 ? -$0 : $0 }
    let total = sizes.dropFirst().reduce(sizes[0]) { $0 + $1 }
    return sizes.map { $0 / total }
  }

  private func number(
    _ name: String, _ domain: QuantityDomains.Domain, _ generator: inout SplitMix64
  ) -> MathScalar {
    var drawn = domain.draw(&generator)
    if stretch != 1, domain.isArranged { drawn = MathScalar(drawn.value * stretch) }
    if let range = domains.ranges[name] { drawn = range.moved(drawn) }
    guard isExact, drawn.exact == nil, let fraction = Rational(Int128((drawn.value * 32).rounded()), 32)
    else {
      return drawn
    }
    return fraction == Rational(0) ? drawn : MathScalar(fraction)
  }

  /// FNV-1a over the name, started from the seed.
  private static func hash(_ name: String, _ seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

import ElementaryNumerics

/// The range in which each quantity of some formulas makes sense.
struct QuantityDomains: Sendable {
  /// A range of values.
  enum Domain: Hashable, Sendable {
    /// The number of components: an upper limit of a sum.
    case count
    /// A step number, from 1 to 6.
    case step
    /// Between 0 and 1.
    case fraction
    /// A learning rate.
    case rate
    /// A small positive constant such as ε.
    case small
    /// Positive: under a root, in a logarithm.
    case positive
    /// Anything of moderate size.
    case any

    /// Whether a quantity with this range may be a vector or matrix.
    var isArranged: Bool { self == .positive || self == .any }

    func draw(_ generator: inout SplitMix64) -> MathScalar {
      switch self {
      case .count: return MathScalar(Rational(3))
      case .step: return MathScalar(Rational(1 + Int(generator.next() % 6)))
      case .fraction: return MathScalar(generator.uniform(0.05, 0.95))
      case .rate: return MathScalar(generator.uniform(0.01, 0.9))
      case .small: return MathScalar(generator.uniform(0.01, 0.2))
      case .positive: return MathScalar(generator.uniform(0.1, 3))
      case .any:
        let size = generator.uniform(0.1, 2)
        return MathScalar(generator.next() & 1 == 0 ? size : -size)
      }
    }
  }

  private var found: [String: Domain] = [:]
  /// The number of summation indices of each indexed symbol, by the name without these indices.
  private(set) var families: [String: Int] = [:]

  /// The ranges that conditions such as x > 2 give, by name.
  private(set) var ranges: [String: QuantityRange] = [:]
  private var conditions: [MathExpression.Condition] = []

  /// Whether the formulas contain determinants, inverses or transposes of letters, which must be matrices then.
  private(set) var speakOfMatrices = false

  /// Whether the formulas contain a form such as xᵀAy of a matrix A.
  private(set) var haveForms = false

  /// Whether names such as μ and α suggest a range without any other evidence.
  var trustsNames = true

  private let definitions: [String: MathExpression]
  private var visited: Set<String> = []

  /// Derives the domains from expressions. If a quantity must be positive, so must its definition.
  init(_ expressions: [MathExpression], definitions: [String: MathExpression] = [:]) {
    self.definitions = definitions
    for expression in expressions { inspect(expression, positive: false, indices: []) }
  }

  /// Derives the domains from expressions and all definitions that they use.
  init(_ expressions: [MathExpression], in environment: FormulaEnvironment) {
    self.init(
      expressions + environment.bodies(reachableFrom: expressions), definitions: environment.definitions)
    conditions = environment.conditions
    for condition in conditions { ranges.restrict(by: condition) }
  }

  /// Whether a point satisfies the conditions that the text states.
  func admits(_ point: FormulaEnvironment) -> Bool {
    conditions.allSatisfy { condition in
      var evaluator = FormulaEvaluator(point)
      guard case .scalar(let left)? = try? evaluator.value(of: condition.left),
        case .scalar(let right)? = try? evaluator.value(of: condition.right)
      else { return true }
      return condition.relation.holds(left.value, right.value) ?? true
    }
  }

  func domain(of symbol: MathSymbol) -> Domain {
    if let domain = found[symbol.name] { return domain }
    let usual = Self.usual(symbol)
    return trustsNames || usual == .step ? usual : .any
  }

  private mutating func inspect(_ expression: MathExpression, positive: Bool, indices: Set<String>) {
    switch expression {
    case .symbol(let symbol):
      if positive, Self.usual(symbol) == .any { mark(symbol, .positive) }
      if positive, let body = definitions[symbol.name], visited.insert(symbol.name).inserted {
        inspect(body, positive: true, indices: [])
      }
      noteFamily(symbol, indices)
    case .root(let radicand, let degree):
      if case .power(let base, _) = radicand { inspect(base, positive: true, indices: indices) }
      inspect(radicand, positive: true, indices: indices)
      if let degree { inspect(degree, positive: false, indices: indices) }
    case .function(let function, let arguments):
      let needsPositive = [.naturalLogarithm, .binaryLogarithm, .decimalLogarithm, .squareRoot].contains(
        function)
      if [.trace, .determinant].contains(function), arguments.contains(where: { $0.isProductOfMatrices }) {
        speakOfMatrices = true
      }
      if function == .binomial {
        for case .symbol(let symbol) in arguments where found[symbol.name] == nil {
          found[symbol.name] = .step
        }
      }
      for argument in arguments { inspect(argument, positive: needsPositive, indices: indices) }
    case .power(let base, let exponent):
      if exponent == .integer(-1), base.isProductOfMatrices { speakOfMatrices = true }
      let isWhole = exponent.isWrittenNumber && exponent.literals.allSatisfy({ $0.isInteger })
      let isStep = { if case .symbol(let symbol) = exponent { Self.usual(symbol) == .step } else { false } }()
      inspect(base, positive: !isWhole && !isStep, indices: indices)
      inspect(exponent, positive: false, indices: indices)
    case .sum(let terms):
      if terms.count == 2, case .number(let one) = terms[0], one.text == "1",
        case .negated(let other) = terms[1],
        case .symbol(let symbol) = other, Self.usual(symbol) != .step
      {
        mark(symbol, .fraction)
      }
      for term in terms { inspect(term, positive: positive, indices: indices) }
    case .transposed(let inner):
      if inner.isProductOfMatrices { speakOfMatrices = true }
      inspect(inner, positive: positive, indices: indices)
    case .product(let factors):
      let hasRow = factors.contains { if case .transposed(.symbol) = $0.expression { true } else { false } }
      let hasMatrix = factors.contains {
        if case .symbol(let symbol) = $0.expression { Self.looksLikeMatrix(symbol) } else { false }
      }
      if hasRow, hasMatrix { haveForms = true }
      for factor in factors { inspect(factor.expression, positive: positive, indices: indices) }
    case .reduction(let reduction):
      if case .symbol(let symbol)? = reduction.upper { found[symbol.name] = .count }
      if case .symbol(let symbol)? = reduction.lower, found[symbol.name] == nil, reduction.index != nil {
        found[symbol.name] = .step
      }
      let inner = reduction.index.map { indices.union([$0.name]) } ?? indices
      inspect(reduction.body, positive: positive, indices: inner)
    default:
      for child in expression.children { inspect(child, positive: positive, indices: indices) }
    }
  }

  private mutating func mark(_ symbol: MathSymbol, _ domain: Domain) {
    if found[symbol.name] != .count { found[symbol.name] = domain }
  }

  private mutating func noteFamily(_ symbol: MathSymbol, _ indices: Set<String>) {
    guard !indices.isEmpty else { return }
    let family = symbol.withoutIndices(indices)
    let rank = symbol.subscripts.count + symbol.labels.count - family.subscripts.count - family.labels.count
    if rank > 0 { families[family.name] = max(rank, families[family.name] ?? 0) }
    if rank > 0, found[symbol.name] == .positive { found[family.name] = .positive }
  }

  private static func usual(_ symbol: MathSymbol) -> Domain {
    switch symbol.base {
    case "t", "k", "n", "T", "N", "m", "K", "M":
      symbol.subscripts.isEmpty && symbol.accents.isEmpty ? .step : .any
    case "β", "ρ", "γ", "μ": .fraction
    case "η", "α", "λ", "lr": .rate
    case "ε", "δ", "eps": .small
    default: .any
    }
  }

  /// Whether the symbol is an upper-case Latin letter that is not usual for a count or a loss.
  static func looksLikeMatrix(_ symbol: MathSymbol) -> Bool {
    guard symbol.base.count == 1, let byte = symbol.base.utf8.first, byte >= 65, byte <= 90 else {
      return false
    }
    return !["J", "L", "E", "T", "N", "K", "M"].contains(symbol.base)
  }
}

extension MathExpression {
  /// Whether the expression is a letter of a matrix, or a product or sum of such letters.
  fileprivate var isProductOfMatrices: Bool {
    switch self {
    case .symbol(let symbol): QuantityDomains.looksLikeMatrix(symbol)
    case .product(let factors): factors.allSatisfy { $0.expression.isProductOfMatrices }
    case .sum(let terms): terms.contains { $0.isProductOfMatrices }
    case .negated(let inner), .transposed(let inner), .power(let inner, _): inner.isProductOfMatrices
    default: false
    }
  }
}

/// An operator of probability theory.
enum ProbabilityOperator {
  case probability, expectation, variance, covariance, deviation
}

extension MathExpression {
  /// The operator and its arguments: `P(A \mid B)`, `E[X^2]`, `\operatorname{Var}(X)`.
  var probabilityParts: (ProbabilityOperator, [MathExpression])? {
    switch self {
    case .application(let symbol, let arguments):
      guard symbol.subscripts.isEmpty, symbol.labels.isEmpty, symbol.accents.isEmpty else { return nil }
      return Self.kind(symbol.base).map { ($0, arguments) }
    case .symbol(let symbol):
      guard !symbol.arguments.isEmpty, symbol.subscripts.isEmpty, symbol.labels.isEmpty else { return nil }
      return Self.kind(String(symbol.base.prefix { $0 != "[" && $0 != "(" && $0 != "{" })).map {
        ($0, symbol.arguments)
      }
    default: return nil
    }
  }

  package var isProbabilityOperator: Bool { probabilityParts != nil }

  /// The letters of the events in the probability of an event or of events: A of P(A).
  package var eventLetters: [String] {
    guard let (kind, arguments) = probabilityParts, kind == .probability else { return [] }
    return arguments.compactMap({ $0.capital })
  }

  /// The letter of a symbol that is a capital, with or without a subscript.
  package var capital: String? {
    guard case .symbol(let symbol) = self, symbol.base.count == 1, symbol.base.first?.isUppercase ?? false
    else {
      return nil
    }
    return symbol.base
  }

  /// All operators, outermost first.
  var probabilityOperators: [MathExpression] {
    var found: [MathExpression] = []
    visit { if $0.isProbabilityOperator { found.append($0) } }
    return found
  }

  /// The names of events and random variables in the operators: the capitals, or all letters if there are no capitals.
  static func randomNames(_ operators: [MathExpression]) -> Set<String> {
    var capitals: Set<String> = []
    var others: Set<String> = []
    // The letters of E[g²] without a capital, where others have capitals.
    var alone: Set<String> = []
    for node in operators {
      guard let (kind, arguments) = node.probabilityParts else { continue }
      for argument in arguments {
        let letters = argument.symbols.filter { $0.base.count == 1 }
        if kind != .probability, !letters.contains(where: { $0.base.first?.isUppercase ?? false }) {
          alone.formUnion(letters.map { $0.name })
        }
        argument.visit { part in
          guard case .symbol(let written) = part, written.arguments.isEmpty else { return }
          let symbol = written.isComplement ? written.withoutComplement : written
          guard symbol.base.count == 1, let letter = symbol.base.unicodeScalars.first else { return }
          let isCapital = letter.properties.isUppercase
          if isCapital { capitals.insert(symbol.name) } else { others.insert(symbol.name) }
        }
      }
    }
    return capitals.isEmpty ? others : capitals.union(alone)
  }

  /// The names of events after the bars of conditions, sorted.
  static func conditionNames(_ operators: [MathExpression]) -> [String] {
    var found: Set<String> = []
    for node in operators {
      for case .opaque("|", let inner) in node.probabilityParts?.1 ?? [] {
        if case .symbol(let symbol)? = inner.first, !symbol.isComplement { found.insert(symbol.name) }
      }
    }
    return found.sorted()
  }

  /// X and x of P(X = x).
  package var variableOfProbability: (MathSymbol, MathSymbol)? {
    guard let (kind, arguments) = probabilityParts, kind == .probability, arguments.count == 1,
      case .opaque("condition", let sides) = arguments[0], sides.count == 2,
      case .symbol(let variable) = sides[0],
      case .symbol(let value) = sides[1]
    else { return nil }
    return (variable, value)
  }

  /// Whether the expression is the intersection of two events.
  var isIntersection: Bool {
    if case .opaque(let sign, _) = self { sign == "∩" || sign == "∧" } else { false }
  }

  func isSymbol(in names: Set<String>) -> Bool {
    if case .symbol(let symbol) = self { names.contains(symbol.name) } else { false }
  }

  private static func kind(_ name: String) -> ProbabilityOperator? {
    switch name {
    case "P", "Pr", "ℙ", "p", "Prob": .probability
    case "E", "𝔼": .expectation
    case "Var", "var", "V", "𝕍", "D": .variance
    case "Cov", "cov": .covariance
    case "SD", "sd", "Std", "std": .deviation
    default: nil
    }
  }
}

extension MathSymbol {
  /// Whether the symbol is the complement of an event: Ā, Aᶜ, A′.
  var isComplement: Bool {
    if let accent = accents.last, accent == "bar" || accent == "overline" { return true }
    return labels.count == 1
      && (labels[0] == .symbol(MathSymbol("c")) || labels[0] == .symbol(MathSymbol("′")))
  }

  var withoutComplement: MathSymbol { accents.isEmpty ? with(labels: []) : withoutLastAccent }
}

import Formulas

extension RuleReview {
  struct Placement {
    var line: Int
    var isInside: Bool
    var families: Set<String>
  }

  /// ε inside the root in one rule for a quantity and outside in another.
  func epsilonFindings() -> [Finding] {
    let text = judge.reading.prose.lowercased()
    if [
      "根号内", "根号里", "根号外", "inside the root", "outside the root", "inside the square root",
      "outside the square root",
    ]
    .contains(where: text.contains) {
      return []
    }
    var placements: [Placement] = []
    for rule in rules {
      rule.right.visit { node in
        if case .root(.sum(let terms), _) = node, terms.contains(where: Self.isEpsilon) {
          placements.append(Placement(line: rule.line, isInside: true, families: Self.families(terms)))
        }
        if case .sum(let terms) = node, terms.contains(where: Self.isEpsilon) {
          for case .root(let radicand, _) in terms {
            placements.append(
              Placement(line: rule.line, isInside: false, families: Self.families([radicand])))
          }
        }
      }
    }
    guard let first = placements.first else { return [] }
    return placements.filter {
      $0.isInside != first.isInside && !$0.families.isDisjoint(with: first.families)
        && titlesAgree($0.line, first.line)
    }
    .map { placement in
      Finding(
        line: placement.line, kind: .epsilonPlacement,
        message: "ε stands \(placement.isInside ? "inside" : "outside") the root here and "
          + "\(first.isInside ? "inside" : "outside") it on line \(first.line); the two rules differ")
    }
  }

  /// Whether the titles above two lines name the same optimizer, or at least one names none.
  private func titlesAgree(_ line: Int, _ other: Int) -> Bool {
    let names = [line, other].map { optimizers(above: $0) }
    return names[0].isEmpty || names[1].isEmpty || !names[0].isDisjoint(with: names[1])
  }

  /// The optimizers that the last title above a line names.
  private func optimizers(above line: Int) -> Set<String> {
    var title = ""
    for (piece, next) in zip(judge.reading.pieces, judge.reading.pieces.dropFirst()) {
      guard case .heading(let place) = piece else { continue }
      if place > line { break }
      if case .text(let text, _) = next { title = text.lowercased().filter { $0.isLetter } }
    }
    return Set(Self.optimizers.filter(title.contains))
  }

  private static let optimizers = [
    "rmsprop", "adagrad", "adadelta", "adam", "nadam", "adamax", "momentum", "nesterov", "sgd", "gd",
    "gradientdescent", "梯度下降",
  ]

  static func isEpsilon(_ term: MathExpression) -> Bool {
    if case .symbol(let symbol) = term { return symbol.base == "ε" || symbol.base == "eps" }
    return false
  }

  static func families(_ terms: [MathExpression]) -> Set<String> {
    Set(terms.filter { !isEpsilon($0) }.flatMap { $0.symbols.map(\.base) })
  }
}

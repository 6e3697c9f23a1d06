import Formulas

extension DocumentReading {
  /// The bounds that the rest of the sentence gives: "… < 0 for p ∈ (0, 1)".
  func announcedBounds(after index: Int) -> [MathExpression.Condition] {
    var result: [MathExpression.Condition] = []
    for position in (index + 1)..<min(pieces.count, index + 8) {
      switch pieces[position] {
      case .text(let text, _):
        if text.contains(where: { "。；;:：".contains($0) }) || text.contains(". ") { return result }
      case .math(let span) where !span.isDisplay:
        guard case .success(let formula)? = formulas[position] else { return result }
        result += formula.statements.flatMap(\.bounds)
      default: return result
      }
    }
    return result
  }

  /// The letters for which the words right beside a statement say that it holds within bounds: "For $x > 0$ we have §",
  /// "§ for $x > 0$". A list of inequalities is a system and no claim.
  func namesBounded(beside index: Int, isDisplay: Bool) -> Set<String> {
    var found = boundsStated(before: index, isDisplay: isDisplay)
    if index + 2 < pieces.count, case .text(let text, _) = pieces[index + 1],
      text.lowercased().split(separator: " ").first.map({ ["for", "对"].contains($0) }) ?? false,
      case .success(let formula)? = formulas[index + 2], !text.contains("some")
    {
      found += formula.statements.flatMap(\.bounds)
    }
    return Set(found.compactMap(\.left.quantityName))
  }

  private func boundsStated(before index: Int, isDisplay: Bool) -> [MathExpression.Condition] {
    var words = ""
    for position in pieces[..<index].indices.reversed() {
      switch pieces[position] {
      case .text(let text, _): words = text.lowercased() + " " + words
      case .paragraphEnd where isDisplay: continue
      case .math(let span) where !span.isDisplay:
        guard position > 0, case .text(let opening, _) = pieces[position - 1], opensClaim(opening),
          !words.contains(Self.doubts), words.count < (isDisplay ? 60 : 24),
          case .success(let formula)? = formulas[position]
        else { return [] }
        return formula.statements.flatMap(\.bounds)
      default: return []
      }
    }
    return []
  }

  /// Whether words before bounds begin a claim about all values within them.
  private func opensClaim(_ text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || $0 == "\n" }.suffix(2).joined(separator: " ")
    return [
      "for", "for all", "for any", "for every", "for each", "for real", "all real", "let", "对任意", "对所有",
      "对于任意",
    ]
    .contains { words == $0 || words.hasSuffix(" " + $0) || words.hasSuffix("。" + $0) }
  }

  // Parsed once: Swift parses the literal at each evaluation.
  private nonisolated(unsafe) static let doubts =
    /\b(and|if|when|suppose|assume|some|large|small|where|whenever|until|near|condition|system|constraints?)\b|若|当|假设|设|充分|约束/

  /// Values that inline formulas give in the rest of this paragraph and in the next one.
  func announcements(after index: Int) -> [(quantity: MathExpression, value: MathValue)] {
    var result: [(quantity: MathExpression, value: MathValue)] = []
    var paragraphs = 0
    for position in (index + 1)..<min(pieces.count, index + 40) {
      switch pieces[position] {
      case .heading: return result
      case .paragraphEnd:
        paragraphs += 1
        if paragraphs == 2 { return result }
      case .math(let span) where !span.isDisplay:
        guard case .success(let formula)? = formulas[position] else { continue }
        for statement in formula.statements where statement.sides.count == 2 {
          let (left, right) = (statement.sides[0].expression, statement.sides[1].expression)
          var evaluator = FormulaEvaluator(FormulaEnvironment())
          guard statement.relations[0].kind == .equals, left.quantityName != nil, right.isWrittenValue,
            let value = try? evaluator.value(of: right)
          else { continue }
          result.append((left, value))
        }
      default: break
      }
    }
    return result
  }
}

extension DocumentReading {
  /// Whether the words before a formula give a name to something: "Let $A$ be the event", "denoted by $g(x)$", 记为.
  func names(at index: Int) -> Bool {
    guard index > 0, case .text(let text, _) = pieces[index - 1] else { return false }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [
      "let", "denote by", "denoted by", "denote it by", "call it", "let the function", "suppose the function",
      "consider the function", "记为", "记作", "设", "令", "设函数", "已知函数", "若函数",
    ].contains {
      words == $0 || words.hasSuffix(" " + $0) || !$0.utf8.allSatisfy { $0 < 0x80 } && words.hasSuffix($0)
    }
  }
}

extension DocumentReading {
  /// Whether the text behind a formula begins with a unit that is no base unit, so that the number alone is no value for
  /// a calculation in base units: `$K = 200$ keV`.
  func isInOtherUnit(_ index: Int) -> Bool {
    guard index + 1 < pieces.count, case .text(let text, _) = pieces[index + 1] else { return false }
    let word = text.drop { $0 == " " || $0 == "\u{A0}" }.prefix { $0.isLetter || $0 == "µ" || $0 == "/" }
    return Self.otherUnits.contains(String(word))
  }

  private static let otherUnits: Set<String> = [
    "eV", "keV", "MeV", "GeV", "meV", "nm", "mm", "cm", "km", "µm", "pm", "fm", "ms", "µs", "ns", "ps", "mA",
    "mV", "kV",
    "kHz", "MHz", "GHz", "kW", "MW", "mW", "kPa", "MPa", "hPa", "km/h", "mg", "mL", "ml", "kJ", "MJ", "kN",
  ]
}

extension MathExpression {
  /// Whether the expression is a function at a letter, so that `f(x) = 0` may be an equation to solve.
  var isCallOfLetter: Bool {
    guard case .application(_, let arguments) = self else { return false }
    return arguments.contains { if case .symbol = $0 { true } else { false } }
  }

  /// The name of an event, which is a capital, or of a function with its argument.
  var eventOrFunction: String? {
    switch self {
    case .symbol(let symbol):
      symbol.name.count == 1 && symbol.name.first?.isUppercase == true ? symbol.name : nil
    case .application(let symbol, _): symbol.name
    default: nil
    }
  }
}

import Formulas

extension DocumentReading {
  /// The name that is all that a formula consists of.
  func soleName(at index: Int) -> String? {
    guard case .success(let formula)? = formulas[index], formula.statements.count == 1,
      case .symbol(let symbol)? = formula.statements[0].sides.first?.expression,
      formula.statements[0].relations.isEmpty
    else { return nil }
    return symbol.name
  }
}

extension Surroundings {
  /// Whether the words beside a name tell its meaning: "the sampling frequency §", "§ is the period", 采样频率 §.
  var describesName: Bool {
    let behind = after.drop { " ,，".contains($0) }
    if Self.verbs.contains(where: { behind.hasPrefix($0) }) { return true }
    let words = before.split { !$0.isLetter }
    guard let last = words.last, before.last(where: { $0 != " " }) == last.last else { return false }
    if last.unicodeScalars.last.map({ (0x4E00...0x9FFF).contains($0.value) }) ?? false {
      return !Self.conjunctions.contains { last.hasSuffix($0) }
    }
    return last != "the" && words.suffix(4).contains("the")
  }

  private static let verbs = [
    "the ", "is the ", "be the ", "denotes ", "represents ", "stands for ", "means ", "为", "是", "表示", "代表",
  ]

  private static let conjunctions = [
    "设", "令", "若", "当", "对", "取", "和", "与", "或", "及", "有", "则", "由", "中", "于",
  ]
}

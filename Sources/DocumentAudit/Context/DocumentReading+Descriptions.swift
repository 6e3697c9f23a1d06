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

  /// The letter of a constant such as e to which a formula gives another meaning, by itself or by the words around it:
  /// `e \in G`, `e \colon M \to M`, "the identity $e$".
  func constant(renamedAt index: Int, _ surroundings: Surroundings) -> String? {
    guard case .success(let formula)? = formulas[index],
      case .symbol(let symbol)? = formula.statements.first?.sides.first?.expression,
      MathConstants.isConstant(symbol)
    else { return nil }
    let statement = formula.statements[0]
    switch statement.relations.first?.kind {
    case nil:
      let isMap = formula.statements.dropFirst().first?.relations.first?.kind == .tends
      return isMap || surroundings.givesNewMeaning ? symbol.name : nil
    case .belongs, .tends:
      let isOfNumbers = ["\\mathbb", "\\mathbf", "\\R", "\\Q", "ℝ", "ℚ"].contains {
        statement.latex.contains($0)
      }
      return isOfNumbers ? nil : symbol.name
    default: return nil
    }
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

  /// Whether the words around the letter of a constant, such as e, give it another meaning: "the identity element §".
  var givesNewMeaning: Bool {
    let behind = after.drop { " ,，".contains($0) }
    let words = before.suffix(40) + " " + behind.prefix(60)
    if Self.constants.contains(where: { words.contains($0) }) { return false }
    let last = before.split { !$0.isLetter }.last.map(String.init) ?? ""
    return Self.objects.contains { last.hasSuffix($0) }
      || (Self.verbs + ["be ", "is a", "is an", "denote "]).contains { behind.hasPrefix($0) }
  }

  /// The words for the number e or π itself.
  private static let constants = [
    "euler", "natural", "logarithm", "exponential", "2.71", "3.14", "constant", "number", "base", "circle",
    "ratio", "irrational", "transcendental", "自然", "欧拉", "常数", "底", "圆周", "无理数", "超越数",
  ]

  /// The words for objects that have the letter of a constant for their name.
  private static let objects = [
    "let", "element", "elements", "identity", "unit", "neutral", "idempotent", "edge", "edges", "error",
    "residual",
    "projection", "permutation", "policy", "word", "string", "vector", "map", "单位元", "幺元", "元素", "元", "边",
    "误差", "残差", "策略", "投影", "置换", "空串", "设", "令",
  ]

  private static let verbs = [
    "the ", "is the ", "be the ", "denotes ", "represents ", "stands for ", "means ", "为", "是", "表示", "代表",
  ]

  private static let conjunctions = [
    "设", "令", "若", "当", "对", "取", "和", "与", "或", "及", "有", "则", "由", "中", "于",
  ]
}

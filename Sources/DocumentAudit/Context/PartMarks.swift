/// The words that begin a part with its own values: an example, a theorem, a proof.
enum PartMarks {
  /// Whether a paragraph begins a new part.
  static func beginsPart(_ text: String, isParagraphStart: Bool) -> Bool {
    guard isParagraphStart else { return false }
    let words = text.drop { " \n\t*_>#-•.0123456789()[]`:{}".contains($0) }.lowercased().prefix(24)
    if text.drop(while: { $0 == " " || $0 == "\n" }).hasPrefix("---") { return true }
    return marks.contains { words.hasPrefix($0) }
  }

  private static let marks = [
    "example", "exercise", "problem", "question", "theorem", "lemma", "corollary", "proposition",
    "definition",
    "remark", "proof", "case ", "claim", "quiz", "prf:", "admonition", "solution:", "例", "习题", "练习", "问题",
    "定理",
    "引理", "推论", "命题", "定义", "证明", "题目",
  ]
}

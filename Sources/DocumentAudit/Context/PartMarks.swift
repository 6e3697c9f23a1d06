/// The words that begin a part with its own values: an example, a theorem, a proof.
enum PartMarks {
  /// Whether a paragraph begins a new part.
  static func beginsPart(_ text: String, at index: Int, of reading: DocumentReading) -> Bool {
    guard reading.isParagraphStart(index) else { return false }
    let start = text.drop { " \n\t*_#".contains($0) }.lowercased().prefix(8)
    if start.hasPrefix("solution"), answersProblem(index, of: reading) { return false }
    if reading.isParagraphEnd(index + 1), isBoldTitle(text) { return !isTitleOfAnswer(text) }
    let isItem = text.wholeMatch(of: itemNumber) != nil || text.prefixMatch(of: chineseItem) != nil
    if isItem, isAmongAnswers(index, of: reading) { return true }
    let words = text.drop { " \n\t*_>#-•.0123456789()[]`:{}\\".contains($0) }.lowercased().prefix(24)
    if text.drop(while: { $0 == " " || $0 == "\n" }).hasPrefix("---") { return true }
    return marks.contains { words.hasPrefix($0) }
  }

  /// Whether one of the three paragraphs before a solution states its problem.
  private static func answersProblem(_ index: Int, of reading: DocumentReading) -> Bool {
    var paragraphs = 0
    for position in reading.pieces[..<index].indices.reversed() {
      switch reading.pieces[position] {
      case .heading: return false
      case .paragraphEnd:
        paragraphs += 1
        if paragraphs > 3 { return false }
      case .text(let text, _) where reading.isParagraphStart(position):
        let words = text.drop { " \n\t*_#".contains($0) }.lowercased().prefix(8)
        if ["problem", "exercise", "question"].contains(where: { words.hasPrefix($0) }) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether the text is a title in bold type, perhaps with a number: `2. **Left and right**`.
  private static func isBoldTitle(_ text: String) -> Bool {
    text.contains("**") && text.wholeMatch(of: boldTitle) != nil
  }

  /// Whether a title in bold type begins the answer to what stands before it: **推导过程：**
  private static func isTitleOfAnswer(_ text: String) -> Bool {
    let words = text.drop { " \n\t*".contains($0) }.lowercased()
    return answerTitles.contains { words.hasPrefix($0) }
  }

  private static let answerTitles = [
    "answer", "derivation", "reason", "conclusion", "推导", "解：", "解答", "答", "过程", "理由", "结论",
  ]

  // A pattern never changes, and Swift parses its literal at each evaluation, which takes longer than a match.
  private nonisolated(unsafe) static let boldTitle =
    /\s*(\d{1,2}[.)]\s+)?\*\*[^*\n]+\*\*[:：.]?\s*/
  private nonisolated(unsafe) static let chineseItem = /\s*\d{1,3}、/
  /// The number of an item at the margin. An indented item is a step of an answer.
  private nonisolated(unsafe) static let itemNumber = /\n*[ ]{0,3}\d{1,3}[.)]\s*/

  /// Whether the title of the section announces exercises or their answers, so that each item has values of its own.
  private static func isAmongAnswers(_ index: Int, of reading: DocumentReading) -> Bool {
    for position in reading.pieces[..<index].indices.suffix(200).reversed() {
      guard case .heading = reading.pieces[position], case .text(let title, _) = reading.pieces[position + 1]
      else { continue }
      let words = title.lowercased()
      return answers.contains { words.contains($0) }
    }
    return false
  }

  private static let answers = [
    "solution", "answer", "exercise", "problem", "quiz", "homework", "practice", "解答", "答案", "习题", "练习", "作业",
    "题",
  ]

  private static let marks = [
    "example", "exercise", "problem", "question", "theorem", "lemma", "corollary", "proposition",
    "definition",
    "remark", "proof", "case ", "claim", "quiz", "prf:", "admonition", "solution:", "例", "习题", "练习", "问题",
    "定理",
    "引理", "推论", "命题", "定义", "证明", "题目",
  ]
}

/// The numbers of a book's chapters, and the letters of its appendices.
struct ChapterNumbers: Sendable, Equatable {
  /// The place of the first appendix among all chapters, from zero; nil when there is none.
  var firstAppendix: Int?

  /// The number of the chapter at `index`: `7`, `B`.
  subscript(_ index: Int) -> String {
    guard let firstAppendix, index >= firstAppendix else { return "\(index + 1)" }
    return Self.letters(index - firstAppendix)
  }

  /// The chapter's name as a heading: `Chapter 7`, `Appendix B`.
  func name(_ index: Int, _ words: Words) -> String {
    words.text(isAppendix(index) ? .appendix : .chapter, ["number": self[index]])
  }

  /// The chapter's name inside a sentence: `chapter 7`, `appendix B`.
  func nameInSentence(_ index: Int, _ words: Words) -> String {
    words.text(isAppendix(index) ? .appendixInSentence : .chapterInSentence, ["number": self[index]])
  }

  private func isAppendix(_ index: Int) -> Bool { firstAppendix.map { index >= $0 } ?? false }

  /// A to Z, then AA, AB and so on.
  private static func letters(_ number: Int) -> String {
    let letter = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(number % 26)))
    return number < 26 ? letter : letters(number / 26 - 1) + letter
  }
}

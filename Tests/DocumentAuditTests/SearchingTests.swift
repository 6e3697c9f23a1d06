import Foundation
import Testing

@testable import DocumentAudit

@Suite("Searching for words")
struct SearchingTests {
  @Test(
    "finds the words that a search for characters finds",
    arguments: [
      ("the data are", "data"), ("样本为 3, 5", "样本"), ("aaab", "aab"), ("ab", "abc"), ("", "a"), ("abc", "c"),
      ("abc", ""), ("θ ≡ η", "≡"), ("mod", "mod"), ("2\r\n3", "3"),
    ])
  func words(text: String, wanted: String) {
    let isThere = text.range(of: wanted, options: .literal) != nil
    #expect(text.contains(wanted) == isThere)
    #expect(Substring("x" + text + "y").dropFirst().dropLast().contains(wanted) == isThere)
  }
}

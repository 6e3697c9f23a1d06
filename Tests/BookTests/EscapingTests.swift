import Testing

@testable import Book

@Suite("Escaping")
struct EscapingTests {
  @Test("a sign is replaced although the next scalar belongs to the same character")
  func scalars() {
    #expect(
      Array("a\"\u{301},\r\nb".escaping(["\"": "''", "\n": "N"]).unicodeScalars)
        == Array("a''\u{301},\rNb".unicodeScalars))
  }
}

import Book
import Testing

@Suite("Searching for bytes")
struct StringBytesTests {
  @Test(
    "finds what a search for characters finds",
    arguments: [
      ("a<style>b</style>", "<style>"), ("中文公式", "公"), ("aaab", "aab"), ("ab", "abc"), ("", "a"),
      ("abc", "c"),
      ("ab", "b"), ("a\r\nb", "b"), ("<<svg", "<svg"),
    ])
  func first(text: String, wanted: String) {
    #expect(text.firstRange(ofBytes: wanted) == text.range(of: wanted))
    #expect(text.contains(bytes: wanted) == text.contains(wanted))
  }

  @Test("starts at the given place, and an empty text is never found")
  func start() throws {
    let text = "é-é-é"
    let second = try #require(text.firstRange(ofBytes: "é", from: text.index(after: text.startIndex)))
    #expect(text.distance(from: text.startIndex, to: second.lowerBound) == 2)
    #expect(text.firstRange(ofBytes: "é", from: text.endIndex) == nil)
    #expect(text.firstRange(ofBytes: "") == nil)
  }
}

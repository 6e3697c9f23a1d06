import TestSupport
import Testing

@Suite("Claims", .heavy)
struct ClaimTests {
  private static let chapter = """
    # A

    Here [two is more than one](claim:more), and so on.

    ```swift-run
    let two = 2
    claim("more") { two > 1 }
    ```

    """

  @Test("a sentence whose code holds is a check that passes, and is marked on its page")
  func holds() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    let result = try book.galley("build")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("1 check: 1 passed"))
    let claim = "<span id=\"claim-more\" class=\"claim passed\">two is more than one</span>"
    #expect(try book.read("site/public/a.html").contains(claim))
  }

  @Test("a claim that does not hold fails, marks its sentence, and has both lines")
  func fails() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter.replacing("two > 1", with: "two > 3")])
    let result = try book.galley("build")
    #expect(result.status == 1)
    let message = try #require(result.errors.split(separator: "\n").first { $0.contains("'more'") })
    #expect(message.hasPrefix("Chapters/01-a.md:3:29: error: ") && message.hasSuffix("7"), "\(message)")
    #expect(try book.read("site/public/a.html").contains("class=\"claim failed\">"))
  }

  @Test("a sentence that nothing asserts fails")
  func missing() throws {
    let book = try TemporaryBook([
      "01-a.md": Self.chapter.replacing("claim(\"more\")", with: "claim(\"other\")")
    ])
    let result = try book.galley("check")
    #expect(result.status == 1)
    #expect(
      result.errors.contains(/01-a\.md:3:29: error: .*claim\("more"\)/), "\(result.errors)")
  }
}

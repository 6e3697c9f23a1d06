import TestSupport
import Testing

@testable import galley

@Suite("Choosing chapters on the command line", .heavy)
struct ChosenChapterTests {
  private static let paths = ["Chapters/01-step.md", "Chapters/02-step-by-hand.md", "Chapters/03-decay.md"]

  @Test(
    "an exact name wins over a part of a path",
    arguments: [
      ("Chapters/01-step.md", [0]), ("01-step.md", [0]), ("01-step", [0]), ("step", [0]),
      ("by-hand", [1]), ("ste", [0, 1]), ("03", [2]),
    ])
  func names(name: String, expected: [Int]) throws {
    let found = try ChapterNames(paths: Self.paths).paths(matching: name)
    #expect(found == expected.map { Self.paths[$0] })
  }

  @Test(
    "a wrong name suggests the nearest one, or lists all",
    arguments: [
      ("03-deacy", "did you mean '03-decay'?"), ("deacy", "did you mean 'decay'?"),
      ("momentum", "the chapters are Chapters/01-step.md, Chapters/02"), ("", "the chapters are "),
    ])
  func wrongName(name: String, remedy: String) {
    let error = #expect(throws: (any Error).self) {
      try ChapterNames(paths: Self.paths).paths(matching: name)
    }
    #expect(error.map { "\($0)" }?.contains("there is no chapter '\(name)'; \(remedy)") == true)
  }

  private func chapter(_ value: Int, code: String = "2 + 1") -> String {
    "# A\n\n```swift-run\n\(code)  // == \(value)\n```\n"
  }

  @Test("a check of one chapter neither runs the others nor vouches for them")
  func oneChapter() throws {
    let book = try TemporaryBook([
      "01-a.md": chapter(3), "02-b.md": chapter(4), "03-c.md": chapter(3, code: "1 + 2"),
      "04-d.md": "# D\n\n[x](none.md)\n",
    ])
    let first = try book.galley("check", "--chapter", "a")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasSuffix("1 chapter, 1 check: 1 passed, 0 failed\n"), "\(first.output)")
    #expect(first.errors.contains("are checked only without"))
    #expect(try book.galley("why", "03-c").output.contains("has not yet run it"))

    let second = try book.galley("check", "--chapter", "02-b", "--chapter", "03-c")
    #expect(second.status == 1)
    #expect(second.output.hasSuffix("2 chapters, 2 checks: 1 passed, 1 failed\n"), "\(second.output)")
    #expect(second.errors.contains("Chapters/02-b.md:4:") && !second.errors.contains("01-a.md"))

    try book.write("02-b.md", chapter(3))
    #expect(try book.galley("check", "--chapter", "02-b").status == 0)
    // The link of the last chapter leads nowhere.
    let whole = try book.galley("check")
    #expect(whole.status == 2 && whole.errors.contains("Chapters/04-d.md:3:"), "\(whole.errors)")
  }

  @Test("links cannot be requested for one chapter, because the pages need the whole book")
  func links() throws {
    let result = try TemporaryBook(["01-a.md": chapter(3)]).galley("check", "--links", "--chapter", "a")
    #expect(
      result.status == 2 && result.errors.contains("'--links' needs the whole book"), "\(result.errors)")
  }
}

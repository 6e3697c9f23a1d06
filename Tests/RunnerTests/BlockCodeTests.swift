import Testing

@testable import Book
@testable import Plan
@testable import Runner

@Suite("Blocks that a block depends on")
struct BlockCodeTests {
  @Test(
    "are the blocks that declare or may change its names, and the blocks that these depend on",
    arguments: [
      (["let a = 1", "let b = 2", "b"], [1, 2]),
      (["var a = 1", "a += 1", "let b = 2", "a"], [0, 1, 3]),
      (["let a = 1", "print(a)", "a + 1"], [0, 2]),
      (
        ["final class C { var n = 0 }", "let c = C()", "let d = c", "d.n = 5", "print(1)", "c.n"],
        [0, 1, 2, 3, 5]
      ),
      (["func f() -> Int { g() }", "let unused = 0", "func g() -> Int { 3 }", "f()"], [0, 2, 3]),
      (["extension Int { var twice: Int { 2 * self } }", "let a = 1", "4.twice"], [0, 2]),
      (["infix operator **", "let a = 1", "1"], [0, 2]),
      (["struct S { var n = 1 }", "let s = S()", "s.n", "let t = 1"], [0, 1, 2]),
      (["var a = 1", "//| expect: trap\na += 1\nfatalError()", "a"], [0, 2]),
      (["var `in` = 1", "let x = 2", "`in`"], [0, 2]),
    ] as [([String], [Int])])
  func used(blocks: [String], expected: [Int]) {
    let code = BlockCode(of: plan(blocks))
    let last = expected.last ?? 0
    #expect(code.used(by: last).map(\.block) == expected)
  }

  @Test("comments, layout and claims do not change a digest, but code does")
  func digests() {
    let one = digest("let a = 1")
    #expect(digest("let  a =\n  1  // one") == one)
    #expect(digest("claim(\"one\") { 1 == 1 }\nlet a = 1") == one)
    #expect(digest("let a = 2") != one)
  }

  private func digest(_ block: String) -> [String] { BlockCode(of: plan([block])).used(by: 0).map(\.digest) }

  private func plan(_ blocks: [String]) -> BuildPlan {
    var diagnostics: [Diagnostic] = []
    let text = blocks.map { "```swift-run\n\($0)\n```\n" }.joined(separator: "\n")
    let chapter = Chapter(text: text, path: "c.md", slug: "c", &diagnostics)
    let settings = BookSettings(title: "T", summary: "", language: "en", modules: [], sources: [])
    return Planner.plan(chapter, settings: settings).0
  }
}

import Testing

@testable import Book
@testable import Plan

@Suite("Layers of code")
struct LayerTests {
  @Test("claims, verifications, and constants and predicates that only they use are proof")
  func proof() throws {
    let block = try shown(
      """
      let rate = 0.1
      let close = 0.03  // not checked: nearly alike
      /// Whether two numbers are alike.
      func alike(_ a: Double, _ b: Double) -> Bool { abs(a - b) < close }
      func step(_ g: Double) -> Double { rate * g }

      // The claims of this chapter.
      claim("alike") { alike(step(1), 0.1) }
      try verify("eq-step") { ["s": step($0.scalar("g"))] }
      step(2)  // ≈ 0.2
      """)
    #expect(block.layer == .lesson)
    #expect(
      block.lines == [
        "let rate = 0.1", "func step(_ g: Double) -> Double { rate * g }", "", "step(2)  // ≈ 0.2",
      ])
  }

  @Test("a constant of the prose, a checked one, and a predicate that is verified stay")
  func uses() throws {
    let block = try shown(
      """
      let a = 1
      let b = 2  // == 2
      let c = 3
      func isBig() -> Bool { true }
      claim("x") { a + b + c < 7 && isBig() }
      try verify("eq-b") { _ in ["b": isBig() ? 1 : 0] }
      """, prose: "`{swift} a`")
    #expect(block.lines == ["let a = 1", "let b = 2  // == 2", "func isBig() -> Bool { true }"])
  }

  @Test("code that draws and long code is apparatus, and a block of claims shows nothing")
  func apparatus() throws {
    #expect(try shown("Chart { Bar() }.title(\"a\")").layer == .apparatus)
    #expect(try shown("//| tbl-cap: A\n[1]").layer == .apparatus)
    let lines = (1...LayerSorter.longestLesson).map { "let a\($0) = f()" }
    #expect(try shown(lines.joined(separator: "\n")).layer == .lesson)
    #expect(try shown((lines + ["f()"]).joined(separator: "\n")).layer == .apparatus)
    let claims = try shown("claim(\"x\") { true }")
    #expect(claims.layer == .proof && claims.lines.isEmpty)
    #expect(try shown("//| expect: trap\nfatalError()").layer == .lesson)
    #expect(try shown("//| expect: compile-error \"x\"\nlet a: Int = 1.0").layer == .lesson)
  }

  @Test("an option decides, but claims and remarks to the author are never shown")
  func options() throws {
    let code = "let a = 1  // not checked: any\nclaim(\"x\") { a == 1 }"
    #expect(try shown(code).layer == .proof)
    let lesson = try shown("//| layer: lesson\n" + code)
    #expect(lesson.layer == .lesson && lesson.lines == ["let a = 1"])
    #expect(try shown("//| code-fold: true\nlet a = 1").layer == .apparatus)
    #expect(try shown("//| code-fold: false\nChart {}").layer == .lesson)
    #expect(try shown("//| layer: proof\nlet a = 1").lines.isEmpty)
  }

  @Test("the condition of a claim is known without its indentation")
  func condition() throws {
    let plan = try planned("```swift-run\nclaim(\"x\") {\n  let a = 1\n  return a == 1\n}\n```\n").plan
    #expect(plan.pieces.first?.kind == .claim(condition: "let a = 1\nreturn a == 1"))
  }

  @Test(
    "a sentence that announces a block which no page shows is reported",
    arguments: [
      ("Two facts:", "claim(\"x\") { true }", 1), ("两点：", "claim(\"x\") { true }", 1),
      ("Two facts.", "claim(\"x\") { true }", 0), ("A sum:", "1 + 1  // == 2", 0),
      ("Two facts:", "//| echo: false\nclaim(\"x\") { true }", 0),
      ("Two facts:", "//| layer: proof\nprint(1)", 0),
    ])
  func announced(sentence: String, code: String, count: Int) throws {
    var diagnostics: [Diagnostic] = []
    let text = "\(sentence)\n\n```swift-run\n\(code)\n```\n"
    let chapter = Chapter(text: text, path: "c.md", slug: "c", &diagnostics)
    let settings = BookSettings(title: "T", summary: "", language: "en", modules: [], sources: [])
    let found = Planner.plan(chapter, settings: settings).1
    #expect(found.map(\.severity) == Array(repeating: .warning, count: count), "\(found)")
  }

  @Test("a block needs what declares and changes its names, and nothing else")
  func needs() throws {
    let plan = try planned(
      """
      ```swift-run
      import Foundation
      var x = [1.0]
      let unused = 2
      let rate = 0.1
      x[0] += rate
      claim("x") { x[0] > 0 }
      print(unused)
      ```

      ```swift-run
      twice(x[0])
      ```

      ```swift-run
      func twice(_ a: Double) -> Double { two * a }
      let two = 2.0
      x = []
      ```
      """
    ).plan
    let needs = plan.needs(of: plan.blocks[1].id).map { plan.pieces[$0].lines.lowerBound }
    #expect(needs == [2, 3, 5, 6, 12, 16])
  }

  /// The layer of a single block and the lines that its page shows.
  private func shown(_ code: String, prose: String = "") throws -> (layer: Layer, lines: [String]) {
    let (chapter, plan) = try planned("```swift-run\n\(code)\n```\n\n\(prose)\n")
    let block = try #require(chapter.blocks.first)
    let layers = try #require(plan.layers.first)
    return (layers.layer, layers.lines(of: block).map(\.text))
  }

  private func planned(_ text: String) throws -> (chapter: Chapter, plan: BuildPlan) {
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(text: text, path: "c.md", slug: "c", &diagnostics)
    let settings = BookSettings(title: "T", summary: "", language: "en", modules: [], sources: [])
    return (chapter, Planner.plan(chapter, settings: settings).0)
  }
}

import Foundation
import Testing

@testable import Book
@testable import Plan

@Suite("Live blocks become programs of their own")
struct LivePlannerTests {
  private static let chapter = """
    ```swift-run
    import Foundation
    func square(_ x: Double) -> Double { x * x }
    let unrelated = ["a": 1]
    print("not for the page")
    ```

    ```swift-run
    //| live: rate = 0.01...1 log; rule = A | B; start = drag -1...1 by 0...4
    let rate = 0.1
    let rule = "B"
    let start = [0.5, 2.0]
    var theta = start[0] * square(rate)  // ≈ 0.005
    theta *= 2
    claim("small") { theta < 1 }
    theta
    ```

    The result is `{swift} theta + 1, digits: 3` and not `{swift} unrelated.count`.
    """

  @Test("it holds the block, what it needs of others, and the numbers of the prose that follow from it")
  func slice() throws {
    let (plan, diagnostics) = try planned(Self.chapter)
    #expect(diagnostics.map(\.description) == [])
    let live = try #require(plan.live.first)
    #expect(live.defaults == [0.1, 1, 0.5, 2])
    let code = live.embedded.sections.map(\.code).joined()
    #expect(code.contains("func square"))
    #expect(code.contains("let rate = _galleySetting(0, 0.1)"))
    #expect(code.contains("let rule = _galleySetting(1, \"B\", among: [\"A\", \"B\"])"))
    #expect(code.contains("let start = _galleySetting(2, [0.5, 2.0])"))
    #expect(code.contains("_galleyValue(0, theta)"))
    #expect(code.contains("_galleyValue(1, theta + 1)"))
    for absent in ["unrelated", "Foundation", "not for the page", "claim", "≈"] {
      #expect(!code.contains(absent))
    }
    #expect(live.native.program.text.contains("import Foundation"))
    #expect(live.probes.map { plan.probes[$0].expression } == ["theta", "theta + 1"])
  }

  @Test("the program of the chapter itself is as if nothing was live")
  func ordinaryProgram() throws {
    let (live, _) = try planned(Self.chapter)
    let still = Self.chapter.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("//| live") ? "// the same line" : String($0) }.joined(separator: "\n")
    let (ordinary, _) = try planned(still)
    #expect(ordinary.live.isEmpty)
    #expect(
      live.program.sections.map(\.code)
        == ordinary.program.sections.map { $0.code.replacing("// the same line\n", with: "") })
  }

  @Test(
    "a control must fit its constant",
    arguments: [
      (
        "rat = 0...1", "let rate = 0.1",
        "'live' names 'rat', and the block declares no such constant; did you mean 'rate'?"
      ),
      ("rate = 0...1", "var rate = 0.1", "'live' names 'rate', which must be a single constant with a value"),
      ("rate = 0...1", "let rate = sin(1)", "the value of 'rate' must be a number for its control"),
      ("rate = 0...1", "let rate = 2.5", "the value of 'rate' must be one that its control can reach"),
      ("rate = a | b", "let rate = \"c\"", "the value of 'rate' must be one that its control can reach"),
      ("rate = true | false", "let rate = 1", "the value of 'rate' must be true or false for its control"),
    ])
  func misfits(_ option: String, _ code: String, _ message: String) throws {
    let (_, diagnostics) = try planned("```swift-run\n//| live: \(option)\n\(code)\nrate\n```")
    #expect(diagnostics.first?.description.contains("error: " + message) == true, "\(diagnostics)")
  }

  private func planned(_ text: String) throws -> (BuildPlan, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(text: text, path: "c.md", slug: "c", &diagnostics)
    let settings = BookSettings(title: "T", summary: "", language: "en", modules: [], sources: [])
    let (plan, problems) = Planner.plan(chapter, settings: settings)
    return (plan, diagnostics.filter { $0.severity == .error && !$0.message.contains("title") } + problems)
  }
}

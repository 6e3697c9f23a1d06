import Foundation
import Testing

@testable import Book
@testable import Plan

@Suite("A chapter becomes one program")
struct PlannerTests {
  @Test("blocks and numbers in prose keep their order, and every line keeps its position")
  func program() throws {
    let (plan, diagnostics) = try planned(
      """
      ```swift-run
      let a = 1  // == 1
      func f() -> Int { a }
      f()
      ```

      The value is `{swift} a + 1`.

      ```swift-run
      //| expect: throws
      throw CancellationError()
      ```
      """)
    #expect(diagnostics.isEmpty)
    #expect(
      plan.program.text == """
        #sourceLocation(file: "galley", line: 1)
        import Notebook
        _galleyStart(fileSize: 16777216, processorSeconds: 270, files: 544)
        #sourceLocation(file: "galley", line: 1)
        _galleyBegin(block: 0)
        #sourceLocation(file: "c.md", line: 2)
        _galleyReach(0); let a = 1; _galleyValue(0, a)
        func f() -> Int { a }
        _galleyReach(1); _galleyValue(1, f())
        #sourceLocation(file: "galley", line: 1)
        _galleyEnd(block: 0)
        #sourceLocation(file: "c.md", line: 7)
        _galleyValue(2, a + 1)
        #sourceLocation(file: "galley", line: 1)
        _galleyBegin(block: 1)
        #sourceLocation(file: "galley", line: 1)
        if _galleyAttempt() {
        do {
        #sourceLocation(file: "c.md", line: 11)
        _galleyReach(2); throw CancellationError()
        #sourceLocation(file: "galley", line: 1)
        _galleyAttemptEnded()
        } catch { _galleyAttemptThrew(error) }
        }
        #sourceLocation(file: "galley", line: 1)
        _galleyEnd(block: 1)
        #sourceLocation(file: "galley", line: 1)
        _galleyFinish()

        """)
  }

  @Test(
    "the expression that a check after a statement tests",
    arguments: [
      ("x  // == 1", "x"), ("let y = x + 1  // == 2", "y"), ("x = 5  // == 5", "x"), ("x += 5  // == 5", "x"),
      ("a.b[0] = 5  // == 5", "a.b[0]"), ("let (p, q) = f()  // == [1, 2]", "(p, q)"),
      ("try f()  // == 1", "try f()"),
      ("x == y  // == true", "x == y"), ("x <= y  // == true", "x <= y"),
      ("[1]\n  .map { $0 }  // == [1]", "[1]\n  .map { $0 }"),
      ("x\n// == 1", "x"), ("// first\nx // == 1", "x"),
    ])
  func subjects(code: String, subject: String) throws {
    let (plan, diagnostics) = try planned("```swift-run\n\(code)\n```")
    #expect(diagnostics.isEmpty)
    #expect(plan.probes.filter { !$0.checks.isEmpty }.map(\.expression) == [subject])
  }

  @Test("only the last expression of a block is shown")
  func display() throws {
    let (plan, _) = try planned(
      "```swift-run\n1\n2\n```\n\n```swift-run\nlet a = 3\n```\n\n```swift-run\nif true { 4 }\n```")
    #expect(plan.probes.filter { $0.purpose == .display }.map(\.expression) == ["2"])
  }

  @Test("lines to be printed that stand together are one check")
  func prints() throws {
    let (plan, _) = try planned(
      "```swift-run\nfor i in 1...2 { print(i) }\n// Prints \"1\"\n// Prints \"2\"\n```")
    #expect(plan.probes.flatMap(\.checks).map(\.kind) == [.prints(["1", "2"])])
  }

  @Test(
    "a check that checks nothing is an error",
    arguments: [
      ("// ≈ 1\nlet a = 1", "2:1: error: a check must follow a statement"),
      ("let a = 1\n\n// ≈ 1", "4:1: error: a check must follow a statement"),
      ("for i in 1...2 {\n  i // == 1\n}", "3:5: error: a check must not be inside a statement"),
      ("func f() {} // == 1", "2:13: error: a check must follow a statement that has a value"),
      ("for i in 1...2 { } // == 1", "2:20: error: a check must follow a statement that has a value"),
      ("let a = 1 // ~ 1", "2:11: error: '// ~ 1' looks like a check but is not one"),
    ])
  func misplaced(code: String, expected: String) throws {
    let (_, diagnostics) = try planned("```swift-run\n\(code)\n```")
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.description.hasPrefix("c.md:" + expected) == true, "\(diagnostics)")
  }

  @Test(
    "Swift that does not parse is reported in its own block",
    arguments: [
      ("```swift-run\nfunc f() {\n```\n\n```swift-run\n1\n```", "2:10"),
      ("```swift-run\nlet = 3\n```", "2:5"),
      ("`{swift} (1 +`", "1:10"),
    ])
  func syntax(text: String, place: String) throws {
    let (_, diagnostics) = try planned(text)
    #expect(diagnostics.first?.description.hasPrefix("c.md:\(place): error:") == true, "\(diagnostics)")
  }

  @Test(
    "a name that is read before it has a value is an error",
    arguments: [
      ("`{swift} late`.\n\n```swift-run\nlet late = 1\n```", ["1:10"]),
      ("```swift-run\nprint(late)\n```\n\n```swift-run\nlet late = 1\n```", ["2:7"]),
      ("```swift-run\nprint(late)\nvar late = 1\n```", ["2:7"]),
      ("```swift-run\nlet early = 1\n```\n\n`{swift} early`.", []),
      ("```swift-run\nfunc f() -> Int { late }\nlet late = 1\nf()\n```", []),
      ("```swift-run\n[1].map { late in late + 1 }\nlet late = 1\n```", []),
      ("```swift-run\nfor late in 0..<2 { print(late) }\nlet late = 1\n```", []),
      ("```swift-run\nlet p = (late: 2, b: 3)\np.late\nlet late = 1\n```", []),
      ("```swift-run\nstruct S { var late = 1 }\n[S()].map(\\.late)\nlet late = 1\n```", []),
      ("```swift-run\nlet k = \\[Int].[late]\nlet late = 1\n```", ["2:17"]),
      ("```swift-run\nlet late = late2\nlet late2 = 1\n```", ["2:12"]),
    ])
  func earlyUses(text: String, places: [String]) throws {
    let (_, diagnostics) = try planned(text)
    let early = diagnostics.filter { $0.message.contains("has no value here yet") }
    #expect(early.map { "\($0.position.line):\($0.position.utf8Column)" } == places, "\(diagnostics)")
  }

  @Test("a block that must not compile stays out of the program, but sees all code before it")
  func compileError() throws {
    let (plan, diagnostics) = try planned(
      "```swift-run\nlet a = 1\n```\n\n```swift-run\n//| expect: compile-error \"mismatch\"\nlet b: String = a\n```\n\n```swift\na + 1\n```"
    )
    #expect(diagnostics.isEmpty)
    #expect(!plan.program.text.contains("let b"))
    #expect(plan.compileAttempts.map(\.expectedError) == ["mismatch", nil])
    #expect(plan.compileAttempts[0].program.text.contains("let a = 1"))
    #expect(plan.compileAttempts[0].lines == 7...7)
  }

  @Test("a compiler's column leads back to the author's column, despite inserted code")
  func columns() throws {
    let body = "- x\n\n  ```swift-run\n  var é = 1 // == 1\n  é + 1; foo(é)\n  ```"
    let (plan, _) = try planned(body)
    let authored = ["  var é = 1 // == 1", "  é + 1; foo(é)"]
    let marks = ["var é", "foo"]
    for (index, line) in authored.enumerated() {
      let compiled = try #require(
        plan.program.text.split(separator: "\n").first { $0.contains(marks[index]) && $0.contains("_galley") }
      )
      for word in ["é = 1", "+ 1", "foo"] where line.contains(word) {
        let wanted = column(of: word, in: line)
        let given = column(of: word, in: String(compiled))
        #expect(plan.program.authorColumn(line: 4 + index, compilerColumn: given) == wanted)
      }
    }
  }

  private func column(of word: String, in line: String) -> Int {
    guard let range = line.range(of: word) else { return -1 }
    return line.utf8.distance(from: line.startIndex, to: range.lowerBound) + 1
  }

  private func planned(_ text: String) throws -> (BuildPlan, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(text: text, path: "c.md", slug: "c", &diagnostics)
    let settings = BookSettings(title: "T", summary: "", language: "en", modules: [], sources: [])
    let (plan, problems) = Planner.plan(chapter, settings: settings)
    return (plan, diagnostics.filter { $0.severity == .error && !$0.message.contains("title") } + problems)
  }
}

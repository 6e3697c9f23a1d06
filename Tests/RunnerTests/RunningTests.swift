import Caching
import Events
import Foundation
import Plan
import TestSupport
import Testing

@testable import Book
@testable import Runner

/// These tests compile and run real programs, each in a fraction of a second.
@Suite("Chapters are run", .heavy)
struct RunningTests {
  @Test("values, printed text and output are separated for each block")
  func values() async throws {
    let record = try await run(
      """
      ```swift-run
      print("one")
      let a = [1.5, 2.5]
      a
      ```

      ```swift-run
      print("two", terminator: "")
      print(a.count)  // Prints "2"
      ```
      """)
    #expect(record.isComplete)
    #expect(record.blocks.map(\.standardOutput) == ["one\n", "two2\n"])
    #expect(record.values[0]?.description == "[1.5, 2.5]")
    #expect(record.printed[1] == "2\n")
  }

  @Test("nothing, no value and an empty array are three things")
  func absent() async throws {
    let record = try await run(
      """
      ```swift-run
      Int("x")
      ```

      ```swift-run
      ()
      ```

      ```swift-run
      [Int]()
      ```
      """)
    #expect(record.values == [0: Value.none, 1: .void, 2: .array([], count: 0)])
    let coded = try JSONDecoder().decode(RunRecord.self, from: JSONEncoder().encode(record))
    #expect(coded == record)
  }

  @Test(
    "a trap has the position of the code that trapped",
    arguments: [
      ("let a = [1]\nlet i = 3\nprint(a[i])", "4:8", "Index out of range"),
      (
        "func f(_ n: Int?) -> Int {\n  n!\n}\nprint(f(nil))", "3:4",
        "Unexpectedly found nil while unwrapping an Optional value"
      ),
      ("let zero = 0\nprecondition(zero == 1, \"no\")", "3:1", "Precondition failed: no"),
      ("fatalError(\"boom\")", "2:1", "boom"),
      ("var big = Int.max\nbig += 1", "3:5", "arithmetic overflow"),
      ("let xs: [Int] = []\nlet q = 1 / xs.count", "3:11", "Division by zero"),
    ])
  func traps(code: String, place: String, message: String) async throws {
    let record = try await run("```swift-run\n\(code)\n```")
    let failure = try #require(record.failure)
    #expect(failure.reason == .trapped(message: message))
    #expect("\(failure.position)" == "c.md:\(place)")
    #expect(record.blocks.map(\.state) == [.stopped])
  }

  @Test("endless recursion is a trap")
  func recursion() async throws {
    let record = try await run(
      "```swift-run\nfunc f(_ n: Int) -> Int { n + f(n + 1) }\nlet a = 1\nprint(f(a))\n```")
    guard case .trapped = record.failure?.reason else {
      Issue.record("\(String(describing: record.failure))")
      return
    }
  }

  @Test("a block that never ends, that floods, that exits, that is killed")
  func endings() async throws {
    let hang = try await run("```swift-run\n//| timeout: 0.5\nlet a = 1\nwhile a == 1 {}\n```")
    #expect(hang.failure == RunFailure(reason: .timedOut(seconds: 0.5), position: position(4)))
    let flood = try await run(
      "```swift-run\nwhile true { print(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\") }\n```")
    #expect(
      flood.failure == RunFailure(reason: .wroteTooMuch(bytes: Planner.outputLimit), position: position(2)))
    let exit = try await run("```swift-run\nimport Foundation\nexit(0)\n```")
    #expect(exit.failure == RunFailure(reason: .exited(code: 0), position: position(3)))
    let kill = try await run("```swift-run\nimport Foundation\nkill(getpid(), SIGKILL)\n```")
    #expect(kill.failure == RunFailure(reason: .killed(signal: 9), position: position(3)))
  }

  #if os(Linux)
    @Test("the time that a program waits for a core does not count")
    func busyCore() async throws {
      // The block and three other programs share one core.
      let others = try (0..<3).map { _ in
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/bin/sh")
        other.arguments = ["-c", "ulimit -t 60; exec taskset -c 0 sh -c 'while :; do :; done'"]
        try other.run()
        return other
      }
      defer { for other in others { kill(other.processIdentifier, SIGKILL) } }
      let record = try await run(
        """
        ```swift-run
        //| timeout: 1
        import Glibc
        system("taskset -c -p 0 \\(getpid())")
        while clock() < CLOCKS_PER_SEC / 2 {}
        ```
        """)
      #expect(record.isComplete, "\(String(describing: record.failure))")
    }
  #endif

  @Test("processes that a block leaves running end with the chapter")
  func orphans() async throws {
    let record = try await run(
      """
      ```swift-run
      import Foundation
      let child = Process()
      child.executableURL = URL(fileURLWithPath: "/bin/sleep")
      child.arguments = ["600"]
      try child.run()
      child.processIdentifier
      ```
      """)
    let process = try #require(record.values[0].flatMap { Int32($0.description) })
    #expect(record.isComplete)
    #expect(try await eventually { kill(process, 0) != 0 || status(of: process) == "Z" })
  }

  @Test("a block that is expected to fail leaves no trace in the state after it")
  func attempts() async throws {
    let record = try await run(
      """
      ```swift-run
      import Foundation
      var a = [1]
      ```

      ```swift-run
      //| expect: trap
      a.append(2)
      print("before")
      print(a[5])
      ```

      ```swift-run
      //| expect: throws
      struct Failure: Error {}
      a.append(3)
      throw Failure()
      ```

      ```swift-run
      //| expect: trap
      a.append(4)
      ```

      ```swift-run
      //| expect: throws
      exit(3)
      ```

      ```swift-run
      a
      ```
      """)
    #expect(record.isComplete)
    #expect(
      record.blocks.map(\.attempt) == [
        nil, .trapped(message: "Index out of range"), .threw(message: "Failure()"), .ranToItsEnd,
        .exited(code: 3), nil,
      ])
    #expect(record.blocks[1].standardOutput == "before\n")
    #expect(record.values.values.map(\.description).contains("[1]"))
  }

  @Test("compile errors have the author's lines and columns")
  func compileErrors() async throws {
    let record = try await run("```swift-run\nlet a = 1\nlet b: String = a  // == 1\na.foo\n```")
    #expect(
      record.compilerErrors.map { "\($0.position) \($0.message)" } == [
        "c.md:3:17 cannot convert value of type 'Int' to specified type 'String'",
        "c.md:4:3 value of type 'Int' has no member 'foo'",
      ])
    #expect(record.blocks.map(\.state) == [.notRun])
  }

  @Test("code that is only compiled")
  func compileAttempts() async throws {
    let record = try await run(
      """
      ```swift-run
      let a = 1
      ```

      ```swift
      print(a + 1)
      ```

      ```swift-run
      //| expect: compile-error "cannot convert"
      let b: String = a
      ```

      ```swift-run
      //| expect: compile-error "before being initialized"
      let c: Int
      func g() { print(a) }
      do {
        let d: Int
        print(d)
      }
      ```
      """)
    #expect(
      record.compileAttempts.map { $0.errors.map(\.message).first ?? "" } == [
        "", "cannot convert value of type 'Int' to specified type 'String'",
        "constant 'd' used before being initialized",
      ])
  }

  @Test("the same chapter gives the same record")
  func deterministic() async throws {
    let body =
      "```swift-run\nprint(Set([1, 2, 3, 4, 5]).map { $0 })\nprint([\"a\": 1, \"b\": 2, \"c\": 3])\nprint(\"x\".hashValue)\n```"
    let first = try await run(body)
    let second = try await run(body)
    #expect(first == second)
  }

  @Test("a chapter with nothing to run needs no compiler")
  func nothing() async throws {
    let plan = try plan("Prose only.")
    #expect(plan.isEmpty)
  }

  @Test("edited prose does not run code again, edited code does, and a failure is never cached")
  func cache() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "runs-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let runner = try ChapterRunner(
      toolchain: toolchain(), library: library(), cache: ContentCache(folder: folder))
    let body = "```swift-run\nlet a = 1\na  // == 1\n```"
    let record = try await runner.run(try plan(body))
    #expect(runner.keptRecord(of: try plan(body)) == record)
    #expect(runner.keptRecord(of: try plan("More prose.\n\n" + body)) == record)
    // The expected values are not part of the program.
    #expect(runner.keptRecord(of: try plan(body.replacing("== 1", with: "== 25"))) == record)
    #expect(runner.keptRecord(of: try plan(body.replacing("a  // == 1", with: "a // ≈ 1.0 ± 2%"))) == record)
    #expect(runner.keptRecord(of: try plan(body.replacing("a  // == 1", with: "a // a remark"))) == nil)
    #expect(runner.keptRecord(of: try plan(body.replacing("let a = 1", with: "let a = 2"))) == nil)
    #expect(
      runner.keptRecord(of: try plan("```swift-run\n//| timeout: 3\nlet a = 1\na  // == 1\n```")) == nil)
    let failing = try plan("```swift-run\nfatalError()\n```")
    _ = try await runner.run(failing)
    #expect(runner.keptRecord(of: failing) == nil)
  }

  @Test(
    "the compiler tells the types of the names in a chapter, and after an edit of prose it is not asked again"
  )
  func names() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "names-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let runner = try ChapterRunner(
      toolchain: toolchain(), library: library(), cache: ContentCache(folder: folder))
    let body = """
      ```swift-run
      struct Step { var size = 0.5 }
      func twice(_ x: Double) -> Double { x * 2 }
      let steps = [Step()].map(\\.size)
      ```

      ```swift-run
      var optimizer = SGD(learningRate: 0.1)
      let doubled = steps.map { twice($0) }
      ```
      """
    #expect(await runner.names(in: [chapter(body)], modules: ["Optimizers"], .earlierBuild) == [nil])
    let made = await runner.names(in: [chapter(body)], modules: ["Optimizers"], .compiler)
    let names = try #require(made[0])
    func type(_ line: Int, _ offset: Int) -> String? {
      names.uses[line]?[offset].map { "\(names.names[$0].text): \(names.names[$0].type)" }
    }
    #expect(type(0, 7) == "Step: Step.Type" && type(0, 18) == "size: Double")
    #expect(
      type(1, 5) == "twice: (Double) -> Double" && type(1, 13) == "x: Double" && type(1, 36) == "x: Double")
    #expect(type(2, 4) == "steps: [Double]" && type(2, 27) == "size: Double")
    #expect(type(3, 4) == "optimizer: SGD<Double>" && type(4, 4) == "doubled: [Double]")
    #expect(
      type(4, 14) == "steps: [Double]" && type(4, 26) == "twice: (Double) -> Double"
        && type(4, 32) == "$0: Double")
    let symbols = await runner.symbols(of: ["Optimizers", "Nothing"]) { Issue.record("\($0)") }
    let rate = try #require(names.uses[3]?[16])
    let called = symbols.first?.symbols.first { $0.usr == names.names[rate].usr }
    #expect(called?.path.first == "SGD" && called?.kind == "init" && symbols.map(\.name) == ["Optimizers"])
    let again = await runner.names(
      in: [chapter("More prose.\n\n" + body)], modules: ["Optimizers"], .earlierBuild)
    #expect(again == made)
  }

  private func chapter(_ body: String) -> Chapter {
    var diagnostics: [Diagnostic] = []
    return Chapter(text: body, path: "c.md", slug: "c", &diagnostics)
  }

  private func position(_ line: Int) -> SourcePosition {
    SourcePosition(file: "c.md", line: line, utf8Column: 1)
  }

  private func status(of process: Int32) -> String? {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text?.split(separator: ")").last?.split(separator: " ").first.map(String.init)
  }

  private func run(_ body: String) async throws -> RunRecord {
    try await ChapterRunner(toolchain: toolchain(), library: library(), cache: nil).run(plan(body))
  }

  private func toolchain() throws -> Toolchain { try #require(Toolchain.find()) }

  /// The library that was built together with these tests.
  private func library() throws -> ModuleLibrary {
    try #require(ModuleLibrary.besideProgram(CommandLine.arguments[0]))
  }

  private func plan(_ body: String) throws -> BuildPlan {
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(text: body, path: "c.md", slug: "c", &diagnostics)
    let settings = BookSettings(title: "T", summary: "", language: "en", modules: [], sources: [])
    let (plan, problems) = Planner.plan(chapter, settings: settings)
    #expect(problems.isEmpty, "\(problems)")
    return plan
  }
}

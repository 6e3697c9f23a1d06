import Book
import Caching
import Foundation
import TestSupport
import Testing

@testable import Exercises

@Suite("The author's gate", .serialized, .heavy)
struct AuthorsGateTests {
  private func problems(_ edit: (String) -> String = { $0 }) async throws -> [String] {
    let read = try SampleExercise.read(edit(SampleExercise.chapter))
    if !read.diagnostics.isEmpty { return read.diagnostics.map(\.description) }
    let exercise = try #require(read.exercises.first)
    let grader = Grader(runner: try #require(try SampleExercise.runner()), modules: [], cache: nil)
    return try await AuthorsGate(grader).diagnostics(of: exercise).map(\.description)
  }

  @Test("a mistake that its own hint does not recognise is reported")
  func answerInWords() async throws {
    let problems = try await problems { _ in
      """
      # A

      ```exercise
      //| label: words
      //| title: Words
      func words() -> String {
        // BEGIN SOLUTION
        return "half"
        // END SOLUTION
        return ""
      }
      ```

      ```check
      //| exercise: words
      //| label: said
      //| says: the word is right
      words()
      ```

      ```wrong
      //| exercise: words
      //| fails: said
      //| hint: Say another word.
      func words() -> String { "it works \\(UInt64.random(in: 0...(.max)))" }
      ```

      """
    }
    #expect(problems.contains { $0.contains("does not trigger its own hint") }, "\(problems)")
  }

  @Test(
    "what the author's code gives is kept: an unchanged exercise runs nothing, a changed one what has changed"
  )
  func kept() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appending(path: "runs").path
    try Data().write(to: URL(fileURLWithPath: log))
    // Every answer leaves a trace when it runs.
    let start = "func half(_ x: Double) -> Double {"
    let trace = "if let log = fopen(\(log.debugDescription), \"a\") { fputs(\"r\", log); fclose(log) }"
    let traced = SampleExercise.chapter.replacing("timeout: 1", with: "timeout: 30")
      .replacing(start + "\n", with: "\(start) \(trace)\n")
      .replacing(start + " x", with: "\(start) \(trace); return x")
      .replacing(start + " abs", with: "\(start) \(trace); return abs")
    let runner = try #require(try SampleExercise.runner())
    func runs(_ text: String) async throws -> Int {
      let before = try Data(contentsOf: URL(fileURLWithPath: log)).count
      let exercise = try #require(try SampleExercise.read(text).exercises.first)
      let grader = Grader(
        runner: runner, modules: ["Foundation"], cache: ContentCache(folder: folder.path + "/cache"))
      #expect(try await AuthorsGate(grader).diagnostics(of: exercise).map(\.description) == [])
      return try Data(contentsOf: URL(fileURLWithPath: log)).count - before
    }
    let first = try await runs(traced)
    #expect(first > 0)
    #expect(try await runs(traced) == 0)
    #expect(try await runs(traced.replacing("# A\n", with: "# A\n\nMore prose.\n")) == 0)
    let changed = try await runs(traced.replacing("abs(x) / 2", with: "abs(x) * 0.5"))
    #expect(changed > 0 && changed < first)
  }

  @Test("a sound exercise passes")
  func sound() async throws {
    #expect(try await problems() == [])
  }

  @Test(
    "an unsound exercise is reported at the right place",
    arguments: [
      ("return x / 2\n      // END", "return x / 3\n      // END", "does not pass 'trained'"),
      ("      // END SOLUTION\n      return 0\n", "      // END SOLUTION\n", "starter does not compile"),
      ("return 0\n    }", "return x / 2\n    }", "starter passes all checks"),
      ("{ abs(x) / 2 }", "{ x / 2 }", "the mistake passes 'of-many'"),
      ("{ abs(x) / 2 }", "{ ab(x) / 2 }", "the mistake does not compile"),
      ("    half(3)", "    half(3) == 1.5", "a Bool, which can be guessed"),
      ("    half(3)\n", "    half(4)\n", "every mistake passes 'of-three'"),
      ("    half(3)\n", "    let y = half(3)\n", "the last line of a check must be an expression"),
      ("//| fails: of-many", "//| fails: of-may", "did you mean 'of-many'?"),
      ("//| exercise: half\n    Divide.", "//| exercise: haf\n    Divide.", "did you mean 'half'?"),
      ("// END SOLUTION", "// END", "the solution that begins here has no end"),
      ("//| timeout: 1", "//| points: 5", "the sum of its checks, which is 6, not 5"),
      ("//| label: of-many", "//| label: of-three", "another check of the exercise is called 'of-three'"),
      ("//| says: half of three is right\n", "", "'check' must have the option 'says'"),
    ])
  func unsound(_ old: String, _ new: String, _ message: String) async throws {
    let text = SampleExercise.chapter
    let shifted = { (part: String) in part.replacing("\n      ", with: "\n  ").replacing("\n    ", with: "\n")
    }
    let (old, new) = text.contains(old) ? (old, new) : (shifted(old).trimmed, shifted(new).trimmed)
    #expect(text.contains(old), "\(old)")
    let problems = try await problems { $0.replacing(old, with: new) }
    #expect(
      problems.contains { $0.contains(message) && $0.hasPrefix("Chapters/01-a.md:") || $0.contains(message) },
      "\(problems)")
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

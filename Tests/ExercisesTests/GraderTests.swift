import Book
import Foundation
import Runner
import TestSupport
import Testing

@testable import Exercises

@Suite("Grading", .serialized, .heavy)
struct GraderTests {
  private func grade(_ answer: String, sandbox: Sandbox? = nil) async throws -> Grade {
    let exercise = try #require(try SampleExercise.read().exercises.first)
    let runner = try #require(try SampleExercise.runner(sandbox: sandbox))
    return try await Grader(runner: runner, modules: [], cache: nil).grade(
      answer, file: "Answer.swift", of: exercise)
  }

  @Test(
    "a right answer earns all points, a half right one some points, with the reason and the hint")
  func partialCredit() async throws {
    let right = try await grade("func half(_ x: Double) -> Double { 0.5 * x }\n")
    #expect(right.isSolved)
    #expect(right.earned == 6)
    let partly = try await grade("func half(_ x: Double) -> Double { abs(0.5 * x) }\n")
    #expect(partly.criteria.map(\.earned) == [1, 0, 2])
    guard case .differs = partly.criteria[1].shortfall else {
      Issue.record("\(partly.criteria[1])")
      return
    }
    #expect(partly.hints == ["A sign was lost."])
  }

  @Test("an answer may have the line ends and the mark of an editor on Windows", arguments: ["\r\n", "\r"])
  func lineEnds(end: String) async throws {
    let answer = [
      "\u{FEFF}// Halves.", "/* x */ func half(_ x: Double) -> Double {  // y", "  x / 2", "}", "",
    ]
    #expect(try await grade(answer.joined(separator: end)).isSolved)
  }

  @Test("a compiler error has its position in the student's file")
  func compileError() async throws {
    let grade = try await self.grade("\nfunc half(_ x: Double) -> Double { x / \"2\" }\n")
    #expect(grade.earned == 0)
    #expect(
      grade.compilerErrors.first?.position == SourcePosition(file: "Answer.swift", line: 2, utf8Column: 40))
    let unclosed = try await self.grade("func half(_ x: Double) -> Double {\n")
    #expect(unclosed.compilerErrors.first?.position.line == 1)
  }

  @Test("one check that traps or hangs costs its own points only")
  func isolation() async throws {
    let trap = try await grade("func half(_ x: Double) -> Double { x == 3 ? [][0] : x / 2 }\n")
    #expect(trap.criteria.map(\.earned) == [0, 3, 2])
    guard case .stopped(.trapped) = trap.criteria[0].shortfall else {
      Issue.record("\(trap.criteria[0])")
      return
    }
    let hang = try await grade("func half(_ x: Double) -> Double { while x == 3 {}\n return x / 2 }\n")
    #expect(hang.criteria.map(\.earned) == [0, 3, 2])
    #expect(hang.criteria[0].shortfall == .stopped(.timedOut(seconds: 1)))
  }

  /// Attempts to pass without a solution, or to do harm. None may earn points for a check that it does not meet.
  static let cheats: [(name: String, code: String)] = [
    ("exits early with success", "import Foundation\nexit(0)\nfunc half(_ x: Double) -> Double { 0 }"),
    ("exits in the middle", "import Foundation\nfunc half(_ x: Double) -> Double { exit(0) }"),
    ("leaves without cleaning up", "import Foundation\nfunc half(_ x: Double) -> Double { _exit(86) }"),
    ("prints the verdict", "func half(_ x: Double) -> Double { print(\"passed 6 of 6\"); return 7 }"),
    (
      "writes the result file",
      """
      import Foundation
      func half(_ x: Double) -> Double {
        let path = ProcessInfo.processInfo.environment["GALLEY_EVENTS"] ?? "none"
        if let file = FileHandle(forWritingAtPath: path) {
          file.seekToEndOfFile()
          file.write(Data("{\\"kind\\":\\"finished\\",\\"number\\":0,\\"output\\":{\\"standardError\\":0,\\"standardOutput\\":0}}\\n".utf8))
        }
        _exit(0)
      }
      """
    ),
    (
      "reports values of its own",
      """
      import Foundation
      func half(_ x: Double) -> Double {
        _galleyValue(0, 1.25)
        _galleyValue(1, [1.0, 2, 3, 4, 5])
        _galleyValue(2, 0.7)
        _galleyAttemptEnded()
      }
      """
    ),
    (
      "reports everything as finished from the top level",
      """
      import Foundation
      func half(_ x: Double) -> Double { 0 }
      _galleyEnd(block: 0)
      for block in 1...3 { _galleyBegin(block: block); _galleyValue(block - 1, 1.0); _galleyEnd(block: block) }
      _galleyFinish()
      exit(0)
      """
    ),
    (
      "redefines what reports",
      "func _galleyValue<T>(_ n: Int, _ v: T) {}\nfunc half(_ x: Double) -> Double { 0 }"
    ),
    (
      "redefines arithmetic",
      "func / (a: Double, b: Double) -> Double { 0 }\nfunc half(_ x: Double) -> Double { x / 2 }"
    ),
    (
      "redefines equality",
      "func == (a: Double, b: Double) -> Bool { true }\nfunc half(_ x: Double) -> Double { 0 }"
    ),
    (
      "redefines the absolute value",
      "func abs(_ x: Double) -> Double { 0 }\nfunc half(_ x: Double) -> Double { 9 }"
    ),
    (
      "redefines the generator",
      "struct SeededGenerator { init(seed: UInt64) {}\n mutating func nextNormal() -> Double { 0 } }\nfunc half(_ x: Double) -> Double { x }"
    ),
    ("returns not a number", "func half(_ x: Double) -> Double { .nan }"),
    ("returns infinity", "func half(_ x: Double) -> Double { .infinity }"),
    (
      "knows the visible answers by heart",
      "func half(_ x: Double) -> Double { x == 3 ? 1.5 : x == 1 ? 0.5 : 0 }"
    ),
    ("loops for ever", "func half(_ x: Double) -> Double { while true {} }"),
    ("sleeps for ever", "import Foundation\nfunc half(_ x: Double) -> Double { sleep(1000); return x / 2 }"),
    ("recurses for ever", "func half(_ x: Double) -> Double { half(x) + 1 }"),
    (
      "takes all memory",
      "func half(_ x: Double) -> Double { var a = [Double](repeating: x, count: 1 << 20); while true { a += a }; return a[0] }"
    ),
    (
      "prints without end",
      "func half(_ x: Double) -> Double { while true { print(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\") } }"
    ),
    (
      "fills the disk",
      """
      import Foundation
      func half(_ x: Double) -> Double {
        let block = [UInt8](repeating: 1, count: 1 << 20)
        for n in 0... { try! Data(block).write(to: URL(fileURLWithPath: "f\\(n % 3)"), options: []); if n > 400 { break } }
        while true { FileManager.default.createFile(atPath: "big", contents: Data(repeating: 1, count: 8 << 20)) }
      }
      """
    ),
    (
      "starts processes without end",
      "import Foundation\nfunc half(_ x: Double) -> Double { while true { let p = Process(); p.executableURL = URL(fileURLWithPath: \"/bin/sleep\"); p.arguments = [\"100\"]; try? p.run() } }"
    ),
    (
      "stops itself by a signal",
      "import Foundation\nfunc half(_ x: Double) -> Double { kill(getpid(), SIGKILL); return 0 }"
    ),
    (
      "throws the exit code of success",
      "import Foundation\natexit { _exit(0) }\nfunc half(_ x: Double) -> Double { fatalError() }"
    ),
  ]

  @Test("no way of cheating earns undeserved points or does harm", arguments: cheats.indices)
  func cheating(_ index: Int) async throws {
    let (name, code) = Self.cheats[index]
    let grade = try await self.grade(code + "\n")
    #expect(!grade.isSolved, "\(name)")
    let byHeart = name.contains("by heart")
    #expect(grade.criteria.map(\.earned) == (byHeart ? [1, 0, 2] : [0, 0, 0]), "\(name): \(grade)")
  }

  @Test(
    "an isolated answer that kills its parent ends only itself",
    .enabled("answers cannot be isolated here: no bubblewrap, or no user namespaces") {
      (try? await Sandbox.find()) != nil
    })
  func killingTheParent() async throws {
    let code =
      "import Foundation\nfunc half(_ x: Double) -> Double { kill(getppid(), SIGKILL); kill(-1, SIGKILL); return 0 }\n"
    #expect(try await grade(code, sandbox: Sandbox.find()).earned == 0)
  }
}

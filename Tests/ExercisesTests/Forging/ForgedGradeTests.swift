import Foundation
import Runner
import Testing

@testable import Exercises

/// Attacks on the grader, with isolation. None may earn a point, read a secret, leave a file, or outlive the run.
@Suite(
  "No answer earns points, reads secrets or outlives the run", .serialized,
  .enabled("answers cannot be isolated here: no bubblewrap, or no user namespaces") {
    (try? await Sandbox.find()) != nil
  })
struct ForgedGradeTests {
  @Test("by false reports")
  func events() async throws { try await expectNothing(from: Forging.events) }

  @Test("by describing itself falsely")
  func values() async throws { try await expectNothing(from: Forging.values) }

  @Test("by code that closes or swallows the surrounding code")
  func swallowing() async throws { try await expectNothing(from: Forging.swallowing, compiles: false) }

  @Test("by looking around")
  func reading() async throws { try await expectNothing(from: Forging.reading) }

  @Test("by breaking out")
  func escapes() async throws { try await expectNothing(from: Forging.escapes) }

  @Test("by files that it leaves behind")
  func leftovers() async throws {
    let before = ContinuousClock.now
    try await expectNothing(from: Forging.leftovers)
    #expect(ContinuousClock.now - before < .seconds(600))
  }

  @Test("by outliving the run")
  func survivors() async throws { try await expectNothing(from: Forging.survivors) }

  @Test("by requests to the compiler and the linker")
  func links() async throws { try await expectNothing(from: Forging.links, compiles: nil) }

  @Test("nothing outlives the run, even without isolation")
  func trusting() async throws { try await expectNothing(from: Forging.survivors, sandbox: nil) }

  @Test("the attacks are real: without isolation they succeed")
  func control() async throws {
    let places = try Places()
    let grader = try grader(nil)
    for forging in Forging.reading + Forging.escapes
    where [
      "the book is read", "a neighbour's answer is read", "a socket of the machine is called",
      "shared memory is read",
      "a port of the machine is called", "an abstract socket is called",
      "parts of the kernel that programs do not need are called",
    ].contains(forging.name) {
      // A busy machine takes a while to start the program of the attack.
      #expect(try await grade(forging.source(places), grader, timeout: 30).isSolved, "\(forging.name)")
    }
    _ = try await grade(Forging.links[0].source(places), grader)
    #expect(FileManager.default.fileExists(atPath: places.canary), "the linker was not asked")
  }

  @Test("an honest answer earns all points in the same environment")
  func honest() async throws {
    let grade = try await grade(
      "func half(_ x: Double) -> Double { x / 2 }", try grader(try await Sandbox.find()))
    #expect(grade.isSolved, "\(grade)")
  }

  private func expectNothing(from forgings: [Forging], compiles: Bool? = true) async throws {
    try await expectNothing(from: forgings, compiles: compiles, sandbox: try await Sandbox.find())
  }

  /// Two attacks run at a time, as many as a small machine can handle.
  private func expectNothing(
    from forgings: [Forging], compiles: Bool? = true, sandbox: Sandbox?
  ) async throws {
    let places = try Places()
    let grader = try grader(sandbox)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, forging) in forgings.enumerated() {
        if number >= 2 { try await group.next() }
        group.addTask {
          let grade = try await self.grade(forging.source(places), grader)
          #expect(grade.earned == 0, "\(forging.name): \(grade)")
          if let compiles {
            #expect(grade.compilerErrors.isEmpty == compiles, "\(forging.name): \(grade.compilerErrors)")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(!FileManager.default.fileExists(atPath: places.canary), "one of \(forgings.map(\.name))")
    #expect(places.survivors == [])
  }

  private func grader(_ sandbox: Sandbox?) throws -> Grader {
    Grader(runner: try #require(try SampleExercise.runner(sandbox: sandbox)), modules: [], cache: nil)
  }

  private func grade(_ code: String, _ grader: Grader, timeout: Int = 1) async throws -> Grade {
    let chapter = SampleExercise.chapter.replacing("timeout: 1", with: "timeout: \(timeout)")
    let exercise = try #require(try SampleExercise.read(chapter).exercises.first)
    return try await grader.grade(code + "\n", file: "Answer.swift", of: exercise)
  }
}

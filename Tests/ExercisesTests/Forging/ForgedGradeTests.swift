import Foundation
import Runner
import Testing

@testable import Exercises

/// Attacks on the grader, with isolation. None may earn a point, see what it should not, leave a file or live on.
@Suite(
  "No answer earns, reads or outlives what it should not", .serialized,
  .enabled("answers cannot be isolated here: no bubblewrap, or no user namespaces") {
    (try? await Sandbox.find()) != nil
  })
struct ForgedGradeTests {
  @Test("by what it reports")
  func events() async throws { try await expectNothing(from: Forging.events) }

  @Test("by what Swift lets it say of itself")
  func values() async throws { try await expectNothing(from: Forging.values) }

  @Test("by code that closes or swallows what is around it")
  func swallowing() async throws { try await expectNothing(from: Forging.swallowing, compiles: false) }

  @Test("by looking around")
  func reading() async throws { try await expectNothing(from: Forging.reading) }

  @Test("by breaking out")
  func escapes() async throws { try await expectNothing(from: Forging.escapes) }

  @Test("by what it leaves behind")
  func leftovers() async throws {
    let before = ContinuousClock.now
    try await expectNothing(from: Forging.leftovers)
    #expect(ContinuousClock.now - before < .seconds(120))
  }

  @Test("by living on")
  func survivors() async throws { try await expectNothing(from: Forging.survivors) }

  @Test("by what it asks of the compiler and the linker")
  func links() async throws { try await expectNothing(from: Forging.links, compiles: nil) }

  @Test("without isolation, too, nothing lives on")
  func trusting() async throws { try await expectNothing(from: Forging.survivors, sandbox: nil) }

  @Test("the attacks are real: without isolation they find what they look for")
  func control() async throws {
    let places = try Places()
    let grader = try grader(nil)
    for forging in Forging.reading
    where [
      "the book is read", "a neighbour's answer is read", "a socket of the machine is called",
      "shared memory is read",
      "a port of the machine is called", "an abstract socket is called",
    ].contains(forging.name) {
      #expect(try await grade(forging.source(places), grader).isSolved, "\(forging.name)")
    }
    _ = try await grade(Forging.links[0].source(places), grader)
    #expect(FileManager.default.fileExists(atPath: places.canary), "the linker was not asked")
  }

  @Test("an honest answer has all its points in the same place")
  func honest() async throws {
    let grade = try await grade(
      "func half(_ x: Double) -> Double { x / 2 }", try grader(try await Sandbox.find()))
    #expect(grade.isSolved, "\(grade)")
  }

  private func expectNothing(from forgings: [Forging], compiles: Bool? = true) async throws {
    try await expectNothing(from: forgings, compiles: compiles, sandbox: try await Sandbox.find())
  }

  /// Two at a time, as many as a small machine takes.
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

  private func grade(_ code: String, _ grader: Grader) async throws -> Grade {
    let exercise = try #require(try SampleExercise.read().exercises.first)
    return try await grader.grade(code + "\n", file: "Answer.swift", of: exercise)
  }
}

import Book
import Exercises
import Foundation

/// Takes all exercises of a book through the author's gate.
struct ExerciseCheck {
  let workshop: Workshop
  let book: Book

  /// Everything that is wrong with the exercises, in the order of the book, and how many there are.
  func run() async throws -> (diagnostics: [Diagnostic], count: Int) {
    let exercises = book.chapters.flatMap { Exercise.read($0).exercises }
    if exercises.isEmpty { return ([], 0) }
    let runner = try await workshop.runner(for: book.settings)
    let gate = AuthorsGate(Grader(runner: runner, modules: book.settings.modules, cache: workshop.cache))
    let found = try await withThrowingTaskGroup(of: (Int, [Diagnostic]).self) { group in
      var next = 0
      func startNext() {
        guard next < exercises.count else { return }
        let number = next
        next += 1
        group.addTask { (number, try await gate.diagnostics(of: exercises[number])) }
      }
      for _ in 0..<max(1, ProcessInfo.processInfo.activeProcessorCount) { startNext() }
      var found: [Int: [Diagnostic]] = [:]
      while let (number, diagnostics) = try await group.next() {
        found[number] = diagnostics
        startNext()
      }
      return found
    }
    return (exercises.indices.flatMap { found[$0] ?? [] }, exercises.count)
  }
}

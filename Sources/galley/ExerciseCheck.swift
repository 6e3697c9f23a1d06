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
    let found = try await exercises.concurrentMap { try await gate.diagnostics(of: $0) }
    return (found.flatMap(\.self), exercises.count)
  }
}

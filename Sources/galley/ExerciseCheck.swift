import Book
import Exercises
import Foundation

/// Checks all exercises of a book with `AuthorsGate`.
struct ExerciseCheck {
  let workshop: Workshop
  let book: Book

  /// The errors in the exercises, in the order of the book, and the number of exercises.
  func run() async throws -> (diagnostics: [Diagnostic], count: Int) {
    let exercises = book.chapters.flatMap { Exercise.read($0).exercises }
    if exercises.isEmpty { return ([], 0) }
    let runner = try await workshop.runner(for: book.settings)
    let gate = AuthorsGate(Grader(runner: runner, modules: book.settings.modules, cache: workshop.cache))
    let found = try await exercises.concurrentMap { try await gate.diagnostics(of: $0) }
    return (found.flatMap(\.self), exercises.count)
  }
}

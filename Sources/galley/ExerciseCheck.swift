import Book
import Exercises
import Runner

/// Checks all exercises of a book with `AuthorsGate`.
struct ExerciseCheck {
  let workshop: Workshop
  let settings: BookSettings
  let runner: ChapterRunner

  /// Prints the errors in the exercises, in the order of the book, and the outcome. Returns whether all are sound.
  func run(_ exercises: [Exercise]) async throws -> Bool {
    if exercises.isEmpty { return true }
    let diagnostics = try await diagnostics(of: exercises)
    workshop.printer.show(diagnostics)
    print(CheckText.line(exercises: exercises.count, problems: diagnostics.count))
    return diagnostics.isEmpty
  }

  private func diagnostics(of exercises: [Exercise]) async throws -> [Diagnostic] {
    let gate = AuthorsGate(Grader(runner: runner, modules: settings.modules, cache: workshop.cache))
    let display = WorkDisplay("trying the exercises", of: exercises.count)
    defer { display.end() }
    let found = try await exercises.concurrentMap { exercise in
      defer { display.advance() }
      return try await gate.diagnostics(of: exercise)
    }
    return found.flatMap(\.self)
  }
}

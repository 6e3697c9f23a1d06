import Book
import Events

/// Tests an exercise before students see it: the solution must pass, the starter must compile and fail, every typical
/// mistake must fail where it should, and no check may be passed by all mistakes.
package struct AuthorsGate: Sendable {
  private let grader: Grader

  /// A gate that judges with `grader`.
  package init(_ grader: Grader) {
    self.grader = grader
  }

  /// The errors in `exercise`; empty if it is sound.
  package func diagnostics(of exercise: Exercise) async throws -> [Diagnostic] {
    let solution = try await grader.verdicts(of: exercise.solution, exercise)
    if !solution.compilerErrors.isEmpty { return solution.compilerErrors }
    var diagnostics: [Diagnostic] = []
    for (verdict, criterion) in zip(solution.criteria, exercise.criteria) {
      if let shortfall = verdict.shortfall {
        diagnostics.append(
          error(
            at: criterion.position,
            "the author's own solution does not pass '\(criterion.label)': \(shortfall)")
        )
      }
    }
    diagnostics += try await guessable(exercise)
    let starter = try await grader.verdicts(of: exercise.starter, exercise)
    if let compilerError = starter.compilerErrors.first {
      diagnostics.append(
        error(
          at: compilerError.position, "the student's starter does not compile: \(compilerError.message)",
          fix: "leave something outside of the solution that compiles, such as 'return 0'"))
    } else if starter.isSolved {
      diagnostics.append(error(at: exercise.position, "the student's starter passes all checks"))
    }
    var passers = Dictionary(uniqueKeysWithValues: exercise.criteria.map { ($0.label, 0) })
    for mistake in exercise.mistakes {
      let grade = try await grader.verdicts(of: mistake, exercise)
      if let compilerError = grade.compilerErrors.first {
        diagnostics.append(
          error(at: compilerError.position, "the mistake does not compile: \(compilerError.message)"))
        continue
      }
      for verdict in grade.criteria where verdict.shortfall == nil { passers[verdict.label, default: 0] += 1 }
      let shortfall = grade.criteria.first { $0.label == mistake.fails }?.shortfall
      if shortfall == nil {
        diagnostics.append(
          error(at: mistake.position, "the mistake passes '\(mistake.fails)', which it must fail"))
      } else if shortfall?.hasValue == true,
        try await !grader.repeatedGrade(of: mistake, exercise).hints.contains(mistake.hint)
      {
        diagnostics.append(error(at: mistake.position, "the mistake does not trigger its own hint"))
      }
    }
    for criterion in exercise.criteria
    where !exercise.mistakes.isEmpty && passers[criterion.label] == exercise.mistakes.count {
      diagnostics.append(
        error(
          at: criterion.position, "every mistake passes '\(criterion.label)'",
          fix: "add a 'wrong' block that fails it, or leave the check out"))
    }
    return diagnostics
  }

  /// Errors for checks that can be passed by guessing, or whose values cannot be compared.
  private func guessable(_ exercise: Exercise) async throws -> [Diagnostic] {
    let outcomes = try await grader.keptOutcomes(of: exercise.solution, exercise).outcomes
    return zip(outcomes, exercise.criteria).compactMap { outcome, criterion in
      guard case .value(let value) = outcome else { return nil }
      switch value {
      case .boolean where criterion.judge == nil:
        return error(
          at: criterion.position, "the check asks for a Bool, which can be guessed",
          fix: "ask for the numbers themselves; a condition goes to '//| judge:'")
      case .array(let elements, let count) where elements.count < count:
        return error(
          at: criterion.position,
          "the check asks for \(count) elements; only \(elements.count) can be compared",
          fix: "ask for some of them, or for sums")
      case .void, .opaque, .figure, .table, .image:
        return error(at: criterion.position, "the check asks for something that cannot be compared: \(value)")
      default: return nil
      }
    }
  }

  private func error(at position: SourcePosition, _ message: String, fix: String? = nil) -> Diagnostic {
    Diagnostic(.error, at: position, message, fix: fix)
  }
}

import Book
import Caching
import Events
import Foundation
import Plan
import Runner

/// Judges answers to exercises.
///
/// The answer runs in its own process, under limits, and reports values. Expected values, tolerances and points never
/// enter that process. The grader compares the reported values with the values of the author's solution, or it tests a
/// condition on them in a program without the student's code. An answer can do anything to its process, but it passes
/// only if it reports the right values, for inputs that depend on a seed chosen at grading time.
package struct Grader: Sendable {
  private let trials: TrialRunner

  /// Creates a grader that derives the seeds of hidden checks from `gradingSeed`.
  ///
  /// - Parameter cache: The cache for outcomes of the author's code. Pass nil if the grader runs answers of others.
  package init(runner: ChapterRunner, modules: [String], cache: ContentCache?, gradingSeed: UInt64 = 1) {
    trials = TrialRunner(runner: runner, modules: modules, cache: cache, gradingSeed: gradingSeed)
  }

  /// The grade of the answer in `text`. Positions in the grade name `file`.
  package func grade(_ text: String, file: String, of exercise: Exercise) async throws -> Grade {
    var text = text.withLineFeeds
    text.removeByteOrderMark()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      CodeLine(text: String($1), position: SourcePosition(file: file, line: $0 + 1))
    }
    return try await grade(lines, file: file, of: exercise)
  }

  private func grade(_ lines: [CodeLine], file: String, of exercise: Exercise) async throws -> Grade {
    var answer = try await trials.outcomes(ofAnswer: lines, file: file, exercise)
    answer.errors = answer.errors.map { concealed($0, exercise) }
    return try await grade(answer, of: .answer, exercise)
  }

  /// The error without the words of a hidden check, which the compiler quotes when the check cannot use the answer.
  private func concealed(_ error: Diagnostic, _ exercise: Exercise) -> Diagnostic {
    let lines = exercise.criteria.filter(\.isHidden).flatMap(\.lines)
    let isHidden = lines.contains {
      $0.position.file == error.position.file && $0.position.line == error.position.line
    }
    guard isHidden else { return error }
    return Diagnostic(
      .error, at: error.position, "a hidden check cannot use the answer",
      fix: "keep the names, the parameters and the types of the starter")
  }

  /// The grade of a second run of the author's code, with hints. Code that gives other values each time gets other
  /// outcomes than the first run.
  func repeatedGrade(of mistake: Exercise.Mistake, _ exercise: Exercise) async throws -> Grade {
    try await grade(try await trials.twoRuns(of: mistake, exercise)[1], of: .author, exercise)
  }

  private func grade(
    _ answer: Trials, of subject: TrialRunner.Subject, _ exercise: Exercise
  ) async throws -> Grade {
    var grade = try await verdicts(on: answer, of: subject, exercise)
    if answer.errors.isEmpty, !grade.isSolved {
      grade.hints = try await hints(for: answer.outcomes, grade, exercise)
    }
    return grade
  }

  /// The grade of the author's own code, without hints.
  func verdicts(of lines: [CodeLine], _ exercise: Exercise) async throws -> Grade {
    try await verdicts(on: try await trials.outcomes(of: lines, exercise), of: .author, exercise)
  }

  /// The grade of a typical mistake, without hints.
  func verdicts(of mistake: Exercise.Mistake, _ exercise: Exercise) async throws -> Grade {
    try await verdicts(on: try await trials.twoRuns(of: mistake, exercise)[0], of: .author, exercise)
  }

  private func verdicts(
    on answer: Trials, of subject: TrialRunner.Subject, _ exercise: Exercise
  ) async throws -> Grade {
    var grade = Grade(exercise: exercise.label)
    let reference = try await trials.outcomes(of: exercise.solution, exercise)
    grade.compilerErrors = answer.errors
    let judged =
      answer.errors.isEmpty
      ? try await judgements(of: answer.outcomes, reference.outcomes, exercise, of: subject) : [:]
    for (number, criterion) in exercise.criteria.enumerated() {
      let shortfall =
        answer.errors.isEmpty
        ? judge(
          answer.outcomes[number], criterion, reference: reference.outcomes.dropFirst(number).first,
          judgement: judged[number])
        : .doesNotCompile(nil)
      grade.criteria.append(
        Grade.Verdict(
          label: criterion.label, says: criterion.says, points: criterion.points, shortfall: shortfall))
    }
    return grade
  }

  /// The reason why an outcome does not meet a criterion; nil if it does.
  private func judge(
    _ outcome: Outcome, _ criterion: Exercise.Criterion, reference: Outcome?, judgement: Outcome?
  ) -> Shortfall? {
    let value: Value
    switch outcome {
    case .failed(let shortfall): return shortfall
    case .value(let found): value = found
    }
    if criterion.judge != nil {
      switch judgement {
      case .value(.boolean(true)): return nil
      case .value(.boolean(false)): return .conditionUnmet(value.shortDescription)
      case .value(let other): return .conditionIsNoBool(other.shortDescription)
      case .failed(let shortfall): return .conditionFails(shortfall)
      case nil: return .valueWithoutLiteral(value.shortDescription)
      }
    }
    guard case .value(let expected) = reference else { return .noReference }
    return ValueAgreement.difference(value, from: expected, tolerance: criterion.tolerance)
      .map(Shortfall.differs)
  }

  /// The results of the conditions on the values, by the criterion's number.
  private func judgements(
    of outcomes: [Outcome], _ reference: [Outcome], _ exercise: Exercise,
    of subject: TrialRunner.Subject
  ) async throws -> [Int: Outcome] {
    var numbers: [Int] = []
    var conditions: [Trial] = []
    for (number, criterion) in exercise.criteria.enumerated() {
      guard let judge = criterion.judge, outcomes.indices.contains(number),
        reference.indices.contains(number),
        case .value(let value) = outcomes[number], case .value(let own) = reference[number],
        let type = LiteralType(of: own), let name = type.name, let literal = type.literal(of: value)
      else { continue }
      numbers.append(number)
      conditions.append(trials.condition(judge, on: literal, type: name, criterion, exercise))
    }
    if conditions.isEmpty { return [:] }
    let result = try await trials.outcomes(of: conditions, on: subject, exercise)
    guard result.errors.isEmpty else {
      let shortfall = Shortfall.doesNotCompile(result.errors.first?.message)
      return Dictionary(uniqueKeysWithValues: numbers.map { ($0, .failed(shortfall)) })
    }
    return Dictionary(uniqueKeysWithValues: zip(numbers, result.outcomes))
  }

  /// The outcomes of the author's own code, from the cache if possible.
  func keptOutcomes(of lines: [CodeLine], _ exercise: Exercise) async throws -> Trials {
    try await trials.outcomes(of: lines, exercise)
  }

  /// The hints for the mistakes that give the same values as the answer.
  private func hints(for outcomes: [Outcome], _ grade: Grade, _ exercise: Exercise) async throws -> [String] {
    var hints: [String] = []
    for mistake in exercise.mistakes {
      guard let number = exercise.criteria.firstIndex(where: { $0.label == mistake.fails }),
        grade.criteria[number].shortfall != nil
      else { continue }
      let wrong = try await trials.twoRuns(of: mistake, exercise)[0].outcomes
      guard wrong.indices.contains(number), case .value(let mine) = outcomes[number] else { continue }
      if case .value(let theirs) = wrong[number],
        mine.description == theirs.description
          || ValueAgreement.difference(mine, from: theirs, tolerance: exercise.criteria[number].tolerance)
            == nil,
        !hints.contains(mistake.hint)
      {
        hints.append(mistake.hint)
      }
    }
    return hints
  }
}

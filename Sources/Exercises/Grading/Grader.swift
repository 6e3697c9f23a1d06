import ElementaryNumerics
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
  private let runner: ChapterRunner
  private let modules: [String]
  /// The outcomes of the author's own code.
  private let authors: KeptTrials
  /// The results of conditions on the values of answers, kept in memory only.
  private let judged = KeptTrials(cache: nil)
  private let gradingSeed: UInt64

  /// Creates a grader that derives the seeds of hidden checks from `gradingSeed`.
  ///
  /// - Parameter cache: The cache for outcomes of the author's code. Pass nil if the grader runs answers of others.
  package init(runner: ChapterRunner, modules: [String], cache: ContentCache?, gradingSeed: UInt64 = 1) {
    self.runner = runner
    self.modules = modules
    authors = KeptTrials(cache: cache)
    self.gradingSeed = gradingSeed
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
    var answer = try await run(lines, trials(of: exercise), file: file, exercise)
    answer.errors = answer.errors.map { concealed($0, exercise) }
    return try await grade(answer, judgedIn: judged, exercise)
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
    try await grade(try await keptRuns(of: mistake, exercise)[1], judgedIn: authors, exercise)
  }

  private func grade(_ answer: Trials, judgedIn shelf: KeptTrials, _ exercise: Exercise) async throws -> Grade
  {
    var grade = try await verdicts(on: answer, judgedIn: shelf, exercise)
    if answer.errors.isEmpty, !grade.isSolved {
      grade.hints = try await hints(for: answer.outcomes, grade, exercise)
    }
    return grade
  }

  /// The grade of the author's own code, without hints.
  func verdicts(of lines: [CodeLine], _ exercise: Exercise) async throws -> Grade {
    try await verdicts(on: try await keptOutcomes(of: lines, exercise), judgedIn: authors, exercise)
  }

  /// The grade of a typical mistake, without hints.
  func verdicts(of mistake: Exercise.Mistake, _ exercise: Exercise) async throws -> Grade {
    try await verdicts(on: try await keptRuns(of: mistake, exercise)[0], judgedIn: authors, exercise)
  }

  private func verdicts(
    on answer: Trials, judgedIn shelf: KeptTrials, _ exercise: Exercise
  ) async throws -> Grade {
    var grade = Grade(exercise: exercise.label)
    let reference = try await keptOutcomes(of: exercise.solution, exercise)
    grade.compilerErrors = answer.errors
    let judged =
      answer.errors.isEmpty
      ? try await judgements(of: answer.outcomes, reference.outcomes, exercise, in: shelf) : [:]
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

  /// The results of the conditions on the values, by the criterion's number. The program that computes them holds only
  /// the author's code.
  private func judgements(
    of outcomes: [Outcome], _ reference: [Outcome], _ exercise: Exercise, in shelf: KeptTrials
  ) async throws -> [Int: Outcome] {
    var numbers: [Int] = []
    var trials: [Trial] = []
    for (number, criterion) in exercise.criteria.enumerated() {
      guard let judge = criterion.judge, outcomes.indices.contains(number),
        reference.indices.contains(number),
        case .value(let value) = outcomes[number], case .value(let own) = reference[number],
        let type = LiteralType(of: own), let name = type.name, let literal = type.literal(of: value)
      else { continue }
      numbers.append(number)
      trials.append(
        Trial(
          prelude: seedLine(criterion, exercise) + "\nlet answer: \(name) = \(literal)",
          lines: [CodeLine(text: judge, position: criterion.position)]))
    }
    if trials.isEmpty { return [:] }
    let result = try await kept(shelf, exercise.solution, trials, exercise)[0]
    guard result.errors.isEmpty else {
      let shortfall = Shortfall.doesNotCompile(result.errors.first?.message)
      return Dictionary(uniqueKeysWithValues: numbers.map { ($0, .failed(shortfall)) })
    }
    return Dictionary(uniqueKeysWithValues: zip(numbers, result.outcomes))
  }

  /// The hints for the mistakes that give the same values as the answer.
  private func hints(for outcomes: [Outcome], _ grade: Grade, _ exercise: Exercise) async throws -> [String] {
    var hints: [String] = []
    for mistake in exercise.mistakes {
      guard let number = exercise.criteria.firstIndex(where: { $0.label == mistake.fails }),
        grade.criteria[number].shortfall != nil
      else { continue }
      let wrong = try await keptRuns(of: mistake, exercise)[0].outcomes
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

  /// The outcomes of the author's own code, from the cache if possible.
  func keptOutcomes(of lines: [CodeLine], _ exercise: Exercise) async throws -> Trials {
    try await kept(authors, lines, trials(of: exercise), exercise)[0]
  }

  /// Two runs of a typical mistake. Code that gives other values each time has other outcomes in the second.
  private func keptRuns(of mistake: Exercise.Mistake, _ exercise: Exercise) async throws -> [Trials] {
    try await kept(authors, mistake.lines, trials(of: exercise), exercise, runs: 2)
  }

  private func kept(
    _ shelf: KeptTrials, _ lines: [CodeLine], _ trials: [Trial], _ exercise: Exercise, runs count: Int = 1
  ) async throws -> [Trials] {
    let parts =
      [runner.surroundings, "runs \(count)", "\(exercise.timeout)", modules.joined(separator: " ")]
      + lines.map(\.text)
      + trials.map { $0.prelude + "\n" + $0.lines.map(\.text).joined(separator: "\n") }
    return try await shelf.runs(of: parts) {
      if count > 1, let runs = try await completeRuns(lines, trials, exercise, count) { return runs }
      var runs: [Trials] = []
      for _ in 0..<count { runs.append(try await run(lines, trials, file: exercise.chapter, exercise)) }
      return runs
    }
  }

  /// Runs of a program that is compiled once; nil if one of them does not reach its end.
  private func completeRuns(
    _ lines: [CodeLine], _ trials: [Trial], _ exercise: Exercise, _ count: Int
  ) async throws -> [Trials]? {
    let (plan, problems) = Planner.plan(
      lines, trials: trials, of: exercise.chapter, timeout: exercise.timeout, modules: modules)
    if !problems.isEmpty { return nil }
    let records = try await runner.run(plan, under: Array(repeating: nil, count: count))
    guard records.allSatisfy(\.isComplete) else { return nil }
    return records.map { record in
      Trials(errors: [], outcomes: trials.indices.map { Outcome($0, in: record) })
    }
  }

  private func trials(of exercise: Exercise) -> [Trial] {
    exercise.criteria.map { Trial(prelude: seedLine($0, exercise), lines: $0.lines) }
  }

  private func seedLine(_ criterion: Exercise.Criterion, _ exercise: Exercise) -> String {
    let seed = criterion.isHidden ? Self.mixed(exercise.seed, gradingSeed) : exercise.seed
    return "let seed: UInt64 = \(seed)\n_ = seed"
  }

  private static func mixed(_ seed: UInt64, _ other: UInt64) -> UInt64 {
    SplitMix64.mixed(seed &+ other &* 0x9E37_79B9_7F4A_7C15)
  }

  /// How often an answer may stop the whole program before its other checks are given up.
  private static let patience = 2

  /// Runs the trials. A trial that stops the whole program is left out of the next run, so that the others are judged.
  private func run(
    _ lines: [CodeLine], _ trials: [Trial], file: String, _ exercise: Exercise
  ) async throws -> Trials {
    var outcomes = [Outcome?](repeating: nil, count: trials.count)
    for _ in 0..<Self.patience {
      let open = trials.indices.filter { outcomes[$0] == nil }
      if open.isEmpty { break }
      let (plan, problems) = Planner.plan(
        lines, trials: open.map { trials[$0] }, of: file, timeout: exercise.timeout, modules: modules)
      if !problems.isEmpty { return Trials(errors: problems, outcomes: []) }
      let record = try await runner.run(plan)
      if !record.compilerErrors.isEmpty { return Trials(errors: record.compilerErrors, outcomes: []) }
      for (number, index) in open.enumerated() {
        let isReached = record.blocks[number + 1].state != .notRun
        let isTrusted =
          record.isComplete || record.blocks[number + 1].attempt != nil || record.failure?.reason != .lost
        if isReached, isTrusted { outcomes[index] = Outcome(number, in: record) }
      }
      // The answer stopped before any check, or exited without a report, so none of its values can be trusted.
      if open.allSatisfy({ outcomes[$0] == nil }) || record.failure?.reason == .lost {
        let reason = Outcome(0, in: record.isComplete ? record : record.withoutAttempts)
        return Trials(errors: [], outcomes: outcomes.map { _ in reason })
      }
    }
    return Trials(
      errors: [],
      outcomes: outcomes.map { $0 ?? .failed(.notTried) })
  }
}

extension RunRecord {
  /// The record without the values and results that forked copies of the process reported.
  fileprivate var withoutAttempts: RunRecord {
    var record = self
    for index in record.blocks.indices { record.blocks[index].attempt = nil }
    record.values = [:]
    return record
  }
}

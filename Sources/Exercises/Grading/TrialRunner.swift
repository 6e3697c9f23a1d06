import Book
import Caching
import ElementaryNumerics
import Events
import Plan
import Runner

/// Runs code under the checks of an exercise and reports the values that they found.
struct TrialRunner: Sendable {
  /// The owner of the values that a condition is about. Results for answers are kept in memory only.
  enum Subject { case author, answer }

  private let runner: ChapterRunner
  private let modules: [String]
  private let authors: KeptTrials
  private let answers = KeptTrials(cache: nil)
  private let gradingSeed: UInt64

  /// - Parameter cache: The cache for outcomes of the author's code; nil to keep them in memory only.
  init(runner: ChapterRunner, modules: [String], cache: ContentCache?, gradingSeed: UInt64) {
    self.runner = runner
    self.modules = modules
    authors = KeptTrials(cache: cache)
    self.gradingSeed = gradingSeed
  }

  /// The outcomes of an answer, which are never kept.
  func outcomes(ofAnswer lines: [CodeLine], file: String, _ exercise: Exercise) async throws -> Trials {
    try await run(lines, trials(of: exercise), file: file, exercise)
  }

  /// The outcomes of the author's own code, from the cache if possible.
  func outcomes(of lines: [CodeLine], _ exercise: Exercise) async throws -> Trials {
    try await kept(authors, lines, trials(of: exercise), exercise)[0]
  }

  /// Two runs of a typical mistake. Code that gives other values each time has other outcomes in the second.
  func twoRuns(of mistake: Exercise.Mistake, _ exercise: Exercise) async throws -> [Trials] {
    try await kept(authors, mistake.lines, trials(of: exercise), exercise, runs: 2)
  }

  /// The condition of a criterion on a value, which stands in the program as a literal.
  func condition(
    _ text: String, on literal: String, type: String, _ criterion: Exercise.Criterion, _ exercise: Exercise
  ) -> Trial {
    Trial(
      prelude: seedLine(criterion, exercise) + "\nlet answer: \(type) = \(literal)",
      lines: [CodeLine(text: text, position: criterion.position)])
  }

  /// The outcomes of conditions, computed by a program that holds only the author's code.
  func outcomes(
    of conditions: [Trial], on subject: Subject, _ exercise: Exercise
  ) async throws -> Trials {
    let shelf =
      switch subject {
      case .author: authors
      case .answer: answers
      }
    return try await kept(shelf, exercise.solution, conditions, exercise)[0]
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

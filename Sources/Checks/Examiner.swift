import Book
import Caching
import Events
import Plan
import Runner

/// Judges a chapter: what was expected, beside what happened.
package struct Examiner {
  private let plan: BuildPlan
  private let record: RunRecord

  /// The verdict of every check of `chapter`.
  package static func report(
    on chapter: Chapter, plan: BuildPlan, record: RunRecord, cache: ContentCache? = nil
  ) -> ChapterReport {
    let examiner = Examiner(plan: plan, record: record)
    let formulas = FormulaExaminer.examine(chapter, cache: cache)
    let checks =
      examiner.compilerErrors + examiner.failure + examiner.probes + examiner.expectations
      + examiner.compileAttempts + examiner.verifications + examiner.recordings + formulas.checks
      + ClaimExaminer.examine(chapter, plan: plan, record: record)
    let ordered = checks.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }
    return ChapterReport(
      path: chapter.path, title: chapter.title, checks: ordered.map(\.element), formulas: formulas.formulas)
  }

  private var compilerErrors: [CheckResult] {
    record.compilerErrors.map { error in
      result(
        .compiles, at: error.position, subject: "", expected: "code that compiles", actual: error.message,
        reason: error.message)
    }
  }

  private var failure: [CheckResult] {
    record.failure.map { failure in
      [
        result(
          .runs, at: failure.position, subject: "", expected: "a run to the end", actual: failure.reason.text,
          reason: failure.reason.text)
      ]
    } ?? []
  }

  private var probes: [CheckResult] {
    plan.probes.indices.flatMap { number in
      plan.probes[number].checks.map { judge($0, of: plan.probes[number], number: number) }
    }
  }

  private func judge(_ check: Check, of probe: Probe, number: Int) -> CheckResult {
    let value = record.values[number]
    switch check.kind {
    case .approximate(let expected, let tolerance):
      let comparison = value.map { Comparison.approximate(expected, $0, within: tolerance) } ?? .notReached
      var result = result(
        .approximate, at: check.position, subject: probe.expression, expected: expected.text,
        actual: value?.description ?? Comparison.nothing, tolerance: tolerance.text(for: expected),
        reason: comparison.difference, toleranceUsed: comparison.toleranceUsed)
      // A value that is exactly as written says nothing about its tolerance.
      if tolerance != .asWritten, let use = comparison.toleranceUsed, use > 0, use < 1e-6,
        result.verdict == .passed
      {
        result.remark = "the tolerance is \(short(1 / use)) times as large as the error"
      }
      return result
    case .equal(let expected):
      let comparison = value.map { Comparison.equal(expected, $0) } ?? .notReached
      return result(
        .equal, at: check.position, subject: probe.expression, expected: expected.text,
        actual: value?.description ?? Comparison.nothing, reason: comparison.difference)
    case .prints(let lines):
      let expected = lines.joined(separator: "\n")
      var printed = record.printed[number]
      if printed?.hasSuffix("\n") == true { printed?.removeLast() }
      let difference = printed.map {
        $0 == expected ? nil : "expected \(quoted(expected)), printed \(quoted($0))"
      }
      return result(
        .prints, at: check.position, subject: probe.expression, expected: expected,
        actual: printed ?? Comparison.nothing, reason: difference ?? Comparison.notReached.difference)
    }
  }

  /// Blocks that have to fail.
  private var expectations: [CheckResult] {
    zip(plan.blocks, record.blocks).compactMap { block, blockRecord in
      guard let expectation = block.expectation else { return nil }
      let actual = blockRecord.attempt?.text ?? Comparison.nothing
      switch (expectation, blockRecord.attempt) {
      case (.trap, .trapped), (.throwing, .threw):
        return result(
          expectation.kind, at: block.position, subject: "", expected: expectation.text, actual: actual)
      default:
        return result(
          expectation.kind, at: block.position, subject: "", expected: expectation.text, actual: actual,
          reason: "the block was expected to \(expectation.text), and \(actual)")
      }
    }
  }

  /// Formulas that were compared with code.
  private var verifications: [CheckResult] {
    record.verifications.map { record in
      let verification = record.verification
      let place = plan.statements.indices.contains(record.statement) ? plan.statements[record.statement] : nil
      let points = "\(verification.points) points"
      return result(
        .bound, at: place ?? SourcePosition(file: plan.chapter, line: 1), subject: verification.label,
        expected: "the code agrees with the formula",
        actual: verification.disagreement
          ?? "they agree at \(points); largest relative difference \(verification.largestError)",
        reason: verification.disagreement.map {
          "the code and the formula '\(verification.label)' differ: \($0)"
        })
    }
  }

  /// Values that were taken from records; one that cannot be used is a failure of the run.
  private var recordings: [CheckResult] {
    record.recordings.map { use in
      let place = plan.statements.indices.contains(use.statement) ? plan.statements[use.statement] : nil
      let data = use.data.isEmpty ? "" : " from the data \(use.data.joined(separator: ", "))"
      var result = result(
        .recorded, at: place ?? SourcePosition(file: plan.chapter, line: 1), subject: use.name,
        expected: "a record made by this code", actual: "a record made by this code\(data)")
      result.remark = use.remark.map { "the record '\(use.name)' was \($0)" }
      return result
    }
  }

  private var compileAttempts: [CheckResult] {
    plan.compileAttempts.enumerated().map { index, attempt in
      let errors = record.compileAttempts.indices.contains(index) ? record.compileAttempts[index].errors : nil
      guard let expected = attempt.expectedError else {
        let error = errors?.first
        return result(
          .compiles, at: error?.position ?? attempt.position, subject: "", expected: "code that compiles",
          actual: error?.message ?? (errors == nil ? Comparison.nothing : "it compiles"),
          reason: error?.message ?? (errors == nil ? Comparison.notReached.difference : nil))
      }
      let messages = errors.map { $0.map(\.message) } ?? []
      let actual = messages.first ?? (errors == nil ? Comparison.nothing : "it compiles")
      let isAsExpected = messages.contains { $0.contains(expected) }
      return result(
        .compileError, at: attempt.position, subject: "", expected: expected,
        actual: messages.first { $0.contains(expected) } ?? actual,
        reason: isAsExpected ? nil : "expected a compile error with \(quoted(expected)), and got: \(actual)")
    }
  }

  private func result(
    _ kind: CheckResult.Kind, at position: SourcePosition, subject: String, expected: String, actual: String,
    tolerance: String = "", reason: String? = nil, toleranceUsed: Double? = nil
  ) -> CheckResult {
    CheckResult(
      line: position.line, column: position.utf8Column, kind: kind, subject: subject, expected: expected,
      actual: actual, tolerance: tolerance, verdict: reason == nil ? .passed : .failed,
      toleranceUsed: toleranceUsed, reason: reason)
  }

  private func quoted(_ text: String) -> String { text.debugDescription }
}

extension Comparison {
  static let nothing = "was not reached"
  static let notReached = Comparison(
    difference: "the check was not reached, because the chapter stopped before it")
}

extension BlockOptions.Expectation {
  fileprivate var kind: CheckResult.Kind {
    switch self {
    case .trap: .trap
    case .throwing: .throws
    case .compileError: .compileError
    }
  }

  fileprivate var text: String {
    switch self {
    case .trap: "trap"
    case .throwing: "throw"
    case .compileError: "fail to compile"
    }
  }
}

extension AttemptOutcome {
  fileprivate var text: String {
    switch self {
    case .ranToItsEnd: "it ran to its end"
    case .threw(let message): "it threw \(message)"
    case .trapped(let message): "it trapped: \(message)"
    case .exited(let code): "it ended the process with code \(code)"
    }
  }
}

extension RunFailure.Reason {
  /// What happened, as a sentence without a capital.
  package var text: String {
    switch self {
    case .trapped(let message): "the block trapped: \(message)"
    case .threw(let message): "the block threw \(message); catch it, or declare '//| expect: throws'"
    case .exited(let code): "the block ended the process with code \(code); remove the call that exits"
    case .timedOut(let seconds):
      "the block did not end within \(short(seconds)) s; make it shorter, or raise '//| timeout:'"
    case .wroteTooMuch(let bytes): "the block wrote more than \(bytes >> 20) MiB of output; print less"
    case .exceeded(.processorTime, let limit):
      "the block used more than \(short(limit)) s of processor time; compute less, or raise '//| cpu:'"
    case .exceeded(.memory, let limit):
      "the block used more than \(short(limit)) MiB of memory; use less, or raise '//| memory:'"
    case .exceeded(.processes, let limit):
      "the block had more than \(short(limit)) processes; start fewer, or raise '//| processes:'"
    case .exceeded(.files, let limit):
      "the block had more than \(short(limit)) open files; close some, or raise '//| files:'"
    case .recordRefused(let reason): "no record can be used: \(reason)"
    case .killed(let signal): "the program was killed by signal \(signal)"
    case .lost: "the program ended without a record of having run everything"
    }
  }
}

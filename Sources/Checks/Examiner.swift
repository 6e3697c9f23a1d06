import Book
import Caching
import Events
import GFM
import Plan
import Runner

/// Judges a chapter: compares what was expected with what happened.
package struct Examiner {
  private let chapter: Chapter
  private let plan: BuildPlan
  private let record: RunRecord

  /// The verdict of every check of `chapter`.
  package static func report(
    on chapter: Chapter, plan: BuildPlan, record: RunRecord, live: LiveModule? = nil,
    cache: ContentCache? = nil
  ) -> ChapterReport {
    let examiner = Examiner(chapter: chapter, plan: plan, record: record)
    let formulas = FormulaExaminer.examine(chapter, cache: cache)
    return ChapterReport(
      path: chapter.path, title: chapter.title,
      checks: examiner.program + examiner.probes + examiner.expectations + examiner.compileAttempts
        + examiner.verifications + examiner.recordings + formulas.checks
        + ClaimExaminer.examine(chapter, plan: plan, record: record)
        + examiner.liveBlocks(live),
      formulas: formulas.formulas)
  }

  /// The errors of compiling and running the program, at the positions that the compiler or a backtrace reports.
  private var program: [CheckResult] {
    func result(_ position: SourcePosition, _ expectation: Expectation, _ finding: Finding) -> CheckResult {
      CheckResult(at: position, in: chapter.block(atLine: position.line)?.id, expectation, finding)
    }
    return record.compilerErrors.map { result($0.position, .compiles, .compilerErrors([$0.message])) }
      + (record.failure.map { [result($0.position, .runs, .stopped($0.reason))] } ?? [])
  }

  private var probes: [CheckResult] {
    plan.probes.enumerated().flatMap { number, probe in
      probe.checks.map { check in
        let (expectation, finding) = judge(check, number)
        return CheckResult(
          at: check.position, in: probe.node, subject: probe.expression, expectation, finding)
      }
    }
  }

  private func judge(_ check: Check, _ probe: Int) -> (Expectation, Finding) {
    let value = record.values[probe]
    switch check.kind {
    case .approximate(let expected, let tolerance):
      let comparison = value.map { Comparison.approximate(expected, $0, within: tolerance) }
      return (.approximate(expected.text, tolerance.allowance(for: expected)), finding(value, comparison))
    case .equal(let expected):
      return (.equal(expected.text), finding(value, value.map { Comparison.equal(expected, $0) }))
    case .prints(let lines):
      var printed = record.printed[probe]
      if printed?.hasSuffix("\n") == true { printed?.removeLast() }
      return (.prints(lines.joined(separator: "\n")), printed.map(Finding.printed) ?? .notReached)
    }
  }

  private func finding(_ value: Value?, _ comparison: Comparison?) -> Finding {
    guard let value, let comparison else { return .notReached }
    let actual = value.description
    return comparison.difference.map { .differs(actual: actual, $0) }
      ?? .agrees(actual: actual, toleranceUsed: comparison.toleranceUsed)
  }

  /// Blocks that must fail.
  private var expectations: [CheckResult] {
    zip(plan.blocks, record.blocks).compactMap { block, blockRecord in
      guard let expectation = block.expectation else { return nil }
      let finding = blockRecord.attempt.map { $0.failure.map(Finding.stopped) ?? .ranToItsEnd }
      return CheckResult(
        at: block.position, in: block.id, Expectation(expectation), finding ?? .notReached)
    }
  }

  private var compileAttempts: [CheckResult] {
    plan.compileAttempts.enumerated().map { index, attempt in
      let errors = record.compileAttempts.indices.contains(index) ? record.compileAttempts[index].errors : nil
      let place = attempt.expectedError == nil ? errors?.first?.position : nil
      let finding = errors.map { $0.isEmpty ? Finding.compiled : .compilerErrors($0.map(\.message)) }
      return CheckResult(
        at: place ?? attempt.position, in: attempt.node,
        attempt.expectedError.map(Expectation.compileError) ?? .compiles, finding ?? .notReached)
    }
  }

  /// Formulas that were compared with code.
  private var verifications: [CheckResult] {
    record.verifications.map { record in
      let verification = record.verification
      return plan.result(
        atStatement: record.statement, verification.label, .binding,
        verification.disagreement.map(Finding.codeDiffers)
          ?? .codeAgrees(points: verification.points, largestError: verification.largestError))
    }
  }

  /// Whether live blocks show the same on the page.
  private func liveBlocks(_ module: LiveModule?) -> [CheckResult] {
    zip(plan.live, module?.blocks ?? []).flatMap { live, block -> [CheckResult] in
      let result = { (position: SourcePosition, finding: Finding) in
        CheckResult(
          at: position, in: live.block, subject: live.settings.map(\.control.name).joined(separator: ", "),
          .live,
          finding)
      }
      switch block.outcome {
      case .agrees(let settings, let isExact):
        return [result(live.position, .liveAgrees(settings: settings, isExact: isExact))]
      case .differs(let setting, let difference):
        return [result(live.position, .liveDiffers(setting: setting, difference: difference))]
      case .stops(let setting, let reason):
        return [result(live.position, .liveStops(setting: setting, reason: reason))]
      case .notCompiled(let errors):
        return errors.map { result($0.position, .compilerErrors([$0.message])) }
      case .notReached: return [result(live.position, .notReached)]
      }
    }
  }

  /// Values that were read from records. A record that cannot be used makes the run fail instead.
  private var recordings: [CheckResult] {
    record.recordings.map { use in
      plan.result(
        atStatement: use.statement, use.name, .record, .recorded(data: use.data, remarks: use.remarks))
    }
  }
}

extension CheckResult {
  init(
    at position: SourcePosition, in block: MarkdownNode.ID?, subject: String = "",
    _ expectation: Expectation, _ finding: Finding
  ) {
    self.init(
      line: position.line, column: position.utf8Column, block: block, subject: subject,
      expectation: expectation, finding: finding)
  }
}

extension BuildPlan {
  /// A result at a statement of the program, or at the beginning of the chapter if it belongs to no statement.
  fileprivate func result(
    atStatement number: Int, _ subject: String, _ expectation: Expectation, _ finding: Finding
  ) -> CheckResult {
    let statement = statement(number)
    return CheckResult(
      at: statement?.position ?? SourcePosition(file: chapter, line: 1), in: statement?.block,
      subject: subject,
      expectation, finding)
  }
}

extension Expectation {
  fileprivate init(_ expectation: BlockOptions.Expectation) {
    switch expectation {
    case .trap: self = .traps
    case .throwing: self = .throws
    case .compileError(let text): self = .compileError(text)
    }
  }
}

import Book
import Caching
import Formulas
import Foundation

/// Judges the displayed formulas of a chapter, in order: what one defines, the next ones know.
///
/// Every formula is read. One that asks for nothing is left alone where it cannot be decided; a step of it
/// that is wrong is reported all the same. One with `given` or `expect` has to be decided step by step.
struct FormulaExaminer {
  private let chapter: Chapter
  /// What the formulas of the chapter have said so far. Chapters restate rules and vary them on purpose.
  private var text = Derivation(rigour: .lenient)
  private var formulas: [FormulaReport] = []
  private var checks: [CheckResult] = []

  /// The formulas of a chapter with their verdicts, and the checks that come of them.
  struct Examination: Codable {
    var formulas: [FormulaReport]
    var checks: [CheckResult]
  }

  /// Judges the formulas of `chapter`, or finds what an earlier build found of the same text.
  static func examine(_ chapter: Chapter, cache: ContentCache?) -> Examination {
    guard let cache else { return examine(chapter) }
    let key = Fingerprint.of(["formulas", chapter.path, chapter.text].joined(separator: "\u{0}"))
    if let text = cache.text(under: key),
      let kept = try? JSONDecoder().decode(Examination.self, from: Data(text.utf8))
    {
      return kept
    }
    let examination = examine(chapter)
    if let data = try? JSONEncoder().encode(examination) {
      cache.keep(String(decoding: data, as: UTF8.self), under: key)
    }
    return examination
  }

  private static func examine(_ chapter: Chapter) -> Examination {
    var examiner = FormulaExaminer(chapter: chapter)
    for block in chapter.blocks where block.role == .math {
      if block.options.audit.equivalentTo == nil { examiner.judge(block) } else { examiner.compare(block) }
    }
    return Examination(formulas: examiner.formulas, checks: examiner.checks)
  }

  private init(chapter: Chapter) { self.chapter = chapter }

  private mutating func judge(_ block: Block) {
    let audit = block.options.audit
    var report = FormulaReport(line: block.position.line, label: block.options.label, steps: [])
    defer { formulas.append(report) }
    do throws(ReadingError) {
      let formula = try Formula(block.code)
      let steps: [JudgedStep]
      if audit.isRequested {
        // What is given begins a derivation of its own, in which nothing may stay open.
        var derivation = try Derivation(given: audit.given ?? "")
        steps = derivation.judge(formula)
      } else {
        steps = text.judge(formula)
      }
      report.steps = steps.enumerated().map { step($1, number: $0 + 1, in: block) }
    } catch {
      guard audit.isRequested else { return }
      let place = block.position(ofLine: error.position.line, column: error.position.column)
      addCheck(
        .formula, at: place, subject: block.options.label ?? "", expected: "a formula that can be read",
        actual: "\(error)", reason: "the formula cannot be judged: \(error)")
      return
    }
    for step in report.steps { addCheck(for: step, isRequested: audit.isRequested) }
    for number in audit.failingSteps where !report.steps.contains(where: { $0.number == number }) {
      addCheck(
        .declaredFailure, at: block.position, subject: "step \(number)", expected: "a step that fails",
        actual: "there is no such step",
        reason: "the formula has \(report.steps.count) steps and no step \(number)")
    }
  }

  private func step(_ judged: JudgedStep, number: Int, in block: Block) -> FormulaStep {
    let place = block.position(ofLine: judged.position.line, column: judged.position.column)
    return FormulaStep(
      number: number, line: place.line, column: place.utf8Column, left: judged.left,
      right: judged.right,
      leftValue: judged.leftValue.map { "\($0)" } ?? "", rightValue: judged.rightValue.map { "\($0)" } ?? "",
      verdict: FormulaStep.Verdict(rawValue: judged.verdict.name) ?? .undetermined,
      message: judged.verdict.message(for: judged),
      isDeclared: block.options.audit.failingSteps.contains(number))
  }

  private mutating func addCheck(for step: FormulaStep, isRequested: Bool) {
    let place = SourcePosition(file: chapter.path, line: step.line, utf8Column: step.column)
    let kind = step.isDeclared ? CheckResult.Kind.declaredFailure : .formula
    let reason: String?
    switch (step.verdict, step.isDeclared) {
    case (.fails, true), (.holds, false): reason = nil
    case (.fails, false): reason = "step \(step.number) of the formula does not hold: \(step.message)"
    case (.holds, true): reason = "step \(step.number) of the formula holds, and it was declared not to"
    case (.definition, false): return
    case (.undetermined, false), (.unreadable, false):
      if !isRequested { return }
      reason = "step \(step.number) of the formula cannot be judged: \(step.message)"
    case (_, true): reason = "step \(step.number) of the formula was declared not to hold: \(step.message)"
    }
    addCheck(
      kind, at: place, subject: "\(step.left) = \(step.right)",
      expected: value(step.leftValue, or: step.left),
      actual: value(step.rightValue, or: step.right), reason: reason)
  }

  private func value(_ value: String, or latex: String) -> String { value.isEmpty ? latex : value }

  /// Compares a formula with another one of the chapter.
  private mutating func compare(_ block: Block) {
    let audit = block.options.audit
    guard let label = audit.equivalentTo else { return }
    let other = chapter.blocks.first { $0.role == .math && $0.options.label == label }
    let expected = audit.differs ? "a difference from \(label)" : "agreement with \(label)"
    func add(_ actual: String, reason: String?) {
      addCheck(
        audit.differs ? .declaredFailure : .formula, at: block.position,
        subject: block.options.label ?? "formula", expected: expected,
        actual: actual,
        reason: reason)
    }
    guard let other else {
      return add("no such formula", reason: "the chapter has no formula labelled '\(label)'")
    }
    do throws(ReadingError) {
      switch try FormulaEquivalence().compare(block.code, other.code, mapping: audit.mapping) {
      case .equivalent(let samples):
        let text = "they agree at \(samples) points"
        add(
          text,
          reason: audit.differs ? "the formula was declared to differ from '\(label)', and \(text)" : nil)
      case .differs(let difference):
        let text =
          "\(difference.name) differs by up to \(short(difference.relativeDifference * 100))% at random points: "
          + "\(difference.left) by this formula, \(difference.right) by '\(label)'"
        add(text, reason: audit.differs ? nil : text)
      case .notComparable(let failure):
        add("not comparable", reason: "the formula cannot be compared with '\(label)': \(failure)")
      }
    } catch {
      add("not readable", reason: "the formula cannot be compared with '\(label)': \(error)")
    }
  }

  private mutating func addCheck(
    _ kind: CheckResult.Kind, at place: SourcePosition, subject: String, expected: String, actual: String,
    reason: String?
  ) {
    checks.append(
      CheckResult(
        line: place.line, column: place.utf8Column, kind: kind, subject: subject, expected: expected,
        actual: actual, tolerance: "", verdict: reason == nil ? .passed : .failed, toleranceUsed: nil,
        reason: reason))
  }
}

extension Block {
  /// Where a place of the formula stands in the chapter; lines count below the options.
  fileprivate func position(ofLine line: Int, column: Int) -> SourcePosition {
    guard lines.indices.contains(line - 1) else { return position }
    var place = lines[line - 1].position
    place.utf8Column += column - 1
    return place
  }
}

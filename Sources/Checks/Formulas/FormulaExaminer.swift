import Book
import Caching
import DocumentAudit
import Formulas

/// Judges the displayed formulas of a chapter in order. The definitions of a formula apply to the formulas after it.
///
/// Every formula is read. In a formula without `given` and `expect`, wrong steps are reported and undecided steps are
/// not. In a formula with one of them, every step must be decided. In a chapter with `formulas: audit`, a wrong step of
/// the former is reported only if the audit of documents accuses it.
struct FormulaExaminer {
  private let chapter: Chapter
  /// The lines on which the audit of documents is sure of a mistake; nil in a chapter that is judged strictly.
  private let accused: Set<Int>?
  /// The derivation from all formulas so far. It is lenient, because chapters restate rules and vary them on purpose.
  private var text = Derivation(rigour: .lenient)
  private var formulas: [FormulaReport] = []
  private var checks: [CheckResult] = []

  /// The formulas of a chapter with their verdicts, and the checks that result from them.
  struct Examination: Codable {
    var formulas: [FormulaReport]
    var checks: [CheckResult]
  }

  /// Judges the formulas of `chapter`, or returns the cached result of an earlier build for the same text.
  static func examine(_ chapter: Chapter, cache: ContentCache?) -> Examination {
    let code = chapter.blocks.filter { $0.role == .math }.map(\.code)
    return cache.value("formulas", of: [chapter.path, chapter.text, chapter.formulaStandard.rawValue] + code)
    {
      examine(chapter)
    }
  }

  private static func examine(_ chapter: Chapter) -> Examination {
    var examiner = FormulaExaminer(chapter: chapter)
    for block in chapter.blocks where block.role == .math {
      if let other = block.options.audit.equivalentTo {
        examiner.compare(block, with: other)
      } else {
        examiner.judge(block)
      }
    }
    return Examination(formulas: examiner.formulas, checks: examiner.checks)
  }

  private init(chapter: Chapter) {
    self.chapter = chapter
    accused = chapter.formulaStandard == .audit ? Self.accusedLines(of: chapter) : nil
  }

  private static func accusedLines(of chapter: Chapter) -> Set<Int> {
    guard chapter.blocks.contains(where: { $0.role == .math }) else { return [] }
    var source = AuditSource(path: chapter.path, text: chapter.text, format: .markdown)
    source.macros = chapter.macros
    return Set(DocumentAuditor().audit(source).findings.filter(\.kind.isError).map(\.line))
  }

  private mutating func judge(_ block: Block) {
    let audit = block.options.audit
    var report = FormulaReport(block: block.id, line: block.position.line, label: block.options.label)
    defer { formulas.append(report) }
    do throws(ReadingError) {
      let formula = try Formula(block.code)
      let printed = try PrintedRows(block.code)
      let steps: [JudgedStep]
      if audit.isRequested {
        // A formula that requests an audit has its own derivation, in which every step must be decided.
        var derivation = try Derivation(given: audit.given ?? "")
        steps = derivation.judge(formula)
      } else {
        steps = text.judge(formula)
      }
      report.rows = printed.rows.map(\.cells)
      report.steps = steps.enumerated().map { number, step in
        FormulaStep(
          step, number: number + 1, row: printed.row(at: step.position.utf8Offset) ?? 0,
          at: block.position(ofLine: step.position.line, column: step.position.column),
          isDeclared: audit.failingSteps.contains(number + 1))
      }
      if let accused, !audit.isRequested { report.excuseSteps(in: block, unlessAccused: accused) }
    } catch {
      guard audit.isRequested else { return }
      add(
        at: block.position(ofLine: error.position.line, column: error.position.column), in: block,
        block.options.label ?? "", .readable, .unreadable("\(error)"))
      return
    }
    for step in report.steps where step.verdict != .definition || step.isDeclared {
      let isOpen = step.verdict == .undetermined || step.verdict == .unreadable
      if isOpen, !step.isDeclared, !audit.isRequested { continue }
      add(
        at: SourcePosition(file: chapter.path, line: step.line, utf8Column: step.column), in: block,
        "\(step.left) = \(step.right)", .step(fails: step.isDeclared, isRequested: audit.isRequested),
        .step(step))
    }
    for number in audit.failingSteps where !report.steps.contains(where: { $0.number == number }) {
      add(
        at: block.position, in: block, "step \(number)", .step(fails: true, isRequested: true),
        .noStep(number, count: report.steps.count))
    }
  }

  /// Compares a formula with another one of the chapter.
  private mutating func compare(_ block: Block, with label: String) {
    let audit = block.options.audit
    add(
      at: block.position, in: block, block.options.label ?? "formula",
      .agreement(with: label, differs: audit.differs), comparison(of: block, with: label))
  }

  private func comparison(of block: Block, with label: String) -> Finding {
    guard let other = chapter.blocks.first(where: { $0.role == .math && $0.options.label == label }) else {
      return .noFormula
    }
    do throws(ReadingError) {
      let mapping = block.options.audit.mapping
      switch try FormulaEquivalence().compare(block.code, other.code, mapping: mapping) {
      case .equivalent(let samples): return .formulasAgree(points: samples)
      case .differs(let difference):
        return .formulasDiffer(
          name: difference.name, percent: short(difference.relativeDifference * 100) + "%",
          own: "\(difference.left)", other: "\(difference.right)")
      case .notComparable(let failure): return .incomparable("\(failure)")
      }
    } catch {
      return .incomparable("\(error)")
    }
  }

  private mutating func add(
    at position: SourcePosition, in block: Block, _ subject: String, _ expectation: Expectation,
    _ finding: Finding
  ) {
    checks.append(CheckResult(at: position, in: block.id, subject: subject, expectation, finding))
  }
}

extension FormulaReport {
  /// Leaves wrong steps undecided that the audit of documents does not accuse.
  fileprivate mutating func excuseSteps(in block: Block, unlessAccused accused: Set<Int>) {
    let lines = block.position.line...(block.lines.last?.position.line ?? block.position.line)
    for (index, step) in steps.enumerated() where step.verdict == .fails {
      // The audit places the mistake of a single step at its beginning.
      let places = steps.count == 1 ? lines : step.line...step.line
      if accused.contains(where: places.contains) { continue }
      steps[index].verdict = .undetermined
      steps[index].message = "may be wrong, or the text means something else: \(step.message)"
    }
  }
}

extension FormulaStep {
  fileprivate init(_ step: JudgedStep, number: Int, row: Int, at place: SourcePosition, isDeclared: Bool) {
    self.init(
      number: number, row: row, line: place.line, column: place.utf8Column, left: step.left,
      right: step.right, leftValue: step.leftValue.map { "\($0)" } ?? "",
      rightValue: step.rightValue.map { "\($0)" } ?? "", verdict: step.verdict.kind,
      message: step.verdict.message(for: step), isDeclared: isDeclared)
  }
}

extension Block {
  /// The position in the chapter of a place in the formula. Line 1 is the first line below the options.
  fileprivate func position(ofLine line: Int, column: Int) -> SourcePosition {
    guard lines.indices.contains(line - 1) else { return position }
    var place = lines[line - 1].position
    place.utf8Column += column - 1
    return place
  }
}

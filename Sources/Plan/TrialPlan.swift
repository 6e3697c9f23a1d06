import Book
import GFM

/// One test of given code. The last of its statements is an expression, whose value is the answer.
package struct Trial: Sendable, Equatable {
  /// Code before the statements, with constants that they use.
  package var prelude: String
  /// The statements.
  package var lines: [CodeLine]

  /// Creates a trial from its parts.
  package init(prelude: String, lines: [CodeLine]) {
    self.prelude = prelude
    self.lines = lines
  }
}

extension Planner {
  /// Plans `code` with its trials. The code is block 0. Each trial is a block of its own and runs in a copy of the
  /// process, so that no trial can change or stop another. Probe `n` is the answer of trial `n`.
  package static func plan(
    _ code: [CodeLine], trials: [Trial], of file: String, timeout: Duration, modules: [String]
  ) -> (plan: BuildPlan, diagnostics: [Diagnostic]) {
    var planner = TrialPlanner(file: file, timeout: timeout, modules: modules, trialCount: trials.count)
    planner.add(code)
    for trial in trials { planner.add(trial) }
    planner.plan.program.appendScaffolding("_galleyFinish()")
    return (planner.plan, planner.diagnostics)
  }
}

/// Combines code and trials into one program.
private struct TrialPlanner {
  var plan: BuildPlan
  var diagnostics: [Diagnostic] = []
  private let file: String
  private let timeout: Duration

  init(file: String, timeout: Duration, modules: [String], trialCount: Int) {
    self.file = file
    self.timeout = timeout
    plan = BuildPlan(
      chapter: file, program: SwiftProgram(), blocks: [], statements: [], probes: [], compileAttempts: [])
    let imports = (["Notebook"] + modules.filter { $0 != "Notebook" }).map { "import \($0)" }
    let seconds = Planner.processorLimit(
      of: Array(
        repeating: PlannedBlock(
          id: MarkdownNode.ID(0), timeout: timeout, at: SourcePosition(file: file, line: 1)),
        count: trialCount + 1))
    plan.program.appendScaffolding(
      imports.joined(separator: "\n")
        + "\n_galleyStart(fileSize: \(Planner.fileLimit), processorSeconds: \(seconds), files: 96)")
  }

  mutating func add(_ code: [CodeLine]) {
    check(code)
    begin(at: code.first?.position)
    plan.program.append(code)
    end()
  }

  mutating func add(_ trial: Trial) {
    let text = trial.lines.map(\.text).joined(separator: "\n")
    let syntax = BlockSyntax(code: text)
    check(trial.lines)
    let place = trial.lines.first?.position ?? SourcePosition(file: file, line: 1)
    guard let last = syntax.statements.last, last.observed == .expression else {
      diagnostics.append(
        Diagnostic(
          .error, at: place, "the last line of a check must be an expression",
          fix: "end it with the value to compare"))
      return
    }
    begin(at: place)
    plan.program.appendScaffolding("if _galleyAttempt() {\ndo {\n" + trial.prelude)
    let number = plan.probes.count
    plan.probes.append(
      Probe(
        node: plan.blocks[plan.blocks.count - 1].id, position: place,
        expression: String(decoding: Array(text.utf8)[last.range], as: UTF8.self), purpose: .check, checks: []
      ))
    plan.program.append(
      trial.lines,
      insertions: [
        Insertion(offset: last.range.lowerBound, text: "_galleyValue(\(number), "),
        Insertion(offset: last.range.upperBound, text: ")"),
      ])
    plan.program.appendScaffolding("_galleyAttemptEnded()\n} catch { _galleyAttemptThrew(error) }\n}")
    end()
  }

  private mutating func begin(at position: SourcePosition?) {
    plan.program.appendScaffolding("_galleyBegin(block: \(plan.blocks.count))")
    plan.blocks.append(
      PlannedBlock(
        id: MarkdownNode.ID(plan.blocks.count), timeout: timeout,
        at: position ?? SourcePosition(file: file, line: 1)))
  }

  private mutating func end() {
    plan.program.appendScaffolding("_galleyEnd(block: \(plan.blocks.count - 1))")
  }

  private mutating func check(_ lines: [CodeLine]) {
    for error in BlockSyntax(code: lines.map(\.text).joined(separator: "\n")).errors {
      var rest = error.offset
      let line = lines.first { line in
        if rest <= line.text.utf8.count { return true }
        rest -= line.text.utf8.count + 1
        return false
      }
      var position = line?.position ?? lines.last?.position ?? SourcePosition(file: file, line: 1)
      position.utf8Column += line == nil ? 0 : rest
      diagnostics.append(PlanProblem.syntax(error.message).diagnostic(at: position))
    }
  }
}

extension PlannedBlock {
  /// Creates a block of a trial, with the default limits.
  fileprivate init(id: MarkdownNode.ID, timeout: Duration, at position: SourcePosition) {
    self.init(
      id: id, position: position, timeout: timeout, limits: BlockLimits(), inputs: [],
      tokens: "",
      expectation: nil)
  }
}

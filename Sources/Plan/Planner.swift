import Book
import Caching
import GFM

/// Makes the plan of one chapter: one program out of its blocks, with probes where something is shown or
/// checked.
package struct Planner {
  private let chapter: Chapter
  private let session: Session
  /// How many pieces of code were parsed.
  private var parsedCount = 0
  var plan: BuildPlan
  var diagnostics: [Diagnostic] = []
  private var earlyUses = EarlyUses()
  /// What the prose has computed by calls since the last block; a name or a member changes nothing.
  private var callsInProse = ""

  /// Plans `chapter`. The plan is of use only when no diagnostic is an error.
  ///
  /// - Parameter session: What was parsed before, for a chapter that is planned again and again.
  package static func plan(
    _ chapter: Chapter, settings: BookSettings, session: Session = Session()
  ) -> (BuildPlan, [Diagnostic]) {
    var planner = Planner(chapter: chapter, settings: settings, session: session)
    planner.addAll()
    return (planner.plan, planner.diagnostics)
  }

  /// A program that writes more than this to stdout or stderr is stopped, in bytes.
  package static let outputLimit = 4 << 20

  /// When nobody watches any more, the system stops a program that has used this many seconds.
  package static func processorLimit(of blocks: [PlannedBlock]) -> Int {
    processorLimit(of: blocks.map { ($0.timeout, $0.limits) })
  }

  private static func processorLimit(of blocks: [(Duration, BlockLimits)]) -> Int {
    let seconds = blocks.map { $1.processorSeconds ?? $0 / .seconds(1) * 4 }.reduce(0, +)
    return Int(seconds.rounded(.up)) + 30
  }

  private init(chapter: Chapter, settings: BookSettings, session: Session) {
    self.chapter = chapter
    self.session = session
    plan = BuildPlan(
      chapter: chapter.path, program: SwiftProgram(), blocks: [], statements: [], probes: [],
      compileAttempts: [])
    let modules = ["Notebook"] + settings.modules.filter { $0 != "Notebook" }
    let imports = modules.map { "import \($0)" }.joined(separator: "\n")
    let blocks = chapter.blocks.filter { $0.role == .swiftRun }
    let processor = Self.processorLimit(of: blocks.map { ($0.options.timeout, $0.options.limits) })
    // One process cannot be held to the limits of one block, so it has those of the most generous.
    let files = (blocks.map(\.options.limits.files).max() ?? 0) + 32
    plan.program.appendScaffolding(
      "\(imports)\n_galleyStart(outputLimit: \(Self.outputLimit), processorSeconds: \(processor), files: \(files))"
    )
    registerFormulas()
  }

  /// Hands the labelled formulas to a program that compares code with them, as they are printed.
  private mutating func registerFormulas() {
    guard chapter.blocks.contains(where: { $0.role == .swiftRun && $0.code.contains("verify(") }) else {
      return
    }
    for block in chapter.blocks where block.role == .math {
      guard let label = block.options.label else { continue }
      plan.program.appendScaffolding(
        "_galleyFormula(\(label.debugDescription), \(block.code.debugDescription))")
    }
  }

  /// Blocks and numbers in the prose take effect in the order in which the reader meets them.
  private mutating func addAll() {
    let blocks = chapter.blocks.filter { $0.role == .swiftRun || $0.role == .swift }.map {
      ($0.id, Item.block($0))
    }
    let inlineValues = chapter.inlineValues.map { ($0.id, Item.inlineValue($0)) }
    for (_, item) in (blocks + inlineValues).sorted(by: { $0.0 < $1.0 }) {
      switch item {
      case .block(let block) where block.role == .swift: attemptToCompile(block, expectedError: nil)
      case .block(let block):
        if case .compileError(let text) = block.options.expectation {
          attemptToCompile(block, expectedError: text)
        } else {
          add(block)
        }
      case .inlineValue(let value): add(value)
      }
    }
    plan.program.appendScaffolding("_galleyFinish()")
    for (problem, position) in earlyUses.problems { report(problem, at: position) }
  }

  private enum Item {
    case block(Block)
    case inlineValue(InlineValue)
  }

  private mutating func add(_ block: Block) {
    let syntax = syntax(of: block.code)
    for error in syntax.errors {
      report(.syntax(error.message), at: block.position(ofOffset: error.offset))
    }
    for statement in syntax.statements where statement.isExecutable {
      // What a block that is expected to fail declares is gone with it.
      earlyUses.add(statement.names, declares: block.options.expectation == nil) { offset in
        block.position(ofOffset: offset == 0 ? statement.range.lowerBound : offset)
      }
    }
    let number = plan.blocks.count
    plan.blocks.append(
      PlannedBlock(
        id: block.id, position: block.position, timeout: block.options.timeout, limits: block.options.limits,
        inputs: block.options.inputs, tokens: callsInProse + syntax.tokens,
        uses: syntax.uses,
        expectation: block.options.expectation))
    callsInProse = ""
    let insertions = probe(block, syntax)
    // What is expected is no part of what the program does: the compiler never sees it.
    let checks = syntax.comments.filter { CheckComment($0.text) != nil }.map(\.offset)
    plan.program.begin("the code of block \(number + 1)")
    plan.program.appendScaffolding("_galleyBegin(block: \(number))")
    if block.options.expectation == nil {
      plan.program.append(block.lines, insertions: insertions, cuts: checks)
    } else {
      plan.program.appendScaffolding("if _galleyAttempt() {\ndo {")
      plan.program.append(block.lines, insertions: insertions, cuts: checks)
      plan.program.appendScaffolding("_galleyAttemptEnded()\n} catch { _galleyAttemptThrew(error) }\n}")
    }
    plan.program.appendScaffolding("_galleyEnd(block: \(number))")
    plan.program.begin("the numbers in the prose behind block \(number + 1)")
  }

  private mutating func add(_ value: InlineValue) {
    let syntax = syntax(of: "_ = (\n" + value.expression + "\n)")
    for error in syntax.errors.prefix(1) { report(.inlineSyntax(error.message), at: value.position) }
    for statement in syntax.statements {
      earlyUses.add(statement.names, declares: false) { _ in value.position }
    }
    if value.expression.contains("(") { callsInProse += value.expression + "\n" }
    let number = addProbe(
      Probe(
        node: value.id, position: value.position, expression: value.expression,
        purpose: .inline(digits: value.digits), checks: []))
    plan.program.append(
      value.expression, at: value.position, before: "_galleyValue(\(number), ", after: ")")
  }

  /// Compiles a block by itself behind all that the program holds so far.
  private mutating func attemptToCompile(_ block: Block, expectedError: String?) {
    guard let first = block.lines.first, let last = block.lines.last else { return }
    if expectedError == nil {
      for error in syntax(of: block.code).errors {
        report(.syntax(error.message), at: block.position(ofOffset: error.offset))
      }
    }
    var program = plan.program
    program.append(block.lines)
    plan.compileAttempts.append(
      CompileAttempt(
        node: block.id, position: block.position, program: program,
        lines: first.position.line...last.position.line, expectedError: expectedError))
  }

  private mutating func syntax(of code: String) -> BlockSyntax {
    parsedCount += 1
    return session.last("syntax \(chapter.path) \(parsedCount)", from: code) { BlockSyntax(code: code) }
  }

  mutating func addProbe(_ probe: Probe) -> Int {
    plan.probes.append(probe)
    return plan.probes.count - 1
  }

  mutating func report(_ problem: PlanProblem, at position: SourcePosition) {
    diagnostics.append(problem.diagnostic(at: position))
  }
}

extension Block {
  /// Where a byte of the block's code stands in the chapter.
  func position(ofOffset offset: Int) -> SourcePosition {
    var start = 0
    for line in lines {
      let end = start + line.text.utf8.count
      if offset <= end {
        var position = line.position
        position.utf8Column += offset - start
        return position
      }
      start = end + 1
    }
    return lines.last?.position ?? position
  }

  /// A part of the block's code.
  func code(in range: Range<Int>) -> String {
    String(decoding: Array(code.utf8)[range], as: UTF8.self)
  }
}

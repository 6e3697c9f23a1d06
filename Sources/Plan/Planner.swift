import Book
import Caching
import GFM

/// Makes the plan of one chapter: one program from all its blocks, with probes where something is shown or checked.
package struct Planner {
  private let chapter: Chapter
  private let session: Session
  private let modules: [String]
  /// How many pieces of code were parsed so far, as their key in `session`.
  private var parsedCount = 0
  var plan: BuildPlan
  var diagnostics: [Diagnostic] = []
  private var earlyUses = EarlyUses()
  /// The expressions with calls in the prose since the last block. An expression without a call changes nothing.
  private var callsInProse = ""

  /// Plans `chapter`. The plan must not be used if a diagnostic is an error.
  ///
  /// - Parameter session: Remembers parsed code, for a chapter that is planned repeatedly.
  package static func plan(
    _ chapter: Chapter, settings: BookSettings, session: Session = Session()
  ) -> (BuildPlan, [Diagnostic]) {
    var planner = Planner(chapter: chapter, settings: settings, session: session)
    planner.addAll()
    return (planner.plan, planner.diagnostics)
  }

  /// The largest output to stdout or stderr, in bytes. A program that writes more is stopped.
  package static let outputLimit = 4 << 20

  /// The largest file that a program may write, in bytes. The values and figures that it reports are such a file.
  package static let fileLimit = 16 << 20

  /// The seconds of processor time after which the system stops a program, even if galley no longer watches it.
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
    modules = settings.modules
    plan = BuildPlan(
      chapter: chapter.path, program: SwiftProgram(), blocks: [], statements: [], probes: [],
      compileAttempts: [])
    let modules = ["Notebook"] + settings.modules.filter { $0 != "Notebook" }
    let imports = modules.map { "import \($0)" }.joined(separator: "\n")
    let blocks = chapter.blocks.filter { $0.role == .swiftRun }
    let processor = Self.processorLimit(of: blocks.map { ($0.options.timeout, $0.options.limits) })
    // The limit applies to the whole process, so it is the largest of the limits of all blocks.
    let files = (blocks.map(\.options.limits.files).max() ?? 0) + 32
    plan.program.appendScaffolding(
      "\(imports)\n_galleyStart(fileSize: \(Self.fileLimit), processorSeconds: \(processor), files: \(files))"
    )
    registerFormulas()
  }

  /// Passes the labelled formulas, as they are printed, to a program that compares code with them.
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

  /// Adds blocks and numbers of the prose in the order in which they are read.
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
    plan.layers = LayerSorter(plan.pieces, blocks: chapter.blocks.filter { $0.role == .swiftRun }).layers
    for (problem, position) in earlyUses.problems { report(problem, at: position) }
    reportHiddenBlocks()
    guard chapter.blocks.contains(where: { !$0.options.live.isEmpty }), !diagnostics.hasErrors else { return }
    let live = LivePlanner(chapter, plan: plan, modules: modules)
    plan.live = live.plans
    for (problem, position) in live.problems { report(problem, at: position) }
  }

  /// Reports blocks that a sentence announces and no page shows.
  private mutating func reportHiddenBlocks() {
    let hidden = Set(plan.layers.filter { $0.layer == .proof }.map(\.node)).subtracting(
      plan.pieces.filter { !$0.showsNothing }.map(\.node))
    if hidden.isEmpty { return }
    for parent in chapter.tree.descendants {
      for (before, node) in zip(parent.children, parent.children.dropFirst()) where hidden.contains(node.id) {
        guard before.kind == .paragraph, before.plainText.hasSuffix(":") || before.plainText.hasSuffix("："),
          let block = chapter.blocks.first(where: { $0.id == node.id }), block.options.echo
        else { continue }
        report(.colonBeforeProof, at: block.position)
      }
    }
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
      // Later code cannot use the declarations of a block that is expected to fail.
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
    addPieces(of: block, syntax)
    let insertions = probe(block, syntax)
    // Check comments are cut out, so that a program stays the same when only an expectation changes.
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
    plan.pieces.append(
      CodePiece(
        node: value.id, lines: value.position.line...value.position.line, kind: .prose, declared: [],
        mentioned: syntax.uses.mentioned, isObserved: true))
    if value.expression.contains("(") { callsInProse += value.expression + "\n" }
    let number = addProbe(
      Probe(
        node: value.id, position: value.position, expression: value.expression,
        purpose: .inline(digits: value.digits), checks: []))
    plan.program.append(
      value.expression, at: value.position, before: "_galleyValue(\(number), ", after: ")")
  }

  /// Plans to compile a block by itself, after all code that the program contains so far.
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
  /// The position in the chapter of a byte of the block's code.
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

  /// The block's code in a range of UTF-8 bytes.
  func code(in range: Range<Int>) -> String {
    String(decoding: Array(code.utf8)[range], as: UTF8.self)
  }
}

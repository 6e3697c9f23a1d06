import Book
import GFM

/// The program of a live block, put together from statements of its chapter.
struct LiveProgram {
  var chapter: String
  var block: Block
  var settings: [LiveSetting]
  /// The statements and numbers of the prose, in order.
  var units: [LiveUnit]
  /// The plan of the whole chapter.
  var plan: BuildPlan

  /// The modules that can be compiled for a page.
  static let modules = ["Optimizers", "SVGCharts"]

  /// Whether anything could follow a control.
  var showsAnything: Bool {
    units.contains { $0.block == nil }
      || units.last { $0.node == block.id }?.isExpression == true
      || block.code.contains("print(")
  }

  /// The program for this machine, and the numbers that its probes have in the plan of the chapter.
  func native(modules: [String]) -> (BuildPlan, probes: [Int]) {
    var assembly = LiveAssembly(self, isEmbedded: false)
    let imports = (["Notebook"] + modules.filter { $0 != "Notebook" }).map { "import \($0)" }
    let seconds = Planner.processorLimit(of: plan.blocks)
    assembly.plan.program.appendScaffolding(
      imports.joined(separator: "\n")
        + "\n_galleyStart(fileSize: \(Planner.fileLimit), processorSeconds: \(seconds), files: 96)")
    assembly.addAll()
    return (assembly.plan, assembly.probes)
  }

  /// The program for a page.
  func embedded(modules: [String]) -> SwiftProgram {
    var assembly = LiveAssembly(self, isEmbedded: true)
    let imports = ["LiveRuntime"] + modules.filter(Self.modules.contains)
    assembly.plan.program.appendScaffolding(imports.map { "import \($0)" }.joined(separator: "\n"))
    assembly.addAll()
    return assembly.plan.program
  }
}

/// A live program while it is put together.
private struct LiveAssembly {
  let program: LiveProgram
  let isEmbedded: Bool
  var plan: BuildPlan
  /// The numbers of the probes in the plan of the chapter.
  var probes: [Int] = []
  private var running: MarkdownNode.ID?

  init(_ program: LiveProgram, isEmbedded: Bool) {
    self.program = program
    self.isEmbedded = isEmbedded
    plan = BuildPlan(
      chapter: program.chapter, program: SwiftProgram(), blocks: [], statements: [], probes: [],
      compileAttempts: [])
  }

  mutating func addAll() {
    let last = program.units.lastIndex { $0.node == program.block.id }
    for (index, unit) in program.units.enumerated() {
      if unit.isImport, isEmbedded { continue }
      if running != unit.node || unit.block == nil { endBlock() }
      if let block = unit.block {
        if running == nil { begin(block) }
        add(unit, of: block, isShown: index == last)
      } else {
        add(unit)
      }
    }
    endBlock()
    plan.program.appendScaffolding("_galleyFinish()")
  }

  private mutating func begin(_ block: Block) {
    plan.program.appendScaffolding("_galleyBegin(block: \(plan.blocks.count))")
    running = block.id
    if let planned = program.plan.blocks.first(where: { $0.id == block.id }) { plan.blocks.append(planned) }
  }

  private mutating func endBlock() {
    if running != nil { plan.program.appendScaffolding("_galleyEnd(block: \(plan.blocks.count - 1))") }
    running = nil
  }

  private mutating func add(_ unit: LiveUnit, of block: Block, isShown: Bool) {
    var insertions: [Insertion] = []
    if unit.isExecutable, !isEmbedded {
      insertions.append(
        Insertion(offset: unit.range.lowerBound, text: "_galleyReach(\(plan.statements.count)); "))
      plan.statements.append(
        PlannedStatement(position: block.position(ofOffset: unit.range.lowerBound), block: block.id))
    }
    if isShown, unit.isExpression, let number = probe(at: block.id, isInline: false) {
      insertions += [
        Insertion(offset: unit.range.lowerBound, text: "_galleyValue(\(number), "),
        Insertion(offset: unit.range.upperBound, text: ")"),
      ]
    }
    if block.id == program.block.id, let name = unit.constant?.name {
      insertions += setting(name)
    }
    plan.program.append(
      block.lines(in: unit.range),
      insertions: insertions.map { insertion in
        Insertion(offset: insertion.offset - unit.range.lowerBound, text: insertion.text)
      })
  }

  /// The text around its value that makes a constant a setting.
  private func setting(_ name: String) -> [Insertion] {
    var number = 0
    for setting in program.settings {
      if setting.control.name == name {
        var end = ")"
        if case .choice(let texts) = setting.control.kind {
          end = ", among: [\(texts.map(\.debugDescription).joined(separator: ", "))])"
        }
        return [
          Insertion(offset: setting.place.lowerBound, text: "_galleySetting(\(number), "),
          Insertion(offset: setting.place.upperBound, text: end),
        ]
      }
      number += setting.value.numbers.count
    }
    return []
  }

  private mutating func add(_ unit: LiveUnit) {
    guard let number = probe(at: unit.node, isInline: true) else { return }
    let probe = plan.probes[number]
    plan.program.append(
      probe.expression, at: probe.position, before: "_galleyValue(\(number), ", after: ")")
  }

  /// The number of the chapter's probe at `node` in this program.
  private mutating func probe(at node: MarkdownNode.ID, isInline: Bool) -> Int? {
    let found = program.plan.probes.firstIndex { probe in
      guard probe.node == node else { return false }
      switch probe.purpose {
      case .inline: return isInline
      case .display: return !isInline
      case .check, .printing: return false
      }
    }
    guard let found else { return nil }
    probes.append(found)
    plan.probes.append(program.plan.probes[found])
    plan.probes[plan.probes.count - 1].checks = []
    return plan.probes.count - 1
  }
}

extension Block {
  /// The lines of a part of the code, each from where it begins.
  fileprivate func lines(in range: Range<Int>) -> [CodeLine] {
    var found: [CodeLine] = []
    var start = 0
    for line in lines {
      let end = start + line.text.utf8.count
      let from = max(start, range.lowerBound)
      let to = min(end, range.upperBound)
      if start < range.upperBound, end >= range.lowerBound {
        let bytes = Array(line.text.utf8)[(from - start)..<(to - start)]
        var position = line.position
        position.utf8Column += from - start
        found.append(CodeLine(text: String(decoding: bytes, as: UTF8.self), position: position))
      }
      start = end + 1
    }
    return found
  }
}

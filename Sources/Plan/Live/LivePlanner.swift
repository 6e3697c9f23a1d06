import Book
import GFM

/// Makes the programs of a chapter's live blocks out of its statements.
struct LivePlanner {
  private let chapter: Chapter
  private let modules: [String]
  private let plan: BuildPlan
  private let units: [LiveUnit]
  /// The live programs, without those that have a problem.
  private(set) var plans: [LivePlan] = []
  /// The problems, with their places.
  private(set) var problems: [(PlanProblem, SourcePosition)] = []

  /// Plans the live blocks of `chapter`, whose own plan is `plan`.
  init(_ chapter: Chapter, plan: BuildPlan, modules: [String]) {
    self.chapter = chapter
    self.plan = plan
    self.modules = modules
    let statements = chapter.blocks.filter { $0.role == .swiftRun && $0.options.expectation == nil }
      .flatMap(LiveUnit.units)
    units = (statements + chapter.inlineValues.map { LiveUnit($0) }).sorted {
      ($0.node, $0.range.lowerBound) < ($1.node, $1.range.lowerBound)
    }
    for block in chapter.blocks where !block.options.live.isEmpty { add(block) }
  }

  private mutating func add(_ block: Block) {
    guard block.options.expectation == nil else { return report(.liveAndExpected, block) }
    let own = units.filter { $0.node == block.id }
    var settings: [LiveSetting] = []
    for control in block.options.live {
      do throws(PlanProblem) {
        settings.append(try LiveSetting(control, among: own))
      } catch {
        report(error, block)
      }
    }
    guard settings.count == block.options.live.count else { return }
    let chosen = chosenUnits(for: block, settings)
    let program = LiveProgram(
      chapter: chapter.path, block: block, settings: settings, units: chosen, plan: plan)
    guard program.showsAnything else { return report(.liveShowsNothing, block) }
    let (native, probes) = program.native(modules: modules)
    plans.append(
      LivePlan(
        block: block.id, position: block.position, settings: settings, native: native,
        embedded: program.embedded(modules: modules), probes: probes))
  }

  /// The statements of the block, the numbers of the prose that follow from its constants, and all that these need.
  private func chosenUnits(for block: Block, _ settings: [LiveSetting]) -> [LiveUnit] {
    let following = units.following(from: Set(settings.map(\.control.name)))
    let others = chapter.blocks.filter { !$0.options.live.isEmpty && $0.id > block.id }
    let seeds = units.indices.filter { index in
      let unit = units[index]
      if unit.block != nil { return unit.node == block.id && !unit.isProof }
      // A number that follows from two live blocks belongs to the later one.
      return unit.node > block.id && following.contains(index)
        && !others.contains { other in
          other.id < unit.node
            && units.following(from: Set(other.options.live.map(\.name))).contains(index)
        }
    }
    return units.needed(by: Set(seeds)).sorted().map { units[$0] }
  }

  private mutating func report(_ problem: PlanProblem, _ block: Block) {
    problems.append((problem, block.position))
  }
}

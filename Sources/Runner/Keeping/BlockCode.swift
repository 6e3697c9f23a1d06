import Caching
import Plan

/// The code of a chapter on which the results of its blocks can depend.
struct BlockCode {
  private let blocks: [PlannedBlock]

  init(of plan: BuildPlan) { blocks = plan.blocks }

  /// Whether a block calls `function`.
  func calls(_ function: String) -> Bool { blocks.contains { $0.tokens.contains("\(function) (") } }

  /// The indices of the blocks that call `function`.
  func blocks(calling function: String) -> [Int] {
    blocks.indices.filter { blocks[$0].tokens.contains("\(function) (") }
  }

  /// A digest of the code up to and including a block, and of the calls in the prose between.
  func digest(through block: Int) -> String {
    Fingerprint.of(blocks.prefix(block + 1).map { Fingerprint.of($0.tokens) }.joined(separator: " "))
  }

  /// The blocks that `block` depends on, including itself, in order, each with a digest of its code.
  ///
  /// A block depends on the blocks that declare a name it mentions, on the earlier blocks that could change a variable
  /// it mentions, and on all blocks that these depend on.
  func used(by block: Int) -> [(block: Int, digest: String)] {
    guard blocks.indices.contains(block) else { return [] }
    let changeable = blocks.reduce(into: Set<String>()) { $0.formUnion($1.uses.changeable) }
    var used: Set = [block]
    var names = blocks[block].uses.mentioned
    var grows = true
    while grows {
      grows = false
      // A block that is expected to fail runs in a copy of the process, so no other block can depend on it.
      for other in blocks.indices where !used.contains(other) && blocks[other].expectation == nil {
        let uses = blocks[other].uses
        let mayChange = uses.actsUnnamed || !uses.mentioned.isDisjoint(with: changeable.intersection(names))
        guard !uses.declared.isDisjoint(with: names) || other < block && mayChange else { continue }
        used.insert(other)
        names.formUnion(uses.mentioned)
        grows = true
      }
    }
    return used.sorted().map { ($0, Fingerprint.of(blocks[$0].uses.code)) }
  }
}

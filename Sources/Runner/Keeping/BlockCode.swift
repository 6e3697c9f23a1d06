import Caching
import Plan

/// What the results of a block can depend on in the chapter itself.
struct BlockCode {
  /// One digest for each block: of its code without comments, and of the calls in the prose before it.
  let digests: [String]
  private let usesOf: [String]

  init(of plan: BuildPlan) {
    digests = plan.blocks.map { Fingerprint.of($0.tokens) }
    usesOf = plan.blocks.map(\.tokens)
  }

  /// Whether a block calls `function`.
  func calls(_ function: String) -> Bool { usesOf.contains { $0.contains("\(function) (") } }

  /// The blocks that call `function`.
  func blocks(calling function: String) -> [Int] {
    usesOf.indices.filter { usesOf[$0].contains("\(function) (") }
  }

  /// A digest of the code up to and including a block.
  func digest(through block: Int) -> String {
    Fingerprint.of(digests.prefix(block + 1).joined(separator: " "))
  }
}

import Book
import GFM

/// Everything that is compiled, run and observed for one chapter.
package struct BuildPlan: Sendable, Equatable, Codable {
  /// The chapter's path as the author would type it.
  package var chapter: String
  /// All blocks and all numbers of the prose, as one program.
  package var program: SwiftProgram
  /// The chapter's `swift-run` blocks that are part of the program, in order.
  package var blocks: [PlannedBlock]
  /// Every statement at the top level of a block, by its number.
  package var statements: [PlannedStatement]
  /// Every expression that is observed, by its number.
  package var probes: [Probe]
  /// Code that is only compiled. Each attempt contains the code before it.
  package var compileAttempts: [CompileAttempt]
  /// The blocks whose constants the reader can move.
  package var live: [LivePlan] = []
  /// Every statement and every expression of the prose, in order, for pages.
  package var pieces: [CodePiece] = []
  /// How a page shows the code of each block that runs.
  package var layers: [BlockLayers] = []

  /// Whether there is nothing to compile or to run.
  package var isEmpty: Bool { blocks.isEmpty && probes.isEmpty && compileAttempts.isEmpty }

  /// The statement of this number; nil if there is none, because the program may report a wrong number.
  package func statement(_ number: Int) -> PlannedStatement? {
    statements.indices.contains(number) ? statements[number] : nil
  }
}

/// A statement at the top level of a block.
package struct PlannedStatement: Sendable, Equatable, Codable {
  /// Where it begins.
  package var position: SourcePosition
  /// The block that contains it.
  package var block: MarkdownNode.ID
}

/// A block of the program.
package struct PlannedBlock: Sendable, Equatable, Codable {
  /// The block's node in the chapter's tree.
  package var id: MarkdownNode.ID
  /// The position of the opening fence.
  package var position: SourcePosition
  /// The longest time that it may run.
  package var timeout: Duration
  /// The limits of its other resources.
  package var limits: BlockLimits
  /// The files that it reads, relative to the folder of the chapters.
  package var inputs: [String]
  /// The calls in the prose before the block, and its code as tokens without comments. Its results depend only on this
  /// and on the blocks before it.
  package var tokens: String
  /// The names that connect it with other blocks.
  package var uses = BlockUses()
  /// The expected failure; nil for a block that must run to its end.
  package var expectation: BlockOptions.Expectation?
}

/// An expression or a statement that is observed while the program runs.
package struct Probe: Sendable, Equatable, Codable {
  /// The block or the code span of the prose that contains it.
  package var node: MarkdownNode.ID
  /// Where the expression begins.
  package var position: SourcePosition
  /// The expression as it was written.
  package var expression: String
  /// Why it is observed.
  package var purpose: Purpose
  /// The checks of its value, or of the text that it prints.
  package var checks: [Check]

  /// Why it is observed.
  package enum Purpose: Sendable, Equatable, Codable {
    /// The last expression of a block, whose value the page shows.
    case display
    /// A number in the prose.
    case inline(digits: Int?)
    /// Only its checks need its value.
    case check
    /// Its checks need the text that it prints.
    case printing
  }
}

/// Code that must compile, or must fail to compile, and is not run.
package struct CompileAttempt: Sendable, Equatable, Codable {
  /// The block to compile.
  package var node: MarkdownNode.ID
  /// The position of its opening fence.
  package var position: SourcePosition
  /// The code that the chapter runs before the block, and the block itself.
  package var program: SwiftProgram
  /// The lines of the block in the chapter.
  package var lines: ClosedRange<Int>
  /// The text that an error must contain; nil if the code must compile.
  package var expectedError: String?
}

import Book
import GFM

/// What is to be compiled, run and observed for one chapter.
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
  /// Code that is compiled by itself, together with all that stands before it.
  package var compileAttempts: [CompileAttempt]

  /// Whether there is nothing to compile or to run.
  package var isEmpty: Bool { blocks.isEmpty && probes.isEmpty && compileAttempts.isEmpty }

  /// The statement of this number; nil when the program reports one that there is not.
  package func statement(_ number: Int) -> PlannedStatement? {
    statements.indices.contains(number) ? statements[number] : nil
  }
}

/// A statement at the top level of a block.
package struct PlannedStatement: Sendable, Equatable, Codable {
  /// Where it begins.
  package var position: SourcePosition
  /// The block that it stands in.
  package var block: MarkdownNode.ID
}

/// A block of the program.
package struct PlannedBlock: Sendable, Equatable, Codable {
  /// The block's node in the chapter's tree.
  package var id: MarkdownNode.ID
  /// The opening fence.
  package var position: SourcePosition
  /// The longest that it may run.
  package var timeout: Duration
  /// What else it may use up.
  package var limits: BlockLimits
  /// The files that it reads, below the folder of the chapters.
  package var inputs: [String]
  /// The calls in the prose before it and its code, as tokens without comments: its results depend on no more than
  /// this and the blocks before it.
  package var tokens: String
  /// By what it hangs together with other blocks.
  package var uses = BlockUses()
  /// Nil for a block that has to run to its end.
  package var expectation: BlockOptions.Expectation?
}

/// An expression or a statement that is observed while the program runs.
package struct Probe: Sendable, Equatable, Codable {
  /// The block or the code span of the prose that it stands in.
  package var node: MarkdownNode.ID
  /// Where the expression begins.
  package var position: SourcePosition
  /// The expression as it was written.
  package var expression: String
  /// Why it is observed.
  package var purpose: Purpose
  /// What its value, or what it prints, has to be.
  package var checks: [Check]

  /// Why it is observed.
  package enum Purpose: Sendable, Equatable, Codable {
    /// The last expression of a block: the page shows its value.
    case display
    /// A number in the prose.
    case inline(digits: Int?)
    /// Only its checks want its value.
    case check
    /// Its checks want what it prints.
    case printing
  }
}

/// Code that has to compile, or has to fail to, without being run.
package struct CompileAttempt: Sendable, Equatable, Codable {
  /// The block on trial.
  package var node: MarkdownNode.ID
  /// Its opening fence.
  package var position: SourcePosition
  /// The block behind all that the chapter ran before it.
  package var program: SwiftProgram
  /// The lines of the chapter that are on trial.
  package var lines: ClosedRange<Int>
  /// The text that an error must contain; nil when the code has to compile.
  package var expectedError: String?
}

import Book
import GFM

/// What is to be compiled, run and observed for one chapter.
public struct BuildPlan: Sendable, Equatable, Codable {
  /// The chapter's path as the author would type it.
  public var chapter: String
  /// All blocks and all numbers of the prose, as one program.
  public var program: SwiftProgram
  /// The chapter's `swift-run` blocks that are part of the program, in order.
  public var blocks: [PlannedBlock]
  /// Where every statement at the top level of a block begins, by its number.
  public var statements: [SourcePosition]
  /// Every expression that is observed, by its number.
  public var probes: [Probe]
  /// Code that is compiled by itself, together with all that stands before it.
  public var compileAttempts: [CompileAttempt]

  /// Whether there is nothing to compile or to run.
  public var isEmpty: Bool { blocks.isEmpty && probes.isEmpty && compileAttempts.isEmpty }
}

/// A block of the program.
public struct PlannedBlock: Sendable, Equatable, Codable {
  /// The block's node in the chapter's tree.
  public var id: MarkdownNode.ID
  /// The opening fence.
  public var position: SourcePosition
  /// The longest that it may run.
  public var timeout: Duration
  /// What else it may use up.
  public var limits: BlockLimits
  /// The files that it reads, below the folder of the chapters.
  public var inputs: [String]
  /// The calls in the prose before it and its code, as tokens without comments: what its results depend on,
  /// together with the blocks before it.
  public var tokens: String
  /// Nil for a block that has to run to its end.
  public var expectation: BlockOptions.Expectation?
}

/// An expression or a statement that is observed while the program runs.
public struct Probe: Sendable, Equatable, Codable {
  /// The block or the code span of the prose that it stands in.
  public var node: MarkdownNode.ID
  /// Where the expression begins.
  public var position: SourcePosition
  /// The expression as it was written.
  public var expression: String
  /// Why it is observed.
  public var purpose: Purpose
  /// What its value, or what it prints, has to be.
  public var checks: [Check]

  /// Why it is observed.
  public enum Purpose: Sendable, Equatable, Codable {
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
public struct CompileAttempt: Sendable, Equatable, Codable {
  /// The block on trial.
  public var node: MarkdownNode.ID
  /// Its opening fence.
  public var position: SourcePosition
  /// The block behind all that the chapter ran before it.
  public var program: SwiftProgram
  /// The lines of the chapter that are on trial.
  public var lines: ClosedRange<Int>
  /// The text that an error must contain; nil when the code has to compile.
  public var expectedError: String?
}

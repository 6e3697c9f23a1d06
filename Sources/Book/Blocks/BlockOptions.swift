/// What the `//| key: value` lines of a block say. The names are knitr's and Quarto's.
public struct BlockOptions: Sendable, Equatable {
  /// The block's name in links and references, unique in the book.
  public var label: String?
  /// Whether the reader sees the code.
  public var echo = true
  /// Whether the reader sees what the code shows.
  public var output = true
  /// Whether the code is folded away behind a line that opens it.
  public var codeFold = false
  /// What stands below the figure.
  public var figureCaption: String?
  /// What the figure says, for those who cannot see it.
  public var figureAlternative: String?
  /// What stands below the table.
  public var tableCaption: String?
  /// The longest that the block may run.
  public var timeout = Duration.seconds(30)
  /// What else the block may use up.
  public var limits = BlockLimits()
  /// Files beside the chapter that the block reads.
  public var inputs: [String] = []
  /// What the block must do instead of running to its end.
  public var expectation: Expectation?
  /// What an exercise and its parts say.
  public var exercise = ExerciseOptions()
  /// How a formula is to be judged.
  public var audit = FormulaAudit()

  /// Something other than success, which a block has to do.
  public enum Expectation: Sendable, Equatable, Codable {
    /// Not compile, with this text in an error.
    case compileError(String)
    /// Stop the program: an index out of range, an overflow, a failed precondition.
    case trap
    /// Throw an error out of the block.
    case throwing
  }
}

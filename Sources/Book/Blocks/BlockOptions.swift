/// What the `//| key: value` lines of a block say. The names are knitr's and Quarto's.
package struct BlockOptions: Sendable, Equatable {
  /// The block's name in links and references, unique in the book.
  package var label: String?
  /// Whether the reader sees the code.
  package var echo = true
  /// Whether the reader sees what the code shows.
  package var output = true
  /// Whether the code is folded away behind a line that opens it.
  package var codeFold = false
  /// What stands below the figure.
  package var figureCaption: String?
  /// What the figure says, for those who cannot see it.
  package var figureAlternative: String?
  /// What stands below the table.
  package var tableCaption: String?
  /// The longest that the block may run.
  package var timeout = Duration.seconds(30)
  /// What else the block may use up.
  package var limits = BlockLimits()
  /// Files beside the chapter that the block reads.
  package var inputs: [String] = []
  /// What the block must do instead of running to its end.
  package var expectation: Expectation?
  /// What an exercise and its parts say.
  package var exercise = ExerciseOptions()
  /// How a formula is to be judged.
  package var audit = FormulaAudit()

  /// Something other than success, which a block has to do.
  package enum Expectation: Sendable, Equatable, Codable {
    /// Not compile, with this text in an error.
    case compileError(String)
    /// Stop the program: an index out of range, an overflow, a failed precondition.
    case trap
    /// Throw an error out of the block.
    case throwing
  }
}

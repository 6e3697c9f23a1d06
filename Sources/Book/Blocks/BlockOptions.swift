/// The options in the `//| key: value` lines of a block. Their names follow knitr and Quarto.
package struct BlockOptions: Sendable, Equatable {
  /// The block's name in links and references, unique in the book.
  package var label: String?
  /// Whether the reader sees the code.
  package var echo = true
  /// Whether the reader sees the output of the code.
  package var output = true
  /// The layer that the author chose; nil leaves the choice to the code.
  package var layer: Layer?
  /// The caption below the figure.
  package var figureCaption: String?
  /// The content of the figure in words, for readers who cannot see it.
  package var figureAlternative: String?
  /// The caption of the table.
  package var tableCaption: String?
  /// The longest time that the block may run.
  package var timeout = Duration.seconds(30)
  /// The limits on processor time, memory, processes and open files.
  package var limits = BlockLimits()
  /// Files that the block reads, relative to the chapter's folder.
  package var inputs: [String] = []
  /// The constants of the block that the reader can move.
  package var live: [LiveControl] = []
  /// The failure that the block must end with; nil when it must succeed.
  package var expectation: Expectation?
  /// The options of an exercise and its parts.
  package var exercise = ExerciseOptions()
  /// How a formula is judged.
  package var audit = FormulaAudit()

  /// A failure that a block must end with.
  package enum Expectation: Sendable, Equatable, Codable {
    /// The block does not compile, and an error contains this text.
    case compileError(String)
    /// The block stops the program: by an index out of range, an overflow or a failed precondition.
    case trap
    /// The block throws an error.
    case throwing
  }
}

import Book

/// A document as its reader sees it: text and math in order, and everything else that the source says to the audit.
struct DocumentContent: Sendable {
  /// Text and math in reading order.
  var pieces: [DocumentPiece] = []
  /// The commands that the document defines.
  var macros = FormulaMacros()
  /// Places where a renderer shows something else than the author wrote.
  var losses: [PlacedLoss] = []
  /// Whether the settings at the top switch the mathematics of the renderer on.
  var setsMathematics = false
  /// The kinds of findings that the document accepts, by its own remarks.
  var allowed: Set<Finding.Kind> = []
  /// Remarks for the audit that it does not understand.
  var unknownRemarks: [(text: String, place: DocumentPlace)] = []
  /// The numbers of things that the audit does not look into.
  var passedOver = PassedOver()
  /// The bytes of the text that only steer its renderer: settings at the top, the lines of fences around prose.
  var hidden: [Range<Int>] = []
  /// The files that a LaTeX document includes.
  var inputs: [String] = []
  /// The files of packages and of the class that a LaTeX document loads: `amsmath.sty`, `article.cls`.
  var packages: [String] = []
  /// The line of the file for each line of the text; nil when both are the same.
  var lines: [Int]?
}

/// A line and a column, both from 1. Columns count Unicode scalars.
public struct DocumentPlace: Hashable, Sendable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Whether a place comes before another.
  public static func < (left: DocumentPlace, right: DocumentPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The numbers of things that the audit does not look into.
public struct PassedOver: Hashable, Sendable {
  /// Blocks of code.
  public var codeBlocks = 0
  /// Formulas that state nothing: a name, a term.
  public var terms = 0
  /// Formulas that a remark excludes.
  public var skipped = 0

  /// Nothing was passed over.
  public init() {}

  /// Adds the numbers of another document.
  public mutating func add(_ other: PassedOver) {
    codeBlocks += other.codeBlocks
    terms += other.terms
    skipped += other.skipped
  }
}

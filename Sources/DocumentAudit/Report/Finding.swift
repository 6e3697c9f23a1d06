import Formulas

import Formulas

/// A mistake or an inconsistency in a document.
public struct Finding: Hashable, Sendable {
  /// The kinds of mistakes, the most serious first.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A calculation does not hold.
    case arithmetic
    /// An operation changes the shape of a value, such as a sum over a vector in an elementwise rule.
    case shape
    /// A root of the step before is missing.
    case vanishedRoot = "vanished-root"
    /// The two sides are different functions of their symbols.
    case identity
    /// A stated derivative is not the derivative.
    case derivative
    /// The weights of a moving average do not add to one.
    case averageWeights = "average-weights"
    /// The weights of a moving average are exchanged.
    case swappedWeights = "swapped-weights"
    /// A learning rate contains a factor that does not belong there.
    case strayFactor = "stray-factor"
    /// A norm reduces a gradient to one number where the rule needs its components.
    case scalarNorm = "scalar-norm"
    /// A subscript is written as a product: `\rho t`.
    case missingSubscript = "missing-subscript"
    /// A rule uses the average of a step that does not yet contain its gradient.
    case index
    /// One letter has two meanings in a rule.
    case reusedSymbol = "reused-symbol"
    /// A rule averages the gradient of one quantity and updates another.
    case mixedSymbols = "mixed-symbols"
    /// A rule uses a symbol that nothing defines or explains.
    case undefinedSymbol = "undefined-symbol"
    /// ε is inside the root in one rule and outside the root in another.
    case epsilonPlacement = "epsilon-placement"
    /// A product of vectors that reads as an inner product.
    case innerProduct = "inner-product"
    /// The text names one quantity and the formula shows another.
    case notation
    /// The last value of a chain is wrong because of mistakes before it.
    case result
    /// The last digit is cut off instead of rounded, or misrounded.
    case rounding
    /// A display is not closed.
    case unclosed
    /// A formula cannot be read.
    case unreadable
    /// A formula that the author calls wrong, in which the audit finds no mistake.
    case declaredWrong = "declared-wrong"
    /// A remark for the audit that is not known.
    case remark
    /// Stray characters follow a display.
    case strayCharacter = "stray-character"
    /// Markdown removes the backslash of `\[` or `\(`.
    case lostDelimiter = "lost-delimiter"
    /// An environment that LaTeX refuses inside of a display.
    case nestedDisplay = "nested-display"
    /// `\_` in a formula.
    case escapedUnderscore = "escaped-underscore"
    /// `|` in a formula in a table.
    case tableBar = "table-bar"

    /// Whether the document states something wrong; false for findings about form only.
    public var isError: Bool {
      switch self {
      case .strayCharacter, .innerProduct, .notation: false
      default: !isLoss
      }
    }

    /// Whether a renderer shows something else than the author wrote.
    public var isLoss: Bool {
      switch self {
      case .lostDelimiter, .nestedDisplay, .escapedUnderscore, .tableBar: true
      default: false
      }
    }
  }

  /// The content of a finding, as data.
  public enum Detail: Hashable, Sendable {
    /// A sentence without a full stop.
    case sentence(String)
    /// The sides of a statement differ.
    case discrepancy(Discrepancy)
    /// A chain ends at a value that is wrong because of earlier mistakes.
    case result(stated: MathValue, right: MathValue)
    /// A display is not closed; it ends on a line without a delimiter.
    case unclosed(last: Int)
    /// A formula is malformed.
    case malformation(Malformation)
    /// These characters stand behind a display.
    case stray(String)
    /// A renderer loses something in this number of places.
    case loss(RendererLoss, count: Int)
    /// The audit finds no mistake in a formula that the author calls wrong.
    case noMistake
    /// A remark for the audit is not known.
    case unknownRemark(String)
  }

  /// The line of the document, from 1.
  public var line: Int
  /// The column, from 1; nil when the finding is about the whole line.
  public var column: Int?
  /// The kind of mistake.
  public var kind: Kind
  /// The content of the finding.
  public var detail: Detail
  /// The index of the statement that the finding is about, among those of the document.
  public var statement: Int?

  /// The mistake and the right form, if it is known, in one sentence.
  public var message: String { detail.message }

  /// Creates a finding at a line of the document, counted from 1.
  public init(line: Int, kind: Kind, message: String) {
    self.line = line
    self.kind = kind
    detail = .sentence(message)
  }

  init(_ kind: Kind, at place: DocumentPlace, _ detail: Detail, statement: Int? = nil) {
    line = place.line
    column = place.column
    self.kind = kind
    self.detail = detail
    self.statement = statement
  }
}

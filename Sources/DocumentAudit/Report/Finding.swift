import Formulas

/// A mistake or an inconsistency in a document.
public struct Finding: Hashable, Sendable, Codable {
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
    /// Stray characters follow a display.
    case strayCharacter = "stray-character"

    /// Whether the document states something wrong; false for findings about form only.
    public var isError: Bool { self != .strayCharacter && self != .innerProduct && self != .notation }
  }

  /// The line of the document.
  public var line: Int
  /// The kind of mistake.
  public var kind: Kind
  /// The mistake and the right form, if it is known, in one sentence.
  public var message: String

  /// Creates a finding at a line of the document, counted from 1.
  public init(line: Int, kind: Kind, message: String) {
    self.line = line
    self.kind = kind
    self.message = message
  }
}

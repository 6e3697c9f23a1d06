import Formulas

/// Something in a document that is wrong or does not fit together.
public struct Finding: Hashable, Sendable, Codable {
  /// What kind of mistake it is, the most serious first.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A calculation does not hold.
    case arithmetic
    /// An operation changes the arrangement of numbers, such as a sum over a vector in an elementwise rule.
    case shape
    /// A root is missing that the step before had.
    case vanishedRoot = "vanished-root"
    /// Two sides are different functions of their symbols.
    case identity
    /// A stated derivative is not the derivative.
    case derivative
    /// The weights of a moving average do not add to one.
    case averageWeights = "average-weights"
    /// The weights of a moving average are exchanged.
    case swappedWeights = "swapped-weights"
    /// A factor stands in a learning rate that does not belong there.
    case strayFactor = "stray-factor"
    /// A norm makes one number of a gradient that the rule needs by components.
    case scalarNorm = "scalar-norm"
    /// A subscript is written as a product: `\rho t`.
    case missingSubscript = "missing-subscript"
    /// A rule uses the average of another step than the one with its gradient.
    case index
    /// One letter has two meanings in a rule.
    case reusedSymbol = "reused-symbol"
    /// A rule averages the gradient of one quantity and updates another.
    case mixedSymbols = "mixed-symbols"
    /// A rule uses a symbol that nothing defines or explains.
    case undefinedSymbol = "undefined-symbol"
    /// ε stands inside the root in one rule and outside in another.
    case epsilonPlacement = "epsilon-placement"
    /// A product of vectors that reads as an inner product.
    case innerProduct = "inner-product"
    /// A word names one thing and the formula shows another.
    case notation
    /// The end of a chain is off because of mistakes before it.
    case result
    /// The last digit is cut off instead of rounded.
    case rounding
    /// A display is not closed.
    case unclosed
    /// A formula cannot be read.
    case unreadable
    /// Characters behind a display that belong to nothing.
    case strayCharacter = "stray-character"

    /// Whether a statement of the document is wrong, and not only its form.
    public var isError: Bool { self != .strayCharacter && self != .innerProduct && self != .notation }
  }

  /// The line of the document.
  public var line: Int
  /// What kind of mistake it is.
  public var kind: Kind
  /// The mistake and, where it is known, the right form, in one sentence.
  public var message: String

  /// A finding at a line.
  public init(line: Int, kind: Kind, message: String) {
    self.line = line
    self.kind = kind
    self.message = message
  }
}

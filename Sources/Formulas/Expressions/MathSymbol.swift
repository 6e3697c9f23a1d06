/// A name with all its marks: accents, typeface, subscripts, and labels such as `(k)` and `*`.
///
/// Symbols with different marks are different: `\hat{v}_{t-1}` and `v_{t-1}`, or `v_t` and `v_{t-1}`.
public struct MathSymbol: Hashable, Sendable, CustomStringConvertible {
  /// The letter or word itself, Greek as Unicode: `σ`, `x`, `MSE`.
  public let base: String
  /// Accents from the inside out, by their LaTeX names (`hat`, `bar`), and `Delta` for a leading Δ.
  public let accents: [String]
  /// The typeface if it distinguishes the name: `bold`, `cal`, `bb`.
  public let style: String?
  /// The subscripts; `x_{i,j}` has two.
  public let subscripts: [MathExpression]
  /// The superscripts that are labels and not powers: `(k)`, `[l]`, `*`, a prime.
  public let labels: [MathExpression]
  /// The expressions in a bracket that is part of the name: g² in `E[g^2]`.
  let arguments: [MathExpression]

  /// The name as it appears in messages, unique for the symbol: `σ̂_{t+1}`.
  public let name: String

  /// Creates a symbol from its parts.
  public init(
    _ base: String, accents: [String] = [], style: String? = nil, subscripts: [MathExpression] = [],
    labels: [MathExpression] = []
  ) {
    self.init(base, accents, style, subscripts, labels, arguments: [])
  }

  init(
    _ base: String, _ accents: [String], _ style: String?, _ subscripts: [MathExpression],
    _ labels: [MathExpression], arguments: [MathExpression]
  ) {
    self.arguments = arguments
    self.base = base
    self.accents = accents
    self.style = style
    self.subscripts = subscripts
    self.labels = labels
    name =
      SymbolText.stem(base, accents: accents, style: style) + SymbolText.lower(subscripts)
      + SymbolText.upper(labels)
  }

  /// The same as `name`.
  public var description: String { name }

  /// The name without subscripts and labels, the same for `v_t` and `v_{t-1}`.
  public var family: String { SymbolText.stem(base, accents: accents, style: style) }

  /// Whether the base is one upper-case letter.
  package var isCapital: Bool { base.count == 1 && base.first?.isUppercase ?? false }

  /// Whether the symbol is dots, which stand for something that is left out and have no value of their own.
  package var isEllipsis: Bool { base.contains("…") || base.contains("⋯") }

  /// The symbol with other subscripts.
  package func with(subscripts: [MathExpression]) -> MathSymbol {
    MathSymbol(base, accents: accents, style: style, subscripts: subscripts, labels: labels)
  }

  package func with(labels: [MathExpression]) -> MathSymbol {
    MathSymbol(base, accents: accents, style: style, subscripts: subscripts, labels: labels)
  }

  package func with(accent: String) -> MathSymbol {
    MathSymbol(base, accents: accents + [accent], style: style, subscripts: subscripts, labels: labels)
  }

  package func with(style: String?) -> MathSymbol {
    MathSymbol(base, accents: accents, style: style, subscripts: subscripts, labels: labels)
  }

  /// The step of an iteration that the subscript names (`t`, `t-1`, `k+1`); nil for other subscripts.
  package var timeIndex: TimeIndex? { subscripts.count == 1 ? TimeIndex(subscripts[0]) : nil }
}

/// A name with everything that makes it this name: accents, typeface, subscripts, `(k)` and `*` above.
///
/// `\hat{v}_{t-1}` and `v_{t-1}` are two symbols, `v_t` and `v_{t-1}` too.
public struct MathSymbol: Hashable, Sendable, CustomStringConvertible {
  /// The letter or word itself, Greek as Unicode: `σ`, `x`, `MSE`.
  public let base: String
  /// Accents from the inside out, by their LaTeX names (`hat`, `bar`), and `Delta` for a leading Δ.
  public let accents: [String]
  /// The typeface if it distinguishes the name: `bold`, `cal`, `bb`.
  public let style: String?
  /// The subscripts, which for `x_{i,j}` are two.
  public let subscripts: [MathExpression]
  /// What stands above as a label and not as a power: `(k)`, `[l]`, `*`, a prime.
  public let labels: [MathExpression]
  /// What stands in the bracket that belongs to the name: g² in `E[g^2]`.
  let arguments: [MathExpression]

  /// The name as it appears in messages, unique for the symbol: `σ̂_{t+1}`.
  public let name: String

  /// A symbol from its parts.
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

  /// The name without subscripts and labels: what `v_t` and `v_{t-1}` share.
  public var family: String { SymbolText.stem(base, accents: accents, style: style) }

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

  /// Whether the subscript says which step of an iteration is meant (`t`, `t-1`, `k+1`).
  package var timeIndex: TimeIndex? { subscripts.count == 1 ? TimeIndex(subscripts[0]) : nil }
}

/// The text after the closing `$$` of a displayed formula, split into its parts.
struct MathEnding: Equatable {
  /// The label in `{#eq-loss}`, as in Quarto, or in `(eq-loss)`, as in MyST. Chinese words in round brackets are
  /// text.
  var label: String?
  /// A punctuation mark, which belongs to the formula.
  var punctuation = ""
  /// The text after the label and the punctuation mark.
  var rest = ""

  /// Splits `text` into its parts.
  ///
  /// - Parameter endsLine: Whether `text` ends its line; only then can round brackets hold a label.
  init(_ text: String, endsLine: Bool) {
    var text = text[...]
    if let match = text.prefixMatch(of: /\s*([.,;:。，；：])(?=\s|\{|$)/) {
      punctuation = String(match.1)
      text = text[match.range.upperBound...]
    }
    if let match = text.prefixMatch(of: /\s*\{\s*#([\p{L}\p{N}_:.\-]+)[^}\n]*\}/) {
      label = String(match.1)
      text = text[match.range.upperBound...]
    } else if endsLine, let match = text.prefixMatch(of: /\s*\(([A-Za-z_][A-Za-z0-9_:.\-]*)\)\s*$/) {
      label = String(match.1)
      text = text[match.range.upperBound...]
    }
    rest = text.allSatisfy(\.isWhitespace) ? "" : String(text)
  }
}

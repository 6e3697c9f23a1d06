/// What stands behind the closing `$$` of a displayed formula.
struct MathEnding: Equatable {
  /// The name in `{#eq-loss}`, as Quarto writes it, or in `(eq-loss)`, as MyST does.
  var label: String?
  /// A full stop, comma or the like, which belongs into the formula.
  var punctuation = ""
  /// Text that goes on behind all that.
  var rest = ""

  /// Takes `text` apart.
  ///
  /// - Parameter endsLine: Whether the line ends with it; round brackets before more of the line are text.
  init(_ text: String, endsLine: Bool) {
    var text = text[...]
    if let match = text.prefixMatch(of: /\s*([.,;:。，；：])(?=\s|\{|$)/) {
      punctuation = String(match.1)
      text = text[match.range.upperBound...]
    }
    if let match = text.prefixMatch(of: /\s*\{\s*#([\p{L}\p{N}_:.\-]+)[^}\n]*\}/) {
      label = String(match.1)
      text = text[match.range.upperBound...]
    } else if endsLine, let match = text.prefixMatch(of: /\s*\(([\p{L}_][\p{L}\p{N}_:.\-]*)\)\s*$/) {
      label = String(match.1)
      text = text[match.range.upperBound...]
    }
    rest = text.allSatisfy(\.isWhitespace) ? "" : String(text)
  }
}

extension String {
  /// The text with a replacement for some of its scalars. A search for characters misses a quotation mark before an
  /// accent, and a line feed after a carriage return.
  package func escaping(_ replacements: [Unicode.Scalar: String]) -> String {
    var escaped = ""
    for scalar in unicodeScalars {
      if let replacement = replacements[scalar] {
        escaped += replacement
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

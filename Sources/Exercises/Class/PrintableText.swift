extension String {
  /// The text with control characters and marks of writing direction replaced by `\u{…}`. Students choose the names of
  /// folders, messages and values, and these must not move a terminal's cursor or turn the direction of writing.
  public var printable: String {
    if unicodeScalars.allSatisfy(\.isPrintable) { return self }
    return unicodeScalars.map { $0.isPrintable ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
    case .format: value != 0x202A && !(0x202B...0x202E).contains(value) && !(0x2066...0x2069).contains(value)
    default: true
    }
  }
}

extension String {
  /// The text without what moves a terminal's cursor or turns the direction of writing: names of folders, messages and
  /// values are whatever a student makes of them.
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

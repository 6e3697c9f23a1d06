/// The forms in which editors on other systems save a text.
extension String {
  /// The text with `\n` at the end of every line that ends in `\r\n` or `\r`.
  package var withLineFeeds: String {
    unicodeScalars.contains("\r") ? replacing("\r\n", with: "\n").replacing("\r", with: "\n") : self
  }

  /// Removes a byte order mark at the beginning; returns whether there was one.
  @discardableResult
  package mutating func removeByteOrderMark() -> Bool {
    guard hasPrefix("\u{FEFF}") else { return false }
    unicodeScalars.removeFirst()
    return true
  }
}

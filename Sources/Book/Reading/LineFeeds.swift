extension String {
  /// The text with `\n` at the end of every line that ends in `\r\n` or `\r`.
  package var withLineFeeds: String {
    unicodeScalars.contains("\r") ? replacing("\r\n", with: "\n").replacing("\r", with: "\n") : self
  }
}

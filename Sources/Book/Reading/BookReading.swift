/// The result of reading a book: the book itself, and the diagnostics for its author.
package struct BookReading: Sendable {
  /// The book; nil when a diagnostic is an error.
  package var book: Book?
  /// The diagnostics in the order in which the reader found them.
  package var diagnostics: [Diagnostic]
}

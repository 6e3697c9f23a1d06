/// What came of reading a book: the book unless something in it is an error, and all there is to tell.
package struct BookReading: Sendable {
  /// Nil when a diagnostic is an error.
  package var book: Book?
  /// In the order of files and lines.
  package var diagnostics: [Diagnostic]
}

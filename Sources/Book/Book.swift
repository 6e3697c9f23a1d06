/// A book as its author wrote it: what `book.yml` says, and the chapters in order.
package struct Book: Sendable, Equatable {
  /// What `book.yml` says.
  package var settings: BookSettings
  /// In the order of their file names.
  package var chapters: [Chapter]

  /// A book made of its parts.
  package init(settings: BookSettings, chapters: [Chapter]) {
    self.settings = settings
    self.chapters = chapters
  }
}

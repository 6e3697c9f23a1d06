/// A book as its author wrote it: its settings and its chapters.
package struct Book: Sendable, Equatable {
  /// The settings from `book.yml`.
  package var settings: BookSettings
  /// The chapters in the order of their file names.
  package var chapters: [Chapter]

  package init(settings: BookSettings, chapters: [Chapter]) {
    self.settings = settings
    self.chapters = chapters
  }
}

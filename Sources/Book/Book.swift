/// A book as its author wrote it: what `book.yml` says, and the chapters in order.
public struct Book: Sendable, Equatable {
  /// What `book.yml` says.
  public var settings: BookSettings
  /// In the order of their file names.
  public var chapters: [Chapter]

  /// A book made of its parts.
  public init(settings: BookSettings, chapters: [Chapter]) {
    self.settings = settings
    self.chapters = chapters
  }
}

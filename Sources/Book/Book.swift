/// A book as its author wrote it: what `book.yml` says, and the chapters in order.
public struct Book: Sendable, Equatable {
  public var settings: BookSettings
  public var chapters: [Chapter]

  public init(settings: BookSettings, chapters: [Chapter]) {
    self.settings = settings
    self.chapters = chapters
  }
}

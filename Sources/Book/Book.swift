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

  /// The names of all modules that the blocks of the chapters import.
  package var modules: Set<String> {
    var modules = Set(settings.modules + ["Notebook"])
    for block in chapters.flatMap(\.blocks) where block.role == .swiftRun || block.role == .swift {
      for line in block.lines where line.text.utf8.starts(with: "import ".utf8) {
        modules.insert(
          String(line.text.dropFirst("import ".count).prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
      }
    }
    return modules
  }
}

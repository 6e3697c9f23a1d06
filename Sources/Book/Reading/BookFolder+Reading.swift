import Caching
import Files
import Foundation

extension BookFolder {
  /// Reads `book.yml` and all chapters, and reports all problems at once.
  ///
  /// - Parameter session: The chapters from earlier readings, so that unchanged chapters are not parsed again.
  package func read(_ session: Session = Session()) -> BookReading {
    var diagnostics: [Diagnostic] = []
    func report(_ problem: BookProblem, in file: String) {
      diagnostics.append(problem.diagnostic(at: start(of: file)))
    }

    guard let files = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      let position = SourcePosition(file: name, line: 1)
      return BookReading(book: nil, diagnostics: [BookProblem.folderMissing.diagnostic(at: position)])
    }

    var settings: BookSettings?
    if files.contains("book.yml") {
      settings = readSettings(&diagnostics)
    } else if files.contains(where: { $0.hasSuffix(".md") }) {
      report(.settingsMissing, in: "book.yml")
    }

    var chapters: [Chapter] = []
    // Names are compared by their bytes, so that the order does not depend on the machine's language.
    let chapterFiles = files.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if chapterFiles.isEmpty {
      diagnostics.append(BookProblem.folderHasNoChapters.diagnostic(at: SourcePosition(file: name, line: 1)))
    }
    for file in chapterFiles {
      guard let slug = Self.slug(ofFile: file) else {
        report(.chapterNameInvalid(file), in: file)
        continue
      }
      if Self.reservedSlugs.contains(slug) { report(.slugReserved(slug), in: file) }
      if let other = chapters.first(where: { $0.slug == slug }) {
        report(.slugTaken(slug, by: other.path), in: file)
      }
      if let text = readText(file, atMost: SizeLimit.text, &diagnostics) {
        let path = "\(name)/\(file)"
        let macros = settings?.macros ?? FormulaMacros()
        let source = ChapterSource(text: text, slug: slug, macros: macros)
        let (chapter, problems) = session.last("chapter \(path)", from: source) {
          var problems: [Diagnostic] = []
          return (Chapter(text: text, path: path, slug: slug, macros: macros, &problems), problems)
        }
        chapters.append(chapter)
        diagnostics += problems
      }
    }
    reportRepeatedLabels(in: chapters, &diagnostics)
    reportUnreadableInputs(in: chapters, &diagnostics)
    if files.contains("references.bib"),
      let text = readText("references.bib", atMost: SizeLimit.bibliography, &diagnostics)
    {
      settings?.bibliography = BibTeXReader.entries(text, file: "\(name)/references.bib", &diagnostics)
    }
    if let settings {
      diagnostics += settings.problems(among: chapters.map(\.slug)) + settings.coverProblems(chapters)
    }

    let isSound = !diagnostics.hasErrors
    let book = isSound ? settings.map { Book(settings: $0, chapters: chapters) } : nil
    return BookReading(book: book, diagnostics: diagnostics)
  }

  /// The settings from `book.yml`; nil when the file is missing or has errors.
  package func settings() -> BookSettings? {
    var diagnostics: [Diagnostic] = []
    let settings = readSettings(&diagnostics)
    return diagnostics.hasErrors ? nil : settings
  }

  private func readSettings(_ diagnostics: inout [Diagnostic]) -> BookSettings? {
    readText("book.yml", atMost: SizeLimit.settings, &diagnostics).flatMap {
      BookSettings(yaml: $0, file: "\(name)/book.yml", &diagnostics)
    }
  }

  /// The names of pages that every book has.
  package static let reservedSlugs: Set<String> = [
    "index", "verification", "references", "modules", "404", "book",
  ]

  /// `03-worked-update.md` → `worked-update`; nil when the name is not of that form.
  static func slug(ofFile file: String) -> String? {
    guard let match = file.wholeMatch(of: /[0-9]+-(.+)\.md/), isSlug(String(match.1)) else { return nil }
    return String(match.1)
  }

  /// Whether `name` can be the name of a page.
  static func isSlug(_ name: String) -> Bool { name.wholeMatch(of: /[\p{L}\p{N}_\-]+/) != nil }

  /// The text of a file with `\n` line endings and without a byte order mark.
  private func readText(_ file: String, atMost limit: Int, _ diagnostics: inout [Diagnostic]) -> String? {
    var position = start(of: file)
    let bytes: Data
    do {
      bytes = try FileDoor(path).read(file, atMost: limit)
    } catch {
      diagnostics.append(BookProblem.unreadable(error).diagnostic(at: position))
      return nil
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      let readable = String(decoding: bytes, as: UTF8.self)
      position.line = readable.prefix { $0 != "\u{FFFD}" }.count { $0.isNewline } + 1
      diagnostics.append(BookProblem.notUTF8.diagnostic(at: position))
      return nil
    }
    if text.removeByteOrderMark() {
      diagnostics.append(BookProblem.byteOrderMark.diagnostic(at: position))
    }
    if text.unicodeScalars.contains("\r") {
      text = text.withLineFeeds
      diagnostics.append(BookProblem.carriageReturns.diagnostic(at: position))
    }
    return text
  }

  private func reportUnreadableInputs(in chapters: [Chapter], _ diagnostics: inout [Diagnostic]) {
    let door = FileDoor(path)
    for block in chapters.flatMap(\.blocks) {
      for name in block.options.inputs {
        guard let problem = door.problem(with: name, atMost: SizeLimit.input) else { continue }
        diagnostics.append(BookProblem.inputUnreadable(name, problem).diagnostic(at: block.position))
      }
    }
  }

  private func reportRepeatedLabels(in chapters: [Chapter], _ diagnostics: inout [Diagnostic]) {
    var places: [String: SourcePosition] = [:]
    // The label of a check must be unique only within its exercise.
    for block in chapters.flatMap(\.blocks) where block.role != .check {
      guard let label = block.options.label else { continue }
      if let place = places[label] {
        diagnostics.append(BookProblem.labelTaken(label, by: place).diagnostic(at: block.position))
      } else {
        places[label] = block.position
      }
    }
  }
}

/// Everything that the result of parsing a chapter depends on, besides its path.
private struct ChapterSource: Equatable {
  var text: String
  var slug: String
  var macros: FormulaMacros
}

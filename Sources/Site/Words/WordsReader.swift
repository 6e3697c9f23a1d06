import Book
import Checks
import Foundation

/// Finds the words for a book's language in the book's own theme, then in the default theme, then in English.
struct WordsReader {
  let theme: ThemeSource
  let settings: BookSettings

  /// The words, with diagnostics about unreadable files and about unknown or missing words.
  func words() -> (words: Words, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var words: Words?
    for tag in Self.tags(settings.language) {
      for (file, data) in theme.words(tag) {
        do {
          let found = Words(try WordsFile(data), language: tag)
          diagnostics += unknownNames(in: found, of: file)
          words = words?.completed(by: found) ?? found
        } catch {
          let reason = (error as? DecodingError).map(Self.reason) ?? "\(error)"
          diagnostics.append(
            Diagnostic(
              .error, at: SourcePosition(file: file, line: 1), "the words cannot be read: \(reason)",
              fix: "write JSON like that of the default theme"))
        }
      }
      if words != nil { break }
    }
    guard let words else {
      if diagnostics.isEmpty { diagnostics.append(unknownLanguage) }
      return (.english, diagnostics)
    }
    let missing =
      (Word.allCases.map(\.rawValue).filter { !words.names.contains($0) }
      + Phrase.allCases.filter { words[$0] == nil && words.language != "en" }.map(\.key)).map { "'\($0)'" }
    if !missing.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, at: SourcePosition(file: ownFile(words.language), line: 1),
          "\(missing.count) words are missing and are shown in English: \(missing.joined(separator: ", "))",
          fix: "add them"))
    }
    return (words.completed(by: .english), diagnostics)
  }

  /// `zh-Hans-CN` → `zh-Hans-CN`, `zh-Hans`, `zh`.
  static func tags(_ language: String) -> [String] {
    var parts = language.split { $0 == "-" || $0 == "_" }.map(String.init)
    var tags: [String] = []
    while !parts.isEmpty {
      tags.append(parts.joined(separator: "-"))
      parts.removeLast()
    }
    return tags
  }

  private func ownFile(_ tag: String) -> String {
    let folder = settings.languagePosition?.file.split(separator: "/").dropLast().joined(separator: "/")
    return "\(folder.map { $0 + "/" } ?? "")theme/words/\(tag).json"
  }

  private var unknownLanguage: Diagnostic {
    let tag = Self.tags(settings.language).last ?? "en"
    return Diagnostic(
      .warning, at: settings.languagePosition ?? SourcePosition(file: "book.yml", line: 1),
      "the interface has no words in the language '\(settings.language)' and is shown in English",
      fix:
        "write 'theme/words/\(tag).json' in the folder of the chapters, like 'en.json' of the default theme")
  }

  private func unknownNames(in words: Words, of file: String) -> [Diagnostic] {
    let known = Word.allCases.map(\.rawValue) + Phrase.allCases.map(\.key)
    return words.names.union(words.reportNames).subtracting(known).sorted().map { name in
      Diagnostic(
        .warning, at: SourcePosition(file: file, line: 1), "nothing in the interface is called '\(name)'",
        fix: nearestName(to: name, among: known).map { "did you mean '\($0)'?" } ?? "remove it")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
      .valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return path.isEmpty ? context.debugDescription : "'\(path)': \(context.debugDescription)"
    @unknown default: return "\(error)"
    }
  }
}

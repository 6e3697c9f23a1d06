import Foundation
import Theme

/// The theme of a book: the default one, file by file replaced by what lies in the book's own `theme` folder.
struct ThemeSource {
  /// The book's `theme` folder; nil when it has none.
  private let own: URL?

  /// The theme of the book in `folder`.
  init(folder: String?) {
    own = folder.map { URL(fileURLWithPath: $0).appending(path: "theme") }
  }

  /// The files that every theme has beside its templates.
  static let assets = ["style.css", "script.js", "favicon.svg"]

  /// The bytes of a file of the theme: `style.css`, `templates/chapter.mustache`.
  func data(_ name: String) throws -> Data {
    if let own, let data = try? Data(contentsOf: own.appending(path: name)) { return data }
    return try Data(contentsOf: ThemeFiles.folder.appending(path: name))
  }

  /// The files with words in the language `tag`, the book's own first; positions in them begin with the name given.
  func words(_ tag: String) -> [(file: String, data: Data)] {
    let name = "words/\(tag).json"
    let files = [
      own.map {
        ("\($0.deletingLastPathComponent().lastPathComponent)/theme/\(name)", $0.appending(path: name))
      },
      (name, ThemeFiles.folder.appending(path: name)),
    ]
    return files.compactMap { $0 }.compactMap { file, url in (try? Data(contentsOf: url)).map { (file, $0) } }
  }

  /// What the book's theme has and the default one does not: pictures, fonts, more style sheets, by their path.
  func additions() -> [String: Data] {
    guard let own, let names = FileManager.default.enumerator(atPath: own.path)?.allObjects as? [String]
    else {
      return [:]
    }
    var additions: [String: Data] = [:]
    for name in names
    where !name.hasPrefix("templates") && !name.hasPrefix("words") && !Self.assets.contains(name) {
      let url = own.appending(path: name)
      if let isFile = try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile, isFile {
        additions[name] = try? Data(contentsOf: url)
      }
    }
    return additions
  }
}

import Book
import Files
import Foundation
import Theme

/// The theme of a book. Each file in the book's own `theme` folder replaces that file of the default theme.
struct ThemeSource {
  /// The files of the book's own theme, by their path below its folder.
  private var own: [String: Data] = [:]
  /// The folder of the book's own theme, as messages name it.
  private var ownFolder = "theme"
  /// Errors about files of the book's own theme that cannot be read.
  private(set) var diagnostics: [Diagnostic] = []

  /// The theme of the book in `folder`.
  init(folder: String?) {
    guard let folder else { return }
    ownFolder = URL(fileURLWithPath: folder).lastPathComponent + "/theme"
    guard (try? FileManager.default.attributesOfItem(atPath: folder + "/theme")) != nil else { return }
    let door = FileDoor(folder)
    let files = door.files(below: "theme")
    if files == nil { report("", .outside) }
    for file in files ?? [] {
      let name = String(file.name.dropFirst("theme/".count))
      do {
        own[name] = try door.read(file.name, atMost: SizeLimit.material)
      } catch {
        report("/" + name, error)
      }
    }
    for name in Self.names {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: "\(folder)/theme/\(name)", isDirectory: &isFolder),
        isFolder.boolValue
      {
        report("/" + name, .notAFile(.folder))
      }
    }
    for name in own.keys.sorted() where name.hasPrefix("templates") && !Self.names.contains(name) {
      diagnostics.append(
        Diagnostic(
          .warning, at: SourcePosition(file: "\(ownFolder)/\(name)", line: 1),
          "no page of the site uses this file",
          fix: nearestName(to: name, among: Self.names).map { "its name may be '\($0)'" }))
    }
  }

  private mutating func report(_ name: String, _ problem: FileProblem) {
    diagnostics.append(
      Diagnostic(
        .error, at: SourcePosition(file: ownFolder + name, line: 1),
        "the theme cannot be read: \(problem.message)", fix: problem.fix))
  }

  /// The files that every theme has in addition to its templates.
  static let assets = ["style.css", "script.js", "search.js", "live.js", "favicon.svg"]

  /// All files of the default theme, by their path below its folder.
  private static let names = (FileDoor(ThemeFiles.folder.path).files() ?? []).map(\.name)

  /// The bytes of a file of the theme: `style.css`, `templates/chapter.mustache`.
  func data(_ name: String) throws -> Data {
    try own[name] ?? Data(contentsOf: ThemeFiles.folder.appending(path: name))
  }

  /// The files with words in the language `tag`, the book's own first. Diagnostics name them by `file`.
  func words(_ tag: String) -> [(file: String, data: Data)] {
    let name = "words/\(tag).json"
    // The author wrote the tag, so it must not contain a path.
    guard tag.wholeMatch(of: /[A-Za-z0-9]+(-[A-Za-z0-9]+)*/) != nil else { return [] }
    return [
      own[name].map { ("\(ownFolder)/\(name)", $0) },
      (try? Data(contentsOf: ThemeFiles.folder.appending(path: name))).map { (name, $0) },
    ].compactMap { $0 }
  }

  /// Files that only the book's own theme has, by their path: pictures, fonts, more style sheets.
  func additions() -> [String: Data] {
    own.filter { name, _ in
      !name.hasPrefix("templates") && !name.hasPrefix("words") && !Self.assets.contains(name)
        && name != "epub.css"
    }
  }
}

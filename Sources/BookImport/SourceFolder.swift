import Book
import Files
import Foundation
import Yams

/// The folder of a foreign book. It only reads regular files inside of the folder.
final class SourceFolder {
  let folder: URL
  private(set) var remarks: [ImportRemark] = []
  /// Files that the import makes, such as the pictures in the outputs of notebooks, by their paths.
  private var made: [String: Data] = [:]
  /// The paths of the pictures that notebooks name for use elsewhere, by these names.
  var gluedPictures: [String: String] = [:]
  private var settings: [String: Node?] = [:]

  /// The largest size of a file that is read, in bytes.
  static let greatestSize = 16 << 20

  init(_ folder: URL) { self.folder = folder.standardizedFileURL }

  var exists: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private var door: FileDoor { FileDoor(folder.path) }

  /// Whether there is a regular file of this name inside of the folder.
  func has(_ path: String) -> Bool {
    made[path] != nil || door.problem(with: path, atMost: SizeLimit.attachment) == nil
  }

  /// Adds a file that is not in the folder. Nothing is written before ``copy(_:to:)``.
  func make(_ path: String, _ data: Data) { made[path] = data }

  /// Copies a file to `target`.
  func copy(_ path: String, to target: URL) throws {
    if let data = made[path] { return try data.write(to: target) }
    try door.copy(path, to: target.path, atMost: SizeLimit.attachment)
  }

  func data(_ path: String) -> Data? { try? door.read(path, atMost: Self.greatestSize) }

  /// The text with `\n` line endings; nil when it cannot be read. Adds a remark when it is not UTF-8.
  func text(_ path: String) -> String? {
    guard let data = data(path) else { return nil }
    guard var text = String(validating: data, as: UTF8.self) else {
      remarks.append(ImportRemark(file: path, problem: .notUTF8))
      return nil
    }
    text.removeByteOrderMark()
    return text.withLineFeeds
  }

  func yaml(_ path: String) -> Node? {
    if let known = settings[path] { return known }
    var node: Node?
    do {
      node = try text(path).flatMap { try Yams.compose(yaml: $0) }
    } catch {
      remarks.append(ImportRemark(file: path, problem: .settingsUnreadable("\(error)")))
    }
    settings.updateValue(node, forKey: path)
    return node
  }

  /// All Markdown files and notebooks in reading order: a folder's README, index or intro first, then by name, with
  /// numbers in numeric order.
  lazy var markdownFiles: [String] = allFiles.filter {
    ($0.hasSuffix(".md") || $0.lowercased().hasSuffix(".rmd") || $0.hasSuffix(".markdown")
      || $0.hasSuffix(".qmd") || $0.hasSuffix(".ipynb"))
      && !Self.unread.contains(($0 as NSString).lastPathComponent)
  }.sorted(by: Self.precedes)

  var bibliographies: [String] { allFiles.filter { $0.hasSuffix(".bib") } }

  /// The file of this path, or the first one of this name in any folder, as Obsidian finds it.
  func named(_ name: String) -> String? {
    if has(name) { return name }
    let end = "/" + name.lowercased()
    return allFiles.first { ("/" + $0.lowercased()).hasSuffix(end) }
  }

  private lazy var allFiles: [String] = {
    let hidden: Set<String> = ["node_modules", "_build", "_book", "_site", "public", "build"]
    guard
      let walk = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: [.isRegularFileKey, .isDirectoryKey],
        options: [.skipsHiddenFiles])
    else { return [] }
    var files: [String] = []
    let prefix = folder.path + "/"
    for case let url as URL in walk {
      let values = try? url.resourceValues(forKeys: [.isRegularFileKey, .isDirectoryKey])
      if values?.isDirectory == true, hidden.contains(url.lastPathComponent) {
        walk.skipDescendants()
      } else if values?.isRegularFile == true, url.path.hasPrefix(prefix) {
        files.append(String(url.path.dropFirst(prefix.count)))
      }
      if files.count > 50_000 { break }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }()

  /// Markdown files of a project that are not chapters of its book.
  private static let unread: Set<String> = [
    "SUMMARY.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE.md", "CODE_OF_CONDUCT.md", "SECURITY.md",
    "_sidebar.md",
    "_coverpage.md",
  ]

  private static func precedes(_ left: String, _ right: String) -> Bool {
    func key(_ path: String) -> [String] {
      path.lowercased().split(separator: "/").map { part in
        let stem = part.split(separator: ".").first ?? part
        let isFirst = stem == "readme" || stem == "index" || stem == "intro"
        let padded = part.replacing(/[0-9]+/) {
          String(repeating: "0", count: max(0, 12 - $0.0.count)) + $0.0
        }
        return (isFirst ? "0" : "1") + padded
      }
    }
    return key(left).lexicographicallyPrecedes(key(right))
  }

  /// `chapters/a.md` and `../img/x.png` → `img/x.png`; nil when the path leads out of the folder.
  static func resolved(_ path: String, from file: String) -> String? {
    if path.hasPrefix("/") { return joined("", String(path.dropFirst())) }
    let parent = file.split(separator: "/").dropLast().joined(separator: "/")
    return joined(parent, path, isBounded: true)
  }

  /// The paths that a target may mean, seen from a chapter. The root of a site may be the folder of all its chapters, such
  /// as `src` in mdBook.
  static func places(of path: String, from file: String) -> [String] {
    guard let place = resolved(path, from: file) else { return [] }
    let folders = file.split(separator: "/").dropLast()
    return path.hasPrefix("/") && !folders.isEmpty ? [place, folders[0] + "/" + place] : [place]
  }

  static func joined(_ folder: String, _ path: String) -> String {
    joined(folder, path, isBounded: false) ?? path
  }

  private static func joined(_ folder: String, _ path: String, isBounded: Bool) -> String? {
    var parts = folder.split(separator: "/").filter { $0 != "." }
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard !parts.isEmpty else { return isBounded ? nil : parts.joined(separator: "/") }
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

import Foundation

extension FileDoor {
  /// Something below the folder that is not a folder.
  package struct Entry: Sendable, Equatable {
    /// The path relative to the folder.
    package var name: String
    package var size: Int
  }

  /// Everything below the folder, or below `part` of it, that is not a folder, sorted by name. The listing enters links
  /// to folders if the door follows them. It includes other links, so that reading them reports the problem. Nil when a
  /// folder cannot be read or there are too many files.
  package func files(below part: String = "") -> [Entry]? {
    guard let root = Self.realPath(folder), let start = Self.realPath("\(folder)/\(part)"),
      isOpen(start, root)
    else { return nil }
    var files: [Entry] = []
    guard
      visit(start, part.isEmpty ? "" : part + "/", root: root, within: start == root ? [] : [root], &files)
    else { return nil }
    return files.sorted { $0.name < $1.name }
  }

  private func isOpen(_ place: String, _ root: String) -> Bool {
    links == .anywhere || place == root || place.hasPrefix(root + "/")
  }

  /// The most files in a listing. A book has fewer.
  private static let most = 200_000

  private func visit(
    _ place: String, _ prefix: String, root: String, within outer: Set<String>, _ files: inout [Entry]
  ) -> Bool {
    // A link to an enclosing folder would cause an endless loop.
    if outer.contains(place) { return true }
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: place) else { return false }
    for entry in entries {
      guard files.count < Self.most else { return false }
      guard let (status, target) = resolved("\(place)/\(entry)", root: root) else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        let inner = visit(target, "\(prefix)\(entry)/", root: root, within: outer.union([place]), &files)
        if !inner { return false }
      } else {
        files.append(Entry(name: prefix + entry, size: Int(status.st_size)))
      }
    }
    return true
  }

  /// The status and the real path of a file or folder; nil for a broken link.
  private func resolved(_ path: String, root: String) -> (status: stat, place: String)? {
    var own = stat()
    guard lstat(path, &own) == 0 else { return nil }
    guard own.st_mode & S_IFMT == S_IFLNK else { return (own, path) }
    var status = stat()
    guard let target = Self.realPath(path), stat(target, &status) == 0 else { return nil }
    return links != .nowhere && isOpen(target, root) ? (status, target) : (own, path)
  }
}

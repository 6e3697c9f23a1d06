import Foundation

/// The files below a folder, also those behind links to other folders.
struct FileTree {
  /// Their paths from the folder, in order.
  private(set) var files: [String] = []
  private var size = 0
  private let limit: Int

  /// What lies below `folder`; nil when a folder cannot be read, or when the files have more than `limit` bytes.
  init?(_ folder: String, atMost limit: Int) {
    self.limit = limit
    guard visit(folder, "", within: []) else { return nil }
    files.sort()
  }

  private mutating func visit(_ folder: String, _ prefix: String, within outer: Set<String>) -> Bool {
    let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    // A link to a folder around it leads round and round.
    if outer.contains(place) { return true }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return false }
    for name in names {
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        let inner = visit("\(folder)/\(name)", "\(prefix)\(name)/", within: outer.union([place]))
        if !inner { return false }
      } else {
        files.append(prefix + name)
        size += Int(status.st_size)
        if size > limit { return false }
      }
    }
    return true
  }
}

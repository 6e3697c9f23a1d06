import Foundation

/// The folders for what can be made again.
package enum CacheFolders {
  /// The folder of this user's caches: below `XDG_CACHE_HOME` or below the home folder. Without either, a folder for
  /// temporary files that no other user can prepare.
  package static func ofUser(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    if let named = environment["XDG_CACHE_HOME"], named.hasPrefix("/") { return named + "/galley" }
    if let home = environment["HOME"], home.hasPrefix("/"), isWritable(home) {
      #if canImport(Darwin)
        return home + "/Library/Caches/galley"
      #else
        return home + "/.cache/galley"
      #endif
    }
    return FileManager.default.temporaryDirectory.path + "/galley-\(getuid())"
  }

  /// The folder for the results of a book: `.build/galley` beside its chapters, or a folder in the user's caches for a
  /// book in a place that cannot be written to.
  ///
  /// - Parameter name: Distinguishes books in the user's caches.
  package static func ofBook(at root: String, name: String) -> String {
    let own = root + "/.build/galley"
    return isWritable(own) ? own : ofUser() + "/books/" + name
  }

  /// Whether a file in `folder` can be written. The folder need not exist, if it can be made.
  private static func isWritable(_ folder: String) -> Bool {
    var url = URL(fileURLWithPath: folder)
    while !FileManager.default.fileExists(atPath: url.path), url.path != "/" { url.deleteLastPathComponent() }
    return FileManager.default.isWritableFile(atPath: url.path)
  }
}

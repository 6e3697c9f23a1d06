import Foundation

/// The folders for what can be made again.
package enum CacheFolders {
  /// The folder of this user's caches: below `XDG_CACHE_HOME` or below the home folder. Without either, a folder for
  /// temporary files. Everybody can make such a folder, so it counts only if it belongs to this user.
  package static func ofUser(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    if let named = environment["XDG_CACHE_HOME"], named.hasPrefix("/") { return named + "/galley" }
    if let home = environment["HOME"], home.hasPrefix("/"),
      FileManager.default.isWritableFile(atPath: home)
    {
      #if canImport(Darwin)
        return home + "/Library/Caches/galley"
      #else
        return home + "/.cache/galley"
      #endif
    }
    let temporary = FileManager.default.temporaryDirectory.path + "/galley-\(getuid())"
    return isOwn(temporary) ? temporary : temporary + "-" + UUID().uuidString
  }

  /// Whether `folder`, which is made if it does not exist, is a folder that only this user can write to.
  private static func isOwn(_ folder: String) -> Bool {
    mkdir(folder, 0o700)
    var status = stat()
    return lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == getuid()
      && status.st_mode & 0o022 == 0
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

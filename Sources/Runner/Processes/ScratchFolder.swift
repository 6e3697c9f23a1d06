import Foundation

/// A temporary folder that is removed when the value is destroyed.
struct ScratchFolder: ~Copyable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "\(Self.prefix)\(getpid())-\(UUID().uuidString)")
    // Other users of this machine must see neither the program nor its results.
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = url.path
  }

  deinit { Self.remove(path) }

  /// Removes a folder, even if a program has nested folders so deeply that their paths are too long. The contents of
  /// each folder are moved up to `top` before the folder is removed.
  static func remove(_ top: String) {
    let files = FileManager.default
    if (try? files.removeItem(atPath: top)) != nil { return }
    while let name = try? files.contentsOfDirectory(atPath: top).first {
      let folder = "\(top)/\(name)"
      if unlink(folder) == 0 { continue }
      chmod(folder, 0o700)
      for inner in (try? files.contentsOfDirectory(atPath: folder)) ?? []
      where unlink("\(folder)/\(inner)") != 0 {
        chmod("\(folder)/\(inner)", 0o700)
        if rename("\(folder)/\(inner)", "\(top)/\(UUID().uuidString)") != 0 { return }
      }
      if rmdir(folder) != 0 { return }
    }
    rmdir(top)
  }

  /// The path of a file in the folder.
  borrowing func file(_ name: String) -> String { path + "/" + name }

  private static let prefix = "galley-run-"

  /// Removes the folders of earlier processes that were killed.
  static func removeAbandoned() {
    removeAll { owner in owner != getpid() && kill(owner, 0) != 0 && errno == ESRCH }
  }

  /// Removes the folders of this process. Called before it ends.
  static func removeOwn() {
    removeAll { $0 == getpid() }
  }

  private static func removeAll(where isOwned: (pid_t) -> Bool) {
    let folder = FileManager.default.temporaryDirectory.path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(prefix) {
      guard let owner = name.dropFirst(prefix.count).split(separator: "-").first.flatMap({ pid_t($0) }),
        isOwned(owner)
      else { continue }
      remove("\(folder)/\(name)")
    }
  }
}

/// Cleans up when the program is interrupted.
package enum Interruption {
  /// Removes the temporary folders of this process. Supervisors end the running chapters when this process is gone.
  package static func cleanUp() { ScratchFolder.removeOwn() }
}

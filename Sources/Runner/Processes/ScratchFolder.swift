import Foundation

/// A temporary folder that is gone when its user is done.
struct ScratchFolder: ~Copyable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "\(Self.prefix)\(getpid())-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  borrowing func file(_ name: String) -> String { path + "/" + name }

  private static let prefix = "galley-run-"

  /// Removes what a program that was killed could not remove itself, and ends what it had started.
  static func removeAbandoned() {
    removeAll { owner in owner != getpid() && kill(owner, 0) != 0 && errno == ESRCH }
  }

  /// Removes the folders of this program, which is about to end.
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
      ProcessFamily.endAll(marked: "\(folder)/\(name)/")
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}

/// What there is to do when the program is interrupted.
package enum Interruption {
  /// Ends every chapter that runs, and removes what was made for it.
  package static func cleanUp() { ScratchFolder.removeOwn() }
}

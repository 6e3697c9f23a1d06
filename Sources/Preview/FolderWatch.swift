import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Detects when a file below some folders is changed, added, removed or renamed.
///
/// It checks the times and sizes of all files many times a second. A book has tens of files, so this takes less than a
/// thousandth of a core. It works on every file system, also when the folder itself is removed and created again.
package struct FolderWatch: Sendable {
  private let folders: [String]
  private let interval: Duration

  /// A watch on `folders`. A file may stand in place of a folder.
  package init(folders: [String], interval: Duration = .milliseconds(25)) {
    self.folders = folders
    self.interval = interval
  }

  /// The files of the folders with their times, sizes and inode numbers.
  package struct Snapshot: Sendable, Equatable {
    fileprivate var files: [String: [Int64]] = [:]
  }

  /// The current state of the folders.
  package func snapshot() -> Snapshot {
    var snapshot = Snapshot()
    for folder in folders {
      add(folder, to: &snapshot)
      collect(folder, into: &snapshot, depth: 0)
    }
    return snapshot
  }

  /// Waits until the folders differ from `snapshot` and then stay the same for a moment, because editors write in
  /// several steps. Returns nil when the task is cancelled.
  package func change(from snapshot: Snapshot) async -> Snapshot? {
    var last = self.snapshot()
    while !Task.isCancelled {
      if last != snapshot {
        try? await Task.sleep(for: .milliseconds(8))
        let now = self.snapshot()
        if now == last { return now }
        last = now
      } else {
        try? await Task.sleep(for: interval)
        last = self.snapshot()
      }
    }
    return nil
  }

  private func collect(_ path: String, into snapshot: inout Snapshot, depth: Int) {
    guard depth < 8, let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return }
    // The temporary files of editors are not part of the book.
    for name in names where !name.hasPrefix(".") && !name.hasSuffix("~") && !name.hasPrefix("#") {
      let file = path + "/" + name
      if !add(file, to: &snapshot) { collect(file, into: &snapshot, depth: depth + 1) }
    }
  }

  /// Adds a file. Returns false for a folder, which is not added.
  @discardableResult
  private func add(_ file: String, to snapshot: inout Snapshot) -> Bool {
    var status = stat()
    guard stat(file, &status) == 0 else { return true }
    if status.st_mode & S_IFMT == S_IFDIR { return false }
    snapshot.files[file] = Self.times(status) + [Int64(status.st_size), Int64(status.st_ino)]
    return true
  }

  /// The modification time and the status change time in nanoseconds. No program can set the status change time back.
  private static func times(_ status: stat) -> [Int64] {
    #if canImport(Darwin)
      let times = [status.st_mtimespec, status.st_ctimespec]
    #else
      let times = [status.st_mtim, status.st_ctim]
    #endif
    return times.map { Int64($0.tv_sec) &* 1_000_000_000 &+ Int64($0.tv_nsec) }
  }
}

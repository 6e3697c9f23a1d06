import Foundation

/// A small file system in memory, mounted at a folder.
final class SmallDisk {
  let path: String

  init(at path: String, kibibytes: Int) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let isMounted = Self.run("mount", "-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path)
    if !isMounted { throw NotMounted() }
  }

  deinit { _ = Self.run("umount", "--lazy", path) }

  private struct NotMounted: Error {}

  /// Fills the remaining space.
  func fill() throws {
    let descriptor = open(path + "/filler", O_WRONLY | O_CREAT, 0o600)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    for size in [4096, 1] {
      let data = Data(count: size)
      while (try? file.write(contentsOf: data)) != nil {}
    }
  }

  func makeReadOnly() -> Bool { Self.run("mount", "-o", "remount,ro", path) }

  /// Whether this user may mount file systems here.
  static var isPossible: Bool {
    let folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return getuid() == 0 && (try? SmallDisk(at: folder.path, kibibytes: 64)) != nil
  }

  private static func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

import Foundation

/// A file that anybody may have put where it lies: it is read when it is an ordinary file of a bearable size, has no other
/// name, and none of the folders on the way to it is a link.
package enum PlainFile: Equatable {
  case absent
  case bytes([UInt8])
  /// This part of the path is a symbolic link.
  case link(String)
  /// A folder, a pipe, a device.
  case noFile
  case tooLarge
  /// A hard link to a file that may be another's.
  case hasOtherNames
  case unreadable

  /// Reads the file at `path` below `folder`, which itself is trusted.
  package init(_ path: [String], in folder: String, limit: Int) {
    var place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for (number, name) in path.enumerated() where place >= 0 {
      // A pipe or a device is opened without waiting for whoever is at its other end.
      let kind = number == path.count - 1 ? O_NONBLOCK : O_DIRECTORY
      let next = openat(place, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind)
      let isLink = next < 0 && Self.isLink(name, in: place)
      let code = errno
      close(place)
      errno = code
      place = next
      if isLink {
        self = .link(path.prefix(number + 1).joined(separator: "/"))
        return
      }
    }
    guard place >= 0 else {
      self = errno == ENOENT || errno == ENOTDIR ? .absent : .unreadable
      return
    }
    self = Self.read(place, limit)
    close(place)
  }

  private static func isLink(_ name: String, in folder: Int32) -> Bool {
    let code = errno
    defer { errno = code }
    var status = stat()
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func read(_ file: Int32, _ limit: Int) -> PlainFile {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .noFile }
    if status.st_size > limit { return .tooLarge }
    if status.st_nlink > 1 { return .hasOtherNames }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      var isSound = true
      let some = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let read = pread(file, buffer.baseAddress, buffer.count, off_t(bytes.count))
        isSound = read >= 0
        count = max(0, read)
      }
      if !isSound { return .unreadable }
      if some.isEmpty { return .bytes(bytes) }
      bytes += some
    }
    return .tooLarge
  }

  /// The text of a file that a program has left; empty when it is none.
  var text: String {
    if case .bytes(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}

import Foundation

/// The contents of a file that may come from an untrusted program. The file is read only if it is an ordinary file
/// within a size limit, has no other hard links, and neither it nor a folder on its path is a symbolic link.
package enum PlainFile: Equatable {
  case absent
  case bytes([UInt8])
  /// The path contains a symbolic link. The value is the part of the path up to the link.
  case link(String)
  /// It is a folder, a pipe or a device.
  case noFile
  case tooLarge
  /// It has other hard links, so it may be the file of another user.
  case hasOtherNames
  case unreadable

  /// Reads the file at `path` below `folder`, which itself is trusted.
  package init(_ path: [String], in folder: String, limit: Int) {
    var place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for (number, name) in path.enumerated() where place >= 0 {
      // Without `O_NONBLOCK`, opening a pipe or a device could wait for its other end.
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

  /// The text of the file; empty if it was not read.
  var text: String {
    if case .bytes(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}

import Foundation

/// Opens all files that other people wrote: those of a book, a theme, a submission or an archive. It only opens regular
/// files below a folder, never blocks, and checks the size before it reads.
package struct FileDoor: Sendable {
  /// Where a symbolic link may lead.
  package enum Links: Sendable {
    /// No link is followed, and files with several names are refused.
    case nowhere
    /// Links may lead to other places below the folder.
    case inside
    /// Links may lead to any place, for files that the user names on the command line.
    case anywhere
  }

  /// The folder that holds the files.
  package let folder: String
  let links: Links

  /// Creates a door to the files below `folder`.
  package init(_ folder: String, links: Links = .inside) {
    self.folder = folder
    self.links = links
  }

  /// The bytes of a file that the user names, in any folder.
  package static func read(path: String, atMost limit: Int) throws(FileProblem) -> Data {
    let url = URL(fileURLWithPath: path)
    let door = FileDoor(url.deletingLastPathComponent().path, links: .anywhere)
    return try door.read(url.lastPathComponent, atMost: limit)
  }

  /// The bytes of the file at the path `name` below the folder.
  package func read(_ name: String, atMost limit: Int) throws(FileProblem) -> Data {
    try file(name, atMost: limit).data()
  }

  /// Copies the file at the path `name` below the folder to `target`.
  package func copy(_ name: String, to target: String, atMost limit: Int) throws {
    let file = try file(name, atMost: limit)
    let copy = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard copy >= 0 else { throw FileProblem.unreadable(reason: String(cString: strerror(errno))) }
    let handle = FileHandle(fileDescriptor: copy, closeOnDealloc: true)
    try file.pieces { try handle.write(contentsOf: Data($0)) }
  }

  /// Why the file at the path `name` cannot be read; nil when it can.
  package func problem(with name: String, atMost limit: Int) -> FileProblem? {
    do {
      _ = try file(name, atMost: limit)
      return nil
    } catch {
      return error
    }
  }

  /// The file at the path `name` below the folder, open for reading.
  package func file(_ name: String, atMost limit: Int) throws(FileProblem) -> OpenFile {
    var (folder, steps) = try place(of: name)
    for number in 1..<steps.count {
      folder = try opened(steps[..<number], in: folder.descriptor, O_DIRECTORY)
    }
    // The status is checked before the file is opened, because opening a device may have an effect.
    var status = stat()
    let path = steps.joined(separator: "/")
    if fstatat(folder.descriptor, steps[steps.count - 1], &status, AT_SYMLINK_NOFOLLOW) != 0 {
      throw FileProblem(errno)
    }
    if let problem = FileProblem(status, at: path) { throw problem }
    let file = try opened(steps[...], in: folder.descriptor, O_NONBLOCK | O_NOCTTY)
    if fstat(file.descriptor, &status) != 0 { throw FileProblem(errno) }
    if let problem = FileProblem(status, at: path) { throw problem }
    if links == .nowhere, status.st_nlink > 1 { throw .hardLink }
    if status.st_size > limit { throw .tooLarge(limit: limit) }
    return OpenFile(file, size: Int(status.st_size), limit: limit)
  }

  /// An open folder, and the steps from there to the file. No step may be a link.
  private func place(of name: String) throws(FileProblem) -> (folder: OpenDescriptor, steps: [String]) {
    var steps = name.split(separator: "/").map(String.init).filter { $0 != "." }
    guard !name.hasPrefix("/"), !steps.isEmpty, !steps.contains(".."), !name.utf8.contains(0) else {
      throw .outside
    }
    var start = folder
    if links != .nowhere {
      guard let root = Self.realPath(folder) else { throw FileProblem(errno) }
      guard let target = Self.realPath(folder + "/" + name) else { throw FileProblem(errno) }
      // The name is a link to the folder itself.
      if target == root { throw .notAFile(.folder) }
      if target.hasPrefix(root == "/" ? "/" : root + "/") {
        start = root
        steps = target.dropFirst(root.utf8.count).split(separator: "/").map(String.init)
      } else {
        guard links == .anywhere else { throw .outside }
        start = "/"
        steps = target.split(separator: "/").map(String.init)
      }
    }
    let descriptor = open(start, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(errno) }
    return (OpenDescriptor(descriptor), steps)
  }

  /// Opens the last of the steps, which lies in `folder`.
  private func opened(
    _ steps: ArraySlice<String>, in folder: Int32, _ flags: Int32
  ) throws(FileProblem) -> OpenDescriptor {
    let name = steps[steps.endIndex - 1]
    let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
    if descriptor >= 0 { return OpenDescriptor(descriptor) }
    let reason = errno
    var status = stat()
    if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw .link(at: steps.joined(separator: "/"))
    }
    throw FileProblem(reason)
  }

  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

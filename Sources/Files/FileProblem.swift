import Foundation

/// The reason why a file cannot be read.
package enum FileProblem: Error, Equatable, Sendable {
  case missing
  case notAFile(Kind)
  case tooLarge(limit: Int)
  /// The path, or a link on it, leads out of the folder.
  case outside
  /// The path has a link, and the door follows none. Holds the part of the path up to the link.
  case link(at: String)
  /// The file has other names, so it may be the file of somebody else, and the door follows no links.
  case hardLink
  case unreadable(reason: String)

  /// The kind of thing that is in place of a file.
  package enum Kind: Sendable {
    case folder, pipe, socket, device
  }

  /// The problem that an `errno` code describes.
  init(_ code: Int32) {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: self = .missing
    default: self = .unreadable(reason: String(cString: strerror(code)))
    }
  }

  /// The problem with something of this status at `path`; nil for a regular file.
  init?(_ status: stat, at path: String) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFLNK: self = .link(at: path)
    case S_IFDIR: self = .notAFile(.folder)
    case S_IFIFO: self = .notAFile(.pipe)
    case S_IFSOCK: self = .notAFile(.socket)
    default: self = .notAFile(.device)
    }
  }

  /// The rule that was broken, as the end of a sentence about the file.
  package var message: String {
    switch self {
    case .missing: "there is no such file"
    case .notAFile(.folder): "it is a folder"
    case .notAFile(.pipe): "it is a pipe, not a file"
    case .notAFile(.socket): "it is a socket, not a file"
    case .notAFile(.device): "it is a device, not a file"
    case .tooLarge(let limit): "it is larger than \(Self.size(limit))"
    case .outside: "it lies outside of the folder, or a link leads there"
    case .link(let place): "'\(place)' is a symbolic link, which is not followed"
    case .hardLink: "it is a hard link to a file that lies elsewhere, too"
    case .unreadable(let reason): reason
    }
  }

  /// How to fix the problem.
  package var fix: String {
    switch self {
    case .missing: "name a file that exists"
    case .notAFile: "put an ordinary file there"
    case .tooLarge: "make it smaller"
    case .outside: "put a copy into the folder"
    case .link, .hardLink: "put a copy of the file there"
    case .unreadable: "make the file readable"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 30 ? "\(bytes >> 30) GiB" : bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
  }
}

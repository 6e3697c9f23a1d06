import Runner

/// A file that a student has handed in. It may be a link, a pipe, or too large.
enum HandedInFile: Equatable {
  case absent
  case text(String)
  /// The file exists but is not read; holds the reason, as a sentence without a capital.
  case refused(String)
  /// A link hides whether the file exists; holds the reason.
  case unreachable(String)

  /// Reads the file at `path` below `folder`.
  init(_ path: [String], in folder: String) {
    self =
      switch PlainFile(path, in: folder, limit: 1 << 20) {
      case .absent: .absent
      case .bytes(let bytes):
        String(validating: bytes, as: UTF8.self).map(HandedInFile.text) ?? .refused("the file is not UTF-8")
      case .link(let place) where place != path.joined(separator: "/"):
        .unreachable("'\(place)' is a symbolic link, which is not followed")
      case .link(let place): .refused("'\(place)' is a symbolic link, which is not followed")
      case .noFile: .refused("it is no ordinary file")
      case .tooLarge: .refused("the file is larger than 1 MiB")
      case .hasOtherNames: .refused("it is a hard link to a file that lies elsewhere, too")
      case .unreadable: .refused("it cannot be read")
      }
  }

  /// Whether something was handed in.
  var isAnswer: Bool {
    switch self {
    case .text, .refused: true
    case .absent, .unreachable: false
    }
  }
}

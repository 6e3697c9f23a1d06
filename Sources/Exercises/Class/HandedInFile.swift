import Runner

/// A file that a student has handed in, which may be anything.
enum HandedInFile: Equatable {
  case absent
  case text(String)
  /// Why it is not read, as a sentence without a capital.
  case refused(String)
  /// Why nobody knows whether it is there.
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

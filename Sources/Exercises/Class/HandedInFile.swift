import Files

/// A file that a student has handed in. It may be a link, a pipe, or too large.
enum HandedInFile: Equatable {
  case absent
  case text(String)
  /// The file exists but is not read; holds the reason, as a sentence without a capital.
  case refused(String)
  /// A link hides whether the file exists; holds the reason.
  case unreachable(String)

  /// Reads the file at `path` below `folder`.
  init(_ path: String, in folder: String) {
    do {
      let bytes = try FileDoor(folder, links: .nowhere).read(path, atMost: SizeLimit.answer)
      self =
        String(validating: bytes, as: UTF8.self).map(HandedInFile.text) ?? .refused("the file is not UTF-8")
    } catch .missing {
      self = .absent
    } catch .link(let place) where place != path {
      self = .unreachable(FileProblem.link(at: place).message)
    } catch {
      self = .refused(error.message)
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

import Book

/// What can be wrong with a reference or a link.
enum ReferenceProblem: Equatable {
  case unknownReference(String, nearest: String?)
  case labelShowsNothing(String)
  case unknownCitation(String, nearest: String?)
  case unknownFile(String, nearest: String?)
  case unknownAnchor(String, page: String, nearest: String?)
  case unknownAdmonition(String, nearest: String?)

  /// The problem in words, at its place.
  func diagnostic(at position: SourcePosition) -> Diagnostic {
    Diagnostic(.error, at: position, message, fix: fix)
  }

  private var message: String {
    switch self {
    case .unknownReference(let name, _): "'@\(name)' refers to nothing"
    case .labelShowsNothing(let name): "'@\(name)' refers to a block that shows nothing with a number"
    case .unknownCitation(let key, _): "'references.bib' has no entry '\(key)'"
    case .unknownFile(let path, _): "the link leads to '\(path)', and there is no such chapter or file"
    case .unknownAnchor(let anchor, let page, _): "the link leads to '#\(anchor)', which is not on \(page)"
    case .unknownAdmonition(let name, _): "there is no admonition '[!\(name)]'"
    }
  }

  private var fix: String? {
    switch self {
    case .unknownReference(let name, let nearest):
      nearest.map { "did you mean '@\($0)'?" }
        ?? (name.hasPrefix("sec-")
          ? "name a section by its anchor, a chapter by its file's name without number"
          : "label a block '\(name)'")
    case .labelShowsNothing(let name):
      name.hasPrefix("tbl-") ? "give the block a 'tbl-cap'" : "let the block show a chart"
    case .unknownCitation(_, let nearest): nearest.map { "did you mean '@\($0)'?" } ?? "add it"
    case .unknownFile(_, let nearest), .unknownAnchor(_, _, let nearest):
      nearest.map { "did you mean '\($0)'?" }
    case .unknownAdmonition(_, let nearest):
      nearest.map { "did you mean '[!\($0)]'?" } ?? "NOTE, TIP, IMPORTANT, WARNING and CAUTION exist"
    }
  }
}

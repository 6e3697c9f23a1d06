import Book
import Files

/// A problem with a reference, a link, an admonition or raw HTML.
enum ReferenceProblem: Equatable {
  case unknownReference(String, nearest: String?)
  case labelShowsNothing(String)
  case unknownCitation(String, nearest: String?)
  case unknownFile(String, nearest: String?)
  case unreadableFile(String, FileProblem)
  case unknownAnchor(String, page: String, nearest: String?)
  case unknownAdmonition(String, nearest: String?)
  case unknownSymbol(String, nearest: String?)
  case captionWithoutFigure
  case removedHTML(String)
  case endTagWithoutBeginning(String)
  case elementNotClosed(String)

  /// Creates the problem for a notice about raw HTML.
  init(_ notice: RawHTML.Notice) {
    self =
      switch notice {
      case .removed(let what): .removedHTML(what)
      case .endWithoutBeginning(let name): .endTagWithoutBeginning(name)
      case .notClosed(let name): .elementNotClosed(name)
      }
  }

  /// The diagnostic for the problem, with its message and fix.
  func diagnostic(at position: SourcePosition) -> Diagnostic {
    Diagnostic(isWarning ? .warning : .error, at: position, message, fix: fix)
  }

  private var isWarning: Bool {
    switch self {
    // GitHub's Markdown knows code between two signs, too.
    case .unknownSymbol: true
    case .removedHTML, .endTagWithoutBeginning, .elementNotClosed: true
    default: false
    }
  }

  private var message: String {
    switch self {
    case .unknownReference(let name, _): "'@\(name)' refers to nothing"
    case .labelShowsNothing(let name): "'@\(name)' refers to a block that shows nothing with a number"
    case .unknownCitation(let key, _): "'references.bib' has no entry '\(key)'"
    case .unknownFile(let path, _): "the link leads to '\(path)', and there is no such chapter or file"
    case .unreadableFile(let path, let problem):
      "the link leads to '\(path)', which cannot be published: \(problem.message)"
    case .unknownAnchor(let anchor, let page, _): "the link leads to '#\(anchor)', which is not on \(page)"
    case .captionWithoutFigure: "the block has a 'fig-cap' but shows no figure"
    case .removedHTML(let what): "'\(what)' is not allowed on a page and is removed"
    case .endTagWithoutBeginning(let name): "'</\(name)>' closes no open element and is removed"
    case .elementNotClosed(let name): "'<\(name)>' is not closed"
    case .unknownSymbol(let name, _): "no module of the book declares '\(name)', so it is shown as plain code"
    case .unknownAdmonition(let name, _): "there is no admonition '[!\(name)]'"
    }
  }

  private var fix: String? {
    switch self {
    case .unknownReference(let name, let nearest):
      nearest.map { "did you mean '@\($0)'?" }
        ?? (name.hasPrefix("sec-")
          ? "name a section by its anchor, and a chapter by its file name without the number"
          : "label a block '\(name)'")
    case .labelShowsNothing(let name):
      name.hasPrefix("tbl-") ? "give the block a 'tbl-cap'" : "show a chart in the block"
    case .captionWithoutFigure: "end the block with a chart, or remove the caption"
    case .removedHTML: "write it in Markdown"
    case .endTagWithoutBeginning: "remove it"
    case .elementNotClosed(let name): "write '</\(name)>'"
    case .unknownCitation(_, let nearest): nearest.map { "did you mean '@\($0)'?" } ?? "add it"
    case .unknownFile(_, let nearest), .unknownAnchor(_, _, let nearest):
      nearest.map { "did you mean '\($0)'?" }
    case .unreadableFile(_, let problem): problem.fix
    case .unknownSymbol(let name, let nearest):
      nearest.map { "did you mean '``\($0)``'?" } ?? "write '`\(name)`'"
    case .unknownAdmonition(_, let nearest):
      nearest.map { "did you mean '[!\($0)]'?" } ?? "use NOTE, TIP, IMPORTANT, WARNING or CAUTION"
    }
  }
}

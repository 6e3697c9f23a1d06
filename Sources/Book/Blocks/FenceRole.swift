/// The kind of a fenced block. Every fence must name one, so that no block is skipped silently.
package enum FenceRole: Sendable, Hashable {
  /// Part of the chapter's program: compiled, run, checked.
  case swiftRun
  /// Compiled in the chapter but not run.
  case swift
  /// A displayed formula.
  case math
  /// A diagram in Graphviz's language.
  case dot
  /// Code that a student completes, with the author's solution in it.
  case exercise
  /// A hint to an exercise, in Markdown.
  case hint
  /// A test of an exercise's solution.
  case check
  /// A typical mistake, with advice against it.
  case wrong
  /// A question to be answered in words or by choosing, in Markdown.
  case question
  /// A listing that is shown as it is.
  case listing(language: String)

  /// The names of fences whose content is only shown.
  package static let listingLanguages = [
    "text", "console", "diff", "json", "yaml", "toml", "xml", "html", "css", "javascript", "markdown",
    "latex",
    "python", "c", "cpp", "rust", "julia", "r", "sh", "make",
  ]

  static let names =
    ["swift-run", "swift", "math", "dot", "exercise", "hint", "check", "wrong", "question"] + listingLanguages

  init?(name: String) {
    switch name {
    case "swift-run": self = .swiftRun
    case "swift": self = .swift
    case "math": self = .math
    case "dot": self = .dot
    case "exercise": self = .exercise
    case "hint": self = .hint
    case "check": self = .check
    case "wrong": self = .wrong
    case "question": self = .question
    case _ where Self.listingLanguages.contains(name): self = .listing(language: name)
    default: return nil
    }
  }

  /// The word after the fence.
  package var name: String {
    switch self {
    case .swiftRun: "swift-run"
    case .swift: "swift"
    case .math: "math"
    case .dot: "dot"
    case .exercise: "exercise"
    case .hint: "hint"
    case .check: "check"
    case .wrong: "wrong"
    case .question: "question"
    case .listing(let language): language
    }
  }

  /// The prefix of an option line; nil for a listing, which shows every line.
  var optionPrefix: String? {
    switch self {
    case .swiftRun, .swift, .dot, .exercise, .hint, .check, .wrong, .question: "//|"
    case .math: "%|"
    case .listing: nil
    }
  }
}

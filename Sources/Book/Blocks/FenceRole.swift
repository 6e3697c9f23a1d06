/// What a fenced block is for. Every fence declares it; nothing is skipped in silence.
public enum FenceRole: Sendable, Hashable {
  /// Part of the chapter's program: compiled, run, checked.
  case swiftRun
  /// Compiled in the chapter but not run.
  case swift
  /// A displayed formula.
  case math
  /// A diagram in Graphviz's language.
  case dot
  /// Shown as it is.
  case listing(language: String)

  /// What a fence may say that is only shown.
  static let listingLanguages = [
    "text", "console", "diff", "json", "yaml", "toml", "xml", "html", "css", "javascript", "markdown",
    "latex",
    "python", "c", "cpp", "rust", "julia", "r", "sh", "make",
  ]

  static let names = ["swift-run", "swift", "math", "dot"] + listingLanguages

  init?(name: String) {
    switch name {
    case "swift-run": self = .swiftRun
    case "swift": self = .swift
    case "math": self = .math
    case "dot": self = .dot
    case _ where Self.listingLanguages.contains(name): self = .listing(language: name)
    default: return nil
    }
  }

  /// The word after the fence.
  public var name: String {
    switch self {
    case .swiftRun: "swift-run"
    case .swift: "swift"
    case .math: "math"
    case .dot: "dot"
    case .listing(let language): language
    }
  }

  /// What begins an option line; a listing has no options, every line of it is shown.
  var optionPrefix: String? {
    switch self {
    case .swiftRun, .swift, .dot: "//|"
    case .math: "%|"
    case .listing: nil
    }
  }
}

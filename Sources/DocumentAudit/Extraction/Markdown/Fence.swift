/// The opening line of a fenced block in Markdown: backticks, tildes or colons.
struct Fence: Hashable, Sendable {
  /// The content of a fenced block.
  enum Content: Hashable, Sendable {
    /// A displayed formula.
    case math
    /// Markdown: an exercise, a proof, a remark.
    case prose
    /// Something that is not read.
    case code
  }

  var mark: UInt8
  var length: Int
  /// The words behind the mark.
  var info: String

  /// The content, by the name of the block: `math`, `{math}`, `{exercise}`, `python`, `{.python}`.
  var content: Content {
    if info.isEmpty { return mark == UInt8(ascii: ":") ? .prose : .code }
    guard info.first == "{", let end = info.firstIndex(of: "}") else {
      let name = info.prefix { $0 != " " && $0 != "{" }
      if name == "math" { return .math }
      return mark == UInt8(ascii: ":") ? .prose : .code
    }
    let name = info[info.index(after: info.startIndex)..<end].prefix { $0 != " " && $0 != "," }
    if name == "math" { return .math }
    if Self.proseDirectives.contains(String(name)) || name.hasPrefix("prf:") { return .prose }
    // Quarto and Pandoc name their divisions by attributes: `::: {.callout-note}`.
    let isAttribute = name.hasPrefix(".") || name.hasPrefix("#")
    return mark == UInt8(ascii: ":") && isAttribute ? .prose : .code
  }

  /// Whether the block is an example, a proof, an exercise: its values end with it.
  var isPart: Bool {
    guard info.first == "{" else { return false }
    let name = info.dropFirst().prefix { $0 != " " && $0 != "," && $0 != "}" }
    if name.hasPrefix("prf:") || Self.parts.contains(String(name)) { return true }
    if name.hasPrefix(".") { return Self.parts.contains(String(name.dropFirst())) }
    return ["#exm-", "#thm-", "#exr-", "#lem-", "#cor-", "#prp-", "#def-", "#sol-"].contains(
      where: name.hasPrefix)
  }

  private static let parts: Set<String> = [
    "example", "exercise", "solution", "proof", "theorem", "lemma", "corollary", "proposition", "definition",
    "exercise-start", "solution-start", "algorithm",
  ]

  /// The directives of MyST and Sphinx that hold Markdown.
  private static let proseDirectives: Set<String> = [
    "note", "tip", "warning", "important", "caution", "danger", "attention", "hint", "error", "seealso",
    "admonition", "dropdown", "details", "exercise", "exercise-start", "exercise-end", "solution",
    "solution-start", "solution-end", "example", "theorem", "proof", "definition", "lemma", "corollary",
    "proposition", "remark", "algorithm", "axiom", "criterion", "conjecture", "observation", "property",
    "assumption", "topic", "sidebar", "margin", "aside", "card", "card-carousel", "grid", "grid-item",
    "grid-item-card", "tab-set", "tab-item", "epigraph", "pull-quote", "highlights", "glossary", "div",
    "container", "figure", "subfigure", "question", "answer", "quote", "blockquote", "versionadded",
    "versionchanged", "deprecated", "list-table", "table", "admonition-solution", "todo", "rubric", "only",
  ]
}

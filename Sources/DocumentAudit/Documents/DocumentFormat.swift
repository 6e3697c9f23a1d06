/// The formats of documents that the audit reads.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
  /// Markdown in any dialect: GitHub, MyST, Quarto, Docusaurus; also plain text.
  case markdown
  /// LaTeX source.
  case latex
  /// reStructuredText, as Sphinx reads it.
  case restructuredText = "rst"
  /// A web page.
  case html
  /// A Jupyter notebook.
  case notebook

  /// The format of a file by the ending of its name; nil for other files.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "md", "markdown", "mdx", "qmd", "rmd", "myst": self = .markdown
    case "tex", "ltx", "latex": self = .latex
    case "rst", "rest": self = .restructuredText
    case "html", "htm", "xhtml": self = .html
    case "ipynb": self = .notebook
    default: return nil
    }
  }
}

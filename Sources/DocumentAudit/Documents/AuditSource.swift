import Book

/// A document as it comes to the audit.
public struct AuditSource: Sendable {
  /// A name for the report, usually the path.
  public var path: String
  /// The text of the file.
  public var text: String
  /// The format of the text.
  public var format: DocumentFormat
  /// The commands that another file defines for this document.
  package var macros = FormulaMacros()

  /// Creates a source; the default format follows from the path, and is Markdown for unknown endings.
  public init(path: String, text: String, format: DocumentFormat? = nil) {
    self.path = path
    self.text = text
    self.format = format ?? DocumentFormat(path: path) ?? .markdown
  }
}

extension AuditSource {
  /// Whether the text is the JSON of a notebook.
  public var isNotebook: Bool { NotebookText(Array(text.utf8)) != nil }

  /// The files that a LaTeX document includes, those of the packages and the class that it loads, and the commands that
  /// it defines.
  package var inputs: (files: [String], packages: [String], macros: FormulaMacros) {
    let content = MathExtractor.content(of: self)
    return (content.inputs, content.packages, content.macros)
  }
}

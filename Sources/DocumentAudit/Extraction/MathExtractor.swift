import Book
import Formulas

/// Finds the text and the math of a document. Each format has its own rules in an extension.
struct MathExtractor {
  let bytes: [UInt8]
  var index = 0
  var line = 1
  var column = 1
  var text: [UInt8] = []
  var textLine = 1
  var content = DocumentContent()
  /// The position up to which each closing delimiter is known to be absent.
  var failedSearches: [String: Int] = [:]
  /// The fences of MyST directives that are open, the innermost last.
  var containers: [Fence] = []
  /// The indentation of the paragraph before a literal block of reStructuredText.
  var literalIndentation: Int?
  /// The position up to which an environment of LaTeX stands in Markdown, which converters keep as it is.
  var rawLaTeXEnd = -1
  /// Whether KaTeX has announced a display in a web page.
  var isInDisplay = false
  private var declaration: MathSpan.Declaration?
  private var mathCount = 0

  init(_ document: String) { bytes = Array(document.utf8) }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text and the math of a document, in reading order.
  static func content(of source: AuditSource) -> DocumentContent {
    if source.format == .notebook, let notebook = NotebookText(Array(source.text.utf8)) {
      var extractor = MathExtractor(notebook.text)
      extractor.content.lines = notebook.lines
      extractor.content.passedOver.codeBlocks = notebook.otherCells
      extractor.readMarkdown()
      return extractor.finished()
    }
    var extractor = MathExtractor(source.text)
    switch source.format {
    case .markdown: extractor.readMarkdown()
    case .latex: extractor.readLaTeX()
    case .restructuredText: extractor.readRestructuredText()
    case .html: extractor.readHTML()
    case .notebook: break
    }
    return extractor.finished()
  }

  private mutating func finished() -> DocumentContent {
    endParagraph()
    return content
  }

  // MARK: Text

  mutating func take() {
    if text.isEmpty { textLine = line }
    text.append(bytes[index])
    skip(to: index + 1)
  }

  /// Adds words that are not in the document.
  mutating func take(words: String) {
    if text.isEmpty { textLine = line }
    text += Array(words.utf8)
  }

  mutating func flush() {
    if !text.isEmpty { content.pieces.append(.text(String(decoding: text, as: UTF8.self), line: textLine)) }
    text = []
  }

  mutating func endParagraph() {
    flush()
    if content.pieces.last != .paragraphEnd { content.pieces.append(.paragraphEnd) }
  }

  mutating func beginHeading() {
    endParagraph()
    content.pieces.append(.heading(line: line))
  }

  mutating func skip(to end: Int) {
    let end = min(end, bytes.count)
    while index < end {
      if bytes[index] == 10 {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
  }

  // MARK: Math

  /// Adds a formula. Its LaTeX lies between `start` and `end`, and reading goes on at `closing`.
  mutating func emit(
    from start: Int, to end: Int, closing: Int, isDisplay: Bool, isClosed: Bool = true, latex: String? = nil
  ) {
    flush()
    let (opening, openingLine) = (index, line)
    skip(to: start)
    let latex = latex ?? String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    var span = MathSpan(
      latex: latex, line: line, column: column, openingLine: openingLine, isDisplay: isDisplay,
      isClosed: isClosed)
    span.isInTableRow = isInTableRow
    span.range = opening..<max(opening, closing)
    add(span)
    skip(to: closing)
  }

  mutating func add(_ span: MathSpan) {
    var span = span
    let rest = content.macros.takeDefinitions(from: span.latex)
    if rest != span.latex, rest.utf8.allSatisfy({ $0 <= 32 }) { return }
    span.latex = rest
    span.number = mathCount
    span.declaration = declaration
    mathCount += 1
    declaration = nil
    if span.declaration == .skipped { content.passedOver.skipped += 1 }
    content.pieces.append(.math(span))
  }

  /// Obeys a remark in a comment, if the comment is one.
  mutating func obey(comment: String) {
    guard let remark = AuditRemark(comment: comment) else { return }
    switch remark {
    case .given(let latex):
      take(words: " Let ")
      flush()
      declaration = .given
      add(MathSpan(latex: latex, line: line, column: column, openingLine: line, isDisplay: false))
      take(words: ". ")
    case .wrong: declaration = .wrong
    case .skip: declaration = .skipped
    case .allow(let kinds): content.allowed.formUnion(kinds)
    case .unknown(let text):
      content.unknownRemarks.append((text, DocumentPlace(line: line, column: column)))
    }
  }
}

import Book

/// A document as Markdown in which a sign stands for each formula, for a page that shows the formulas with marks.
///
/// The sign of formula 12 is `U+E000`, `12`, `U+E001`: private characters, which no renderer changes.
package struct MarkedText: Sendable {
  /// A formula of the document.
  package struct Formula: Sendable {
    /// The LaTeX, without macros.
    package var latex: String
    /// Whether the formula has a line of its own.
    package var isDisplay: Bool
  }

  /// The Markdown with signs.
  package private(set) var markdown = ""
  /// The formulas by their number.
  package private(set) var formulas: [Formula] = []

  /// Reads a document.
  package init(_ source: AuditSource) {
    let reading = DocumentReading(source)
    let spans = reading.pieces.compactMap { piece -> MathSpan? in
      if case .math(let span) = piece { span } else { nil }
    }
    formulas = spans.map { Formula(latex: $0.latex, isDisplay: $0.isDisplay) }
    switch source.format {
    case .markdown: replace(spans, in: Array(source.text.utf8), reading.content.hidden)
    case .notebook:
      let text = NotebookText(Array(source.text.utf8))?.text ?? []
      replace(spans, in: text, reading.content.hidden)
    case .latex, .restructuredText, .html: write(reading.pieces)
    }
  }

  package static func sign(_ number: Int) -> String { "\u{E000}\(number)\u{E001}" }

  private mutating func replace(_ spans: [MathSpan], in bytes: [UInt8], _ hidden: [Range<Int>]) {
    var cuts = spans.map { ($0.range, Self.sign($0.number)) } + hidden.map { ($0, "") }
    cuts = cuts.filter { !$0.0.isEmpty }.sorted { $0.0.lowerBound < $1.0.lowerBound }
    var position = 0
    var output: [UInt8] = []
    for (range, sign) in cuts where range.lowerBound >= position {
      output += bytes[position..<range.lowerBound]
      // A fence begins with the indentation of its line and ends with the line.
      output += bytes[range].prefix { $0 == 32 || $0 == 9 }
      output += Array(sign.utf8)
      if bytes[range].last == 10 { output.append(10) }
      position = range.upperBound
    }
    markdown = String(decoding: output + bytes[position...], as: UTF8.self)
  }

  private mutating func write(_ pieces: [DocumentPiece]) {
    for piece in pieces {
      switch piece {
      case .text(let text, _):
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
          $0.drop { $0 == " " || $0 == "\t" }
        }
        let isContinued = text.first?.isWhitespace == true && !markdown.hasSuffix("\n")
        markdown += (isContinued ? " " : "") + Self.escaped(lines.joined(separator: "\n"))
        if text.last == " ", markdown.last != " " { markdown += " " }
      case .math(let span): markdown += Self.sign(span.number)
      case .heading: markdown += "\n\n## "
      case .paragraphEnd: markdown += "\n\n"
      case .stray(let text, _): markdown += Self.escaped(text)
      }
    }
  }

  /// The text with a backslash before each sign that Markdown would read.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for character in text {
      if "\\`*_[]<>#|~&!$+-=".contains(character) { output.append("\\") }
      output.append(character)
    }
    return output
  }
}

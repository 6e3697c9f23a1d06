import Book
import Foundation

/// The renderer that the document itself shows to be in use.
extension DocumentReading {
  /// Whether the renderer of the document keeps what other renderers lose.
  func keeps(_ loss: RendererLoss, in format: DocumentFormat) -> Bool {
    switch loss {
    case .backslashDelimiter: keepsBackslashes
    // Jupyter shows its formulas with MathJax, which sets `align` between `$$` signs.
    case .nestedDisplay: format == .notebook
    case .escapedUnderscore: escapesUnderscores
    case .tableBar: false
    }
  }

  /// Whether at least three underscores of formulas are escaped and no other one stands in a formula. Some sites hand a
  /// formula to Markdown first, which takes the backslashes away.
  private var escapesUnderscores: Bool {
    var escaped = 0
    for case .math(let span) in pieces where !span.isProse {
      let count = span.latex.ranges(of: "\\_").count
      if span.latex.count(where: { $0 == "_" }) > count { return false }
      escaped += count
    }
    return escaped >= 3
  }

  /// Whether the renderer of the document knows `\(` and `\[`, as R Markdown and MkDocs do. A document that writes all
  /// of its mathematics or all of at least five displays like this is set by such a renderer.
  private var keepsBackslashes: Bool {
    let marks = content.losses.count { $0.loss.isBackslash }
    let count = pieces.count { if case .math(let span) = $0 { !span.isProse } else { false } }
    let displays = pieces.count { if case .math(let span) = $0 { span.isDisplay } else { false } }
    let brackets = content.losses.count { $0.loss == .backslashDelimiter("\\[") }
    return isRMarkdown || content.setsMathematics || prose.contains("\n!!! ") || prose.contains("\n??? ")
      || marks >= 10 && marks == count || brackets >= 5 && brackets == displays
  }
}

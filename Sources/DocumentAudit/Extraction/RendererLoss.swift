import Formulas

/// Something in the source of a document that a renderer loses or shows differently.
public enum RendererLoss: Hashable, Sendable {
  /// `\[` or `\(` in Markdown, where the backslash only escapes the bracket.
  case backslashDelimiter(String)
  /// An environment such as `align` between `$$` signs, where LaTeX stops with an error.
  case nestedDisplay(String)
  /// `\_` in a formula, which is a visible underscore and not a subscript.
  case escapedUnderscore
  /// `|` in a formula in a table of Markdown, where it ends the cell.
  case tableBar

  /// Whether a renderer with mathematics of its own keeps what plain Markdown loses.
  var isBackslash: Bool { if case .backslashDelimiter = self { true } else { false } }

  /// The kind of finding.
  var kind: Finding.Kind {
    switch self {
    case .backslashDelimiter: .lostDelimiter
    case .nestedDisplay: .nestedDisplay
    case .escapedUnderscore: .escapedUnderscore
    case .tableBar: .tableBar
    }
  }

  /// The loss and its remedy in one sentence without a full stop.
  var message: String {
    switch self {
    case .backslashDelimiter(let sign):
      "plain Markdown removes the backslash of '\(sign)'; write '\(sign == "\\(" ? "$…$" : "$$…$$")'"
    case .nestedDisplay(let name):
      "LaTeX does not accept '\(name)' between '$$' signs; write '\(Self.inner[name] ?? "aligned")', or leave out"
        + " the '$$'"
    case .escapedUnderscore: "'\\_' is a visible underscore in a formula; write '_' for a subscript"
    case .tableBar: "'|' ends the cell of a table; write '\\vert' in its formulas"
    }
  }

  /// The environments that have a place of their own in a page, with those that stand inside a display.
  static let inner = [
    "align": "aligned", "align*": "aligned", "eqnarray": "aligned", "eqnarray*": "aligned",
    "gather": "gathered", "gather*": "gathered", "alignat": "alignedat", "alignat*": "alignedat",
    "flalign": "aligned", "flalign*": "aligned", "multline": "multlined", "multline*": "multlined",
    "equation": "aligned", "equation*": "aligned",
  ]

  /// All losses of a formula between `$` or `$$` signs in Markdown.
  static func losses(in latex: String, isDisplay: Bool, isInTable: Bool) -> [RendererLoss] {
    var losses: [RendererLoss] = []
    let bytes = Array(latex.utf8)
    if isDisplay, let start = bytes.firstIndex(where: { $0 > 32 }),
      bytes[start...].starts(with: "\\begin{".utf8)
    {
      let name = String(decoding: bytes[(start + 7)...].prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
      if inner[name] != nil { losses.append(.nestedDisplay(name)) }
    }
    var position = 0
    var words = 0
    var hasUnderscore = false
    var hasBar = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"):
        let name = bytes[(position + 1)...].prefix { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
        if name.isEmpty {
          let next = position + 1 < bytes.count ? bytes[position + 1] : 0
          // At the end of a formula, `\_` is the sign itself.
          let index = bytes[(position + 1)...].dropFirst().first ?? 0
          let isIndex =
            FormulaLexer.isLetter(index) || FormulaLexer.isDigit(index) || index == UInt8(ascii: "{")
          if next == UInt8(ascii: "_"), words == 0, isIndex, !isInName(position, bytes) {
            hasUnderscore = true
          }
          position += 1
        } else if name.starts(with: "text".utf8) || name.starts(with: "math".utf8)
          || name.elementsEqual("operatorname".utf8) || name.elementsEqual("mbox".utf8)
        {
          // The argument is words, in which an underscore is meant.
          if name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "{") { words += 1 }
          position = name.endIndex
        } else {
          position = name.endIndex - 1
        }
      case UInt8(ascii: "{") where words > 0: words += 1
      case UInt8(ascii: "}") where words > 0: words -= 1
      case UInt8(ascii: "|"): hasBar = true
      default: break
      }
      position += 1
    }
    if hasUnderscore { losses.append(.escapedUnderscore) }
    if hasBar, isInTable { losses.append(.tableBar) }
    return losses
  }

  /// Whether words surround the underscore, which then is a part of a name: `gain\_ratio`.
  private static func isInName(_ backslash: Int, _ bytes: [UInt8]) -> Bool {
    let before = bytes[..<backslash].reversed().prefix(while: FormulaLexer.isLetter)
    let after = bytes[(backslash + 2)...].prefix(while: FormulaLexer.isLetter)
    let start = backslash - before.count
    let isCommand = start > 0 && bytes[start - 1] == UInt8(ascii: "\\")
    return before.count > 1 && after.count > 1 && !isCommand
  }
}

/// A loss with its place.
struct PlacedLoss: Hashable, Sendable {
  var loss: RendererLoss
  var place: DocumentPlace
}

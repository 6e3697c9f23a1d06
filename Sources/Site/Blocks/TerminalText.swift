import GFM

/// Printed text as a terminal would show it: `\r` begins a line anew, colours are colours, and control characters are
/// no text.
enum TerminalText {
  /// The HTML of printed text.
  static func html(_ text: String) -> String {
    var style = Style()
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in html(cells(of: line, &style)) }.joined(separator: "\n")
  }

  /// The text alone, without colours.
  static func plain(_ text: String) -> String {
    var style = Style()
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        String(String.UnicodeScalarView(cells(of: line, &style).map(\.scalar)))
      }.joined(separator: "\n")
  }

  /// The way in which a character is shown.
  fileprivate struct Style: Equatable {
    /// One of the eight colours of a terminal, from zero; nil for the colour of the page.
    var color: Int?
    var isBold = false

    var classes: String {
      [color.map { "terminal-\($0)" }, isBold ? "terminal-bold" : nil].compactMap(\.self).joined(
        separator: " ")
    }
  }

  private struct Cell {
    var scalar: UnicodeScalar
    var style: Style
  }

  private static func html(_ cells: [Cell]) -> String {
    var html = ""
    var rest = cells[...]
    while let style = rest.first?.style {
      let run = rest.prefix { $0.style == style }
      rest = rest.dropFirst(run.count)
      let text = escapeHTML(String(String.UnicodeScalarView(run.map(\.scalar))))
      html += style == Style() ? text : "<span class=\"\(style.classes)\">\(text)</span>"
    }
    return html
  }

  /// The characters that a line shows at its end.
  private static func cells(of line: Substring.UnicodeScalarView, _ style: inout Style) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var rest = line[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r": column = 0
      case "\u{8}": column = max(0, column - 1)
      case "\u{7}": break
      case "\u{1B}":
        let sequence = EscapeSequence(&rest)
        switch sequence {
        case .graphics(let codes): style.apply(codes)
        case .eraseToEnd: cells.removeSubrange(min(column, cells.count)...)
        case .eraseLine:
          cells.removeAll()
          column = 0
        case .other: break
        }
      default:
        let cell = Cell(scalar: scalar, style: style)
        if column < cells.count { cells[column] = cell } else { cells.append(cell) }
        column += 1
      }
    }
    return cells
  }

  /// A command to a terminal.
  private enum EscapeSequence {
    case graphics([Int])
    case eraseToEnd
    case eraseLine
    case other

    /// Reads what follows the escape character.
    init(_ rest: inout Substring.UnicodeScalarView) {
      self = .other
      guard let kind = rest.popFirst() else { return }
      if kind == "]" {
        // The title of a window, or a link, up to a bell or another escape character.
        while let scalar = rest.popFirst(), scalar != "\u{7}", scalar != "\u{1B}" {}
        return
      }
      guard kind == "[" else { return }
      var parameters = ""
      while let scalar = rest.popFirst() {
        guard ("\u{40}"..."\u{7E}").contains(scalar) else {
          parameters.unicodeScalars.append(scalar)
          continue
        }
        switch (scalar, parameters) {
        case ("m", _): self = .graphics(parameters.split(separator: ";").map { Int($0) ?? 0 })
        case ("K", "2"): self = .eraseLine
        case ("K", "0"), ("K", ""): self = .eraseToEnd
        default: break
        }
        return
      }
    }
  }
}

extension TerminalText.Style {
  /// Applies the numbers of a `\u{1B}[…m`. Without a number, the style is reset.
  fileprivate mutating func apply(_ codes: [Int]) {
    var rest = codes[...]
    if rest.isEmpty { self = Self() }
    while let code = rest.popFirst() {
      switch code {
      case 0: self = Self()
      case 1: isBold = true
      case 22: isBold = false
      case 30...37, 90...97: color = code % 10
      case 39: color = nil
      case 38, 48:
        let isIndexed = rest.first == 5
        let arguments = rest.prefix(isIndexed ? 2 : 4)
        rest = rest.dropFirst(arguments.count)
        if code == 38, isIndexed, let index = arguments.last, (0..<16).contains(index) { color = index % 8 }
      default: break
      }
    }
  }
}

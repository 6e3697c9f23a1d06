import CCmarkGFM

/// The formulas in the words of a block of raw HTML, such as `<td>$|x|$</td>`.
///
/// Markdown does not parse such a block, but GitHub, Quarto, MyST and KaTeX set the formulas in its words. Code,
/// scripts, comments and attributes have no formulas.
struct HTMLMath {
  enum Part: Equatable {
    case html(String)
    case formula(String)
    case displayed(DisplayedFormula)
  }

  /// The parts of the block in order, with their lines.
  private(set) var parts: [(part: Part, line: Int)] = []
  private(set) var remarks: [MathRemark] = []
  private var html = ""
  private var lineOfHTML: Int
  private var line: Int

  var hasFormulas: Bool { parts.contains { if case .html = $0.part { false } else { true } } }

  /// Elements whose words are not prose.
  static let withoutFormulas: Set<String> = [
    "pre", "code", "kbd", "samp", "tt", "script", "style", "noscript", "template", "textarea", "option",
    "svg",
    "math", "iframe", "object",
  ]

  /// - Parameter line: The line of the block, counted from one.
  init(_ block: String, line: Int) {
    (self.line, lineOfHTML) = (line, line)
    guard block.utf8.contains(where: { $0 == dollar || $0 == backslash }) else {
      parts = [(.html(block), line)]
      return
    }
    var closed: String?
    for (piece, source) in HTMLReader.written(block) {
      switch piece {
      case .text(let text) where closed == nil: read(text)
      case .opening(let tag) where closed == nil && !tag.isSelfClosing:
        if Self.withoutFormulas.contains(tag.name) { closed = tag.name }
        write(source)
      case .closing(let name):
        if name == closed { closed = nil }
        write(source)
      default: write(source)
      }
    }
    endHTML()
  }

  private mutating func write(_ text: String) {
    html += text
    line += text.utf8.count { $0 == 10 }
  }

  private mutating func endHTML() {
    if !html.isEmpty { parts.append((.html(html), lineOfHTML)) }
    (html, lineOfHTML) = ("", line)
  }

  private mutating func read(_ words: String) {
    let bytes = Array(words.utf8)
    var written = 0
    var index = 0
    func text(to end: Int) -> String { String(decoding: bytes[written..<end], as: UTF8.self) }
    while index < bytes.count {
      guard bytes[index] == dollar || bytes[index] == backslash else {
        index += 1
        continue
      }
      let start = index
      if bytes[index] == backslash {
        guard let found = Self.delimited(bytes, at: index) else {
          index += 2
          continue
        }
        write(text(to: start))
        remarks.append(MathRemark(line: line, kind: .latexDelimiter(found.isDisplayed ? "\\[" : "\\(")))
        add(found.latex, isDisplayed: found.isDisplayed, source: bytes[start..<found.end])
        index = found.end
      } else {
        var scanner = MathScanner(bytes, at: index)
        let run = scanner.runLength(of: dollar)
        guard let found = scanner.formula(afterRun: run) else {
          write(text(to: start))
          written = start
          if run == 2 { remarks.append(MathRemark(line: line, kind: .unpairedSign)) }
          if let latex = scanner.formulaBeforeLetter {
            remarks.append(MathRemark(line: line, kind: .letterBehind(latex: latex)))
          }
          index += run
          continue
        }
        write(text(to: start))
        index = Int(scanner.offset)
        add(
          String(decoding: found.latex, as: UTF8.self), isDisplayed: found.form == .displayed,
          source: bytes[start..<index])
      }
      written = index
    }
    write(text(to: bytes.count))
  }

  private mutating func add(_ written: String, isDisplayed: Bool, source: ArraySlice<UInt8>) {
    endHTML()
    let latex = unescapeHTML(written)
    let formula = DisplayedFormula(latex: latex, label: nil, isClosed: true, textBehind: "")
    parts.append((isDisplayed ? .displayed(formula) : .formula(latex), line))
    line += source.count { $0 == 10 }
    lineOfHTML = line
  }

  /// Reads `\(…\)` or `\[…\]`.
  private static func delimited(_ bytes: [UInt8], at start: Int) -> (
    latex: String, end: Int, isDisplayed: Bool
  )? {
    guard start + 1 < bytes.count else { return nil }
    let isDisplayed = bytes[start + 1] == UInt8(ascii: "[")
    guard isDisplayed || bytes[start + 1] == UInt8(ascii: "(") else { return nil }
    let closing = UInt8(ascii: isDisplayed ? "]" : ")")
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == backslash {
        if bytes[index + 1] == closing {
          let latex = bytes[(start + 2)..<index]
          guard !latex.allSatisfy(\.isSpace) else { return nil }
          return (String(decoding: latex, as: UTF8.self), index + 2, isDisplayed)
        }
        if bytes[index + 1] == bytes[start + 1] { return nil }
        index += 1
      }
      index += 1
    }
    return nil
  }
}

extension HTMLMath {
  /// The remarks on the blocks of raw HTML below `root`.
  static func remarks(below root: OpaquePointer) -> [MathRemark] {
    nodesInOrder(below: root).flatMap { node -> [MathRemark] in
      guard cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK, let html = cmark_node_get_literal(node) else {
        return []
      }
      return HTMLMath(String(cString: html), line: Int(cmark_node_get_start_line(node))).remarks
    }
  }
}

extension MarkdownNode {
  /// Gives every block of raw HTML its formulas. Their nodes are not in the tree of cmark-gfm, so their numbers come
  /// after all others.
  mutating func readFormulasInHTML(count: inout Int) {
    for index in children.indices { children[index].readFormulasInHTML(count: &count) }
    guard case .htmlBlock(let html) = kind else { return }
    let math = HTMLMath(html, line: startLine)
    guard math.hasFormulas else { return }
    kind = .htmlWithFormulas
    for (part, line) in math.parts {
      let kind: Kind =
        switch part {
        case .html(let html): .htmlInline(html)
        case .formula(let latex): .math(latex)
        case .displayed(let formula): .displayMath(formula)
        }
      children.append(
        MarkdownNode(id: ID(count), kind: kind, startLine: line, endLine: line, startColumn: 1, children: []))
      count += 1
    }
  }
}

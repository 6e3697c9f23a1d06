import GFM

/// Curls the quotation marks and apostrophes of English prose.
enum Typography {
  /// The texts below `node` that change, by their node. Code, formulas and raw HTML stay as they are.
  static func quotes(in node: MarkdownNode, language: String) -> [MarkdownNode.ID: String] {
    guard language.prefixMatch(of: /en(-|$)/) != nil else { return [:] }
    var curler = Curler()
    curler.read(node)
    return curler.texts
  }
}

private struct Curler {
  var texts: [MarkdownNode.ID: String] = [:]
  /// The character before the current place of a paragraph.
  private var previous: Character = " "

  mutating func read(_ node: MarkdownNode) {
    switch node.kind {
    case .text(let text):
      let curled = curl(text)
      if curled != text { texts[node.id] = curled }
    case .code, .math, .displayMath, .image, .footnoteReference: previous = "x"
    case .softBreak, .lineBreak: previous = " "
    case .paragraph, .heading, .tableCell:
      previous = " "
      for child in node.children { read(child) }
    default: for child in node.children { read(child) }
    }
  }

  private mutating func curl(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) else {
      previous = text.last ?? previous
      return text
    }
    var curled = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      let opens = previous.isWhitespace || "([{—–-/“‘".contains(previous)
      switch character {
      case "\"": curled.append(opens ? "“" : "”")
      // Before a digit it stands for missing digits, as in '90s.
      case "'": curled.append(opens && rest.first?.isNumber != true ? "‘" : "’")
      default: curled.append(character)
      }
      previous = character
    }
    return curled
  }
}

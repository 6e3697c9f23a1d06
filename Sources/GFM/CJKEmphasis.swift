import CCmarkGFM

/// Emphasis next to full-width punctuation, as in Chinese text: `**重点：**后面`.
///
/// CommonMark requires a space or a punctuation mark on one side of such a `**`. Chinese text has neither, so the stars
/// would stay on the page. Before the text is parsed, pairs that only this rule refuses are replaced by signs of the
/// same length. After parsing, the signs become emphasis.
enum CJKEmphasis {
  /// The signs for an opening and a closing run of stars, by length. No text holds these control characters.
  private static let signs: [Int: (open: [UInt8], close: [UInt8])] = [
    1: ([0x01], [0x02]), 2: ([0xC2, 0x91], [0xC2, 0x92]),
  ]

  // MARK: Before parsing

  /// Whether any stars are next to full-width punctuation. Most texts have none.
  static func mayBeNeeded(in text: String) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if previous == "*" && scalar.isFullWidthPunctuation || scalar == "*" && previous.isFullWidthPunctuation
      {
        return true
      }
      previous = scalar
    }
    return false
  }

  /// The text with signs in place of the refused stars, in the given lines of prose.
  static func prepared(_ text: String, prose: [ClosedRange<Int>]) -> String {
    var bytes = Array(text.utf8)
    let starts = [0] + bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 } + [bytes.count + 1]
    for lines in prose where lines.lowerBound >= 1 && lines.upperBound < starts.count {
      let range = starts[lines.lowerBound - 1]..<min(bytes.count, starts[lines.upperBound])
      for pair in refusedPairs(in: String(decoding: bytes[range], as: UTF8.self)) {
        guard let signs = signs[pair.length] else { continue }
        bytes.replaceSubrange(
          (range.lowerBound + pair.open)..<(range.lowerBound + pair.open + pair.length), with: signs.open)
        bytes.replaceSubrange(
          (range.lowerBound + pair.close)..<(range.lowerBound + pair.close + pair.length), with: signs.close)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Run {
    var offset: Int
    var length: Int
    var before: Unicode.Scalar
    var after: Unicode.Scalar

    var opensByRule: Bool {
      !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
    }
    var closesByRule: Bool {
      !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
    }
    var opens: Bool { opensByRule || !after.isSpace && after.isFullWidthPunctuation }
    var closes: Bool { closesByRule || !before.isSpace && before.isFullWidthPunctuation }
  }

  /// The pairs of runs that are not emphasis only because of this rule, with their byte offsets.
  private static func refusedPairs(in text: String) -> [(open: Int, close: Int, length: Int)] {
    var pairs: [(open: Int, close: Int, length: Int)] = []
    var openers: [Run] = []
    for run in runs(in: text) {
      if run.closes, let index = openers.lastIndex(where: { $0.length == run.length }) {
        let opener = openers[index]
        openers.removeSubrange(index...)
        if !(opener.opensByRule && run.closesByRule) { pairs.append((opener.offset, run.offset, run.length)) }
      } else if run.opens {
        openers.append(run)
      }
    }
    return pairs
  }

  /// The runs of stars outside of code spans.
  private static func runs(in text: String) -> [Run] {
    var runs: [Run] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    var offset = 0
    func length(of sign: Unicode.Scalar, at start: Int) -> Int {
      scalars[start...].prefix { $0 == sign }.count
    }
    while index < scalars.count {
      switch scalars[index] {
      case "\\" where index + 1 < scalars.count:
        offset += 1 + UTF8.width(scalars[index + 1])
        index += 2
      case "`":
        let count = length(of: "`", at: index)
        var end = index + count
        while end < scalars.count {
          let closing = length(of: "`", at: end)
          if closing == count { break }
          end += max(1, closing)
        }
        let last = end < scalars.count ? end + count : index + count
        offset += scalars[index..<last].reduce(0) { $0 + UTF8.width($1) }
        index = last
      case "*":
        let count = length(of: "*", at: index)
        runs.append(
          Run(
            offset: offset, length: count, before: index > 0 ? scalars[index - 1] : " ",
            after: index + count < scalars.count ? scalars[index + count] : " "))
        offset += count
        index += count
      default:
        offset += UTF8.width(scalars[index])
        index += 1
      }
    }
    return runs
  }

  // MARK: After parsing

  /// Turns the nodes between two signs into emphasis.
  static func apply(below root: OpaquePointer) {
    let texts = nodesInOrder(below: root).filter { node in
      guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node) else {
        return false
      }
      return String(cString: literal).unicodeScalars.contains { kind(of: $0) != nil }
    }
    var open: [(node: OpaquePointer, kind: SignKind)] = []
    for text in texts {
      for piece in split(text) {
        guard let kind = piece.kind else { continue }
        let parent = cmark_node_parent(piece.node)
        if kind.opens {
          open.append((piece.node, kind))
        } else if let index = open.lastIndex(where: {
          $0.kind.length == kind.length && cmark_node_parent($0.node) == parent
        }) {
          enclose(from: open[index].node, to: piece.node, length: kind.length)
          open.removeSubrange(index...)
        }
      }
    }
  }

  private struct SignKind {
    var length: Int
    var opens: Bool
  }

  private static func kind(of scalar: Unicode.Scalar) -> SignKind? {
    switch scalar.value {
    case 0x01: SignKind(length: 1, opens: true)
    case 0x02: SignKind(length: 1, opens: false)
    case 0x91: SignKind(length: 2, opens: true)
    case 0x92: SignKind(length: 2, opens: false)
    default: nil
    }
  }

  /// Splits a text at the signs. Each sign becomes a text node of stars, which stays unless the sign has a partner.
  private static func split(_ node: OpaquePointer) -> [(node: OpaquePointer, kind: SignKind?)] {
    guard let literal = cmark_node_get_literal(node) else { return [] }
    var pieces: [(text: String, kind: SignKind?)] = [("", nil)]
    for scalar in String(cString: literal).unicodeScalars {
      if let kind = kind(of: scalar) {
        pieces.append((String(repeating: "*", count: kind.length), kind))
        pieces.append(("", nil))
      } else {
        pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
      }
    }
    cmark_node_set_literal(node, pieces[0].text)
    var last = node
    return pieces.dropFirst().compactMap { piece in
      guard !piece.text.isEmpty, let text = cmark_node_new(CMARK_NODE_TEXT) else { return nil }
      cmark_node_set_literal(text, piece.text)
      cmark_node_insert_after(last, text)
      last = text
      return (text, piece.kind)
    }
  }

  private static func enclose(from opener: OpaquePointer, to closer: OpaquePointer, length: Int) {
    let emphasis = cmark_node_new(length == 2 ? CMARK_NODE_STRONG : CMARK_NODE_EMPH)
    cmark_node_insert_before(opener, emphasis)
    var node = cmark_node_next(opener)
    while let inner = node, inner != closer {
      node = cmark_node_next(inner)
      cmark_node_append_child(emphasis, inner)
    }
    for sign in [opener, closer] {
      cmark_node_unlink(sign)
      cmark_node_free(sign)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { properties.isWhitespace }

  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    case .currencySymbol, .mathSymbol, .modifierSymbol, .otherSymbol: isASCII
    default: false
    }
  }

  /// Whether the character is punctuation of Chinese, Japanese or Korean text.
  fileprivate var isFullWidthPunctuation: Bool {
    switch value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
      0xFF5B...0xFF65, 0x2014...0x2015, 0x2018...0x201F, 0x2025...0x2026:
      true
    default: false
    }
  }
}

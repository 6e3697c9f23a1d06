/// The words of the sentence around a formula.
struct Surroundings: Hashable, Sendable {
  /// The words before the formula, with `§` for each formula among them.
  var before = ""
  /// The words after the formula, up to the end of the sentence, with `§` for each formula among them.
  var after = ""

  init(before: String, after: String) {
    self.before = before
    self.after = after
  }

  /// The words around the formula at an index; for a display also the end of the paragraph before it.
  init(of index: Int, in pieces: [DocumentPiece], isDisplay: Bool) {
    before = Self.backward(from: index, in: pieces, isDisplay: isDisplay)
    after = Self.forward(from: index, in: pieces, isDisplay: isDisplay)
  }

  private static func backward(from index: Int, in pieces: [DocumentPiece], isDisplay: Bool) -> String {
    var parts: [String] = []
    var crossed = false
    var position = index - 1
    scan: while position >= 0, parts.count < 24 {
      switch pieces[position] {
      case .heading, .stray: break scan
      case .paragraphEnd:
        // A display may begin a paragraph of its own; its sentence then begins in the paragraph before.
        let isEmpty = parts.allSatisfy { $0.allSatisfy { $0 == " " } }
        if !isDisplay || !isEmpty { break scan }
        crossed = true
        parts = []
      case .math(let span):
        if span.isDisplay { break scan }
        parts.append("§")
      case .text(let text, _):
        let lowered = text.lowercased().replacing("\n", with: " ")
        let open = crossed && parts.isEmpty ? lowered.trimmingEndOfSentence() : lowered
        if let cut = open.lastSentenceBreak() {
          parts.append(String(open[cut...]))
          break scan
        }
        parts.append(open)
      }
      position -= 1
    }
    return parts.reversed().joined()
  }

  private static func forward(from index: Int, in pieces: [DocumentPiece], isDisplay: Bool) -> String {
    var result = ""
    var crossed = false
    for piece in pieces[(index + 1)...].prefix(12) {
      switch piece {
      case .heading, .stray: return result
      case .paragraphEnd:
        // The sentence of a display may go on in the next paragraph: "$$0·x = 1$$, a line, has no solution."
        if !isDisplay || crossed || result.contains(where: { $0 != " " }) { return result }
        crossed = true
      case .math(let span):
        if span.isDisplay { return result }
        result += "§"
      case .text(let text, _):
        if crossed, text.first(where: { !$0.isWhitespace })?.isLowercase != true { return result }
        let lowered = text.lowercased().replacing("\n", with: " ").replacing("*", with: "")
        if let end = lowered.firstSentenceBreak() {
          // "That is impossible." belongs to the formula of the sentence before.
          let next = lowered[end...].drop { " .!。！\n".contains($0) }
          let verdict = next.prefix { !".!。！,，".contains($0) }
          let refers = ["that is ", "this is ", "which is ", "这是", "这不", "矛盾", "모순"].contains {
            next.hasPrefix($0)
          }
          return result + String(lowered[..<end]) + (refers && verdict.count < 40 ? " " + verdict : "")
        }
        result += lowered
      }
    }
    return result
  }
}

extension Surroundings {
  /// Whether the words around a formula only suppose it or limit it to one case: "§ would mean", "§ if", "else §".
  var isHypothetical: Bool {
    let behind = after.drop { " ,，".contains($0) }
    let ahead = before.split { !$0.isLetter }.last ?? ""
    return ["would", "if ", "otherwise", "否则", "若", "如果"].contains { behind.hasPrefix($0) }
      || ["else", "otherwise", "否则", "sinon", "sonst"].contains { ahead.hasSuffix($0) }
  }
}

extension String {
  /// The place after the last full stop that ends a sentence.
  fileprivate func lastSentenceBreak() -> Index? {
    var result: Index?
    var position = startIndex
    while position != endIndex {
      let next = index(after: position)
      if isSentenceEnd(at: position) { result = next }
      position = next
    }
    return result
  }

  fileprivate func firstSentenceBreak() -> Index? { indices.first { isSentenceEnd(at: $0) } }

  private func isSentenceEnd(at position: Index) -> Bool {
    switch self[position] {
    case "。", "！", "？", "；", ";", "?", "!": return true
    case ".":
      let next = index(after: position)
      // "i.e." and "3.5" do not end a sentence.
      guard next == endIndex || self[next] == " " else { return false }
      return !hasAbbreviation(before: position)
    default: return false
    }
  }

  private func hasAbbreviation(before position: Index) -> Bool {
    let head = self[..<position]
    return ["i.e", "e.g", "s.t", "eq", "fig", "resp", "cf", "vs", "etc", "w.r.t", "bzw"].contains {
      head.hasSuffix($0)
    }
  }

  /// The text without the spaces and colons at its end.
  fileprivate func trimmingEndOfSentence() -> String {
    var text = self[...]
    // "The following is wrong!" announces the display like a colon.
    let announces = ["following", "below", "以下", "下面", "如下"].contains { contains($0) }
    while let last = text.last, " :：".contains(last) || announces && ".!。！".contains(last) {
      text.removeLast()
    }
    return String(text)
  }
}

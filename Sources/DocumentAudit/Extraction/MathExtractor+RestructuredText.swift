extension MathExtractor {
  /// Reads reStructuredText: the role `math`, the directive `math`, and the text around them.
  mutating func readRestructuredText() {
    var isBehindLiteralMark = false
    var atLineStart = true
    while index < bytes.count {
      if atLineStart {
        if isBlankLine(index) {
          endParagraph()
          skip(to: lineEnd(index) + 1)
          continue
        }
        if isBehindLiteralMark {
          isBehindLiteralMark = false
          if let outer = literalIndentation, indentation(at: index) > outer {
            content.passedOver.codeBlocks += 1
            skipBlock(indentedMoreThan: outer)
            continue
          }
        }
        if readDirective() || readUnderline() { continue }
        if isListItem(index) { endParagraph() }
        if endsWithLiteralMark(index) {
          isBehindLiteralMark = true
          literalIndentation = indentation(at: index)
        }
      }
      atLineStart = bytes[index] == 10
      if !readRole() { take() }
    }
  }

  /// Reads `` :math:`x` `` and skips ``` ``code`` ```.
  private mutating func readRole() -> Bool {
    if matches(":math:`", at: index), let end = find("`", from: index + 7, inParagraph: true) {
      emit(from: index + 7, to: end, closing: end + 1, isDisplay: false)
      return true
    }
    if matches("``", at: index), let end = find("``", from: index + 2, inParagraph: true) {
      skip(to: end + 2)
      return true
    }
    if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
      skip(to: index + 1)
      take()
      return true
    }
    return false
  }

  /// Reads a line that begins with `.. `: a displayed formula, a directive or a comment.
  private mutating func readDirective() -> Bool {
    let outer = indentation(at: index)
    var start = index
    while start < bytes.count, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    if matches(">>>", at: start) {
      content.passedOver.codeBlocks += 1
      while index < bytes.count, !isBlankLine(index) { skip(to: lineEnd(index) + 1) }
      return true
    }
    guard matches("..", at: start), start + 2 >= bytes.count || bytes[start + 2] <= 32 else { return false }
    let rest = string(min(start + 2, bytes.count)..<lineEnd(start)).trimmed
    endParagraph()
    guard let colons = rest.firstRange(of: "::") else {
      // A target or a footnote has text; anything else is a comment.
      if rest.hasPrefix("[") || rest.hasPrefix("_") {
        skip(to: start + 2)
        return false
      }
      obey(comment: " " + rest)
      skipBlock(indentedMoreThan: outer, fromNextLine: true)
      return true
    }
    let name = String(rest[..<colons.lowerBound]).trimmed
    if name == "math" {
      readMathDirective(outer: outer, argument: rest[colons.upperBound...].isEmpty ? nil : start)
    } else if Self.codeDirectives.contains(name) || name.hasPrefix("|") {
      content.passedOver.codeBlocks += 1
      skipBlock(indentedMoreThan: outer, fromNextLine: true)
    } else {
      // The words behind the name are text.
      let end = lineEnd(start)
      skip(to: (start..<end).first { matches("::", at: $0) }.map { $0 + 2 } ?? end)
    }
    return true
  }

  /// Reads the block of a `math` directive. Blank lines separate its formulas. Options stand in its first paragraph,
  /// before or behind the formula.
  private mutating func readMathDirective(outer: Int, argument start: Int?) {
    if let start, let name = (start..<lineEnd(start)).first(where: { matches("::", at: $0) }) {
      skip(to: name + 2)
    } else {
      skip(to: lineEnd(index) + 1)
    }
    var isInFirstParagraph = true
    var hasFormula = false
    while index < bytes.count {
      if isBlankLine(index) {
        if hasFormula { isInFirstParagraph = false }
        skip(to: lineEnd(index) + 1)
        continue
      }
      if column == 1, indentation(at: index) <= outer { return }
      if isInFirstParagraph, isOption(index) {
        skip(to: lineEnd(index) + 1)
        continue
      }
      hasFormula = true
      let first = index
      var end = lineEnd(first)
      while end + 1 < bytes.count, !isBlankLine(end + 1), indentation(at: end + 1) > outer {
        if isInFirstParagraph, isOption(end + 1) { break }
        end = lineEnd(end + 1)
      }
      emit(from: first, to: end, closing: min(end + 1, bytes.count), isDisplay: true)
    }
  }

  private func isOption(_ start: Int) -> Bool {
    let text = bytes[start..<lineEnd(start)].drop { $0 <= 32 }
    guard text.first == UInt8(ascii: ":") else { return false }
    return ["label:", "nowrap:", "no-wrap:", "name:", "class:", "number:", "nonumber:"].contains {
      text.dropFirst().starts(with: $0.utf8)
    }
  }

  private mutating func skipBlock(indentedMoreThan outer: Int, fromNextLine: Bool = false) {
    if fromNextLine { skip(to: lineEnd(index) + 1) }
    while index < bytes.count, isBlankLine(index) || indentation(at: index) > outer {
      skip(to: lineEnd(index) + 1)
    }
  }

  private func endsWithLiteralMark(_ start: Int) -> Bool {
    let end = lineEnd(start)
    let text = bytes[start..<end]
    guard let last = text.lastIndex(where: { $0 > 32 }), last > start else { return false }
    return bytes[last] == UInt8(ascii: ":") && bytes[last - 1] == UInt8(ascii: ":")
  }

  /// A line of the same sign under a title.
  private mutating func readUnderline() -> Bool {
    let text = bytes[index..<lineEnd(index)].filter { $0 > 32 }
    guard text.count >= 3, let sign = text.first, "=-~^\"'#*+".utf8.contains(sign),
      text.allSatisfy({ $0 == sign })
    else { return false }
    beginHeading()
    skip(to: lineEnd(index) + 1)
    return true
  }

  private static let codeDirectives: Set<String> = [
    "code", "code-block", "sourcecode", "literalinclude", "raw", "highlight", "image", "toctree", "include",
    "csv-table", "plot", "graphviz", "digraph", "mermaid", "jupyter-execute", "ipython", "doctest",
    "testcode", "testsetup", "testoutput", "parsed-literal", "prompt", "automodule", "autoclass",
    "autofunction", "autosummary", "autodata", "contents", "bibliography", "role", "default-role",
    "currentmodule", "module", "tikz", "comment", "prompt-session", "program-output", "runblock",
  ]
}

extension MathExtractor {
  /// Reads a fence at the start of a line: a `math` fence is a display, prose is read on, and code is skipped.
  mutating func skipFence() -> Bool {
    guard let fence = fence(at: index) else { return false }
    let end = lineEnd(index)
    if fence.info.isEmpty,
      let open = containers.lastIndex(where: { $0.mark == fence.mark && fence.length >= $0.length })
    {
      if containers[open].isPart { beginHeading() } else { endParagraph() }
      containers.removeSubrange(open...)
      content.hidden.append(index..<end)
      skip(to: end + 1)
      return true
    }
    endParagraph()
    switch fence.content {
    case .math: readMathFence(fence)
    case .prose:
      if !fence.info.isEmpty { containers.append(fence) }
      if fence.isPart { beginHeading() }
      var head = min(end + 1, bytes.count)
      while head < bytes.count, isDirectiveOption(head) { head = min(lineEnd(head) + 1, bytes.count) }
      content.hidden.append(index..<max(end, head - 1))
      skip(to: head)
    case .code:
      content.passedOver.codeBlocks += 1
      skip(to: closing(of: fence).next)
    }
    return true
  }

  private func fence(at start: Int) -> Fence? {
    var first = start
    while first < bytes.count, bytes[first] == 32 || bytes[first] == 9 || bytes[first] == UInt8(ascii: ">") {
      first += 1
    }
    guard first < bytes.count, "`~:".utf8.contains(bytes[first]) else { return nil }
    let mark = bytes[first]
    var length = 0
    while first + length < bytes.count, bytes[first + length] == mark { length += 1 }
    guard length >= 3 else { return nil }
    let info = string((first + length)..<lineEnd(first))
    if mark == UInt8(ascii: "`"), info.contains("`") { return nil }
    return Fence(mark: mark, length: length, info: info.trimmed)
  }

  /// The first line behind the content of a fence, and the line behind the fence.
  private func closing(of fence: Fence) -> (end: Int, next: Int, isClosed: Bool) {
    var position = min(lineEnd(index) + 1, bytes.count)
    while position < bytes.count {
      let end = lineEnd(position)
      if let other = self.fence(at: position), other.mark == fence.mark, other.length >= fence.length,
        other.info.isEmpty
      {
        return (position, min(end + 1, bytes.count), true)
      }
      position = min(end + 1, bytes.count)
    }
    return (bytes.count, bytes.count, false)
  }

  /// Whether a line is an option of a directive of MyST: `:label: name`.
  private func isDirectiveOption(_ start: Int) -> Bool {
    let text = bytes[start..<lineEnd(start)].drop { $0 <= 32 }
    guard text.first == UInt8(ascii: ":"), let end = text.dropFirst().firstIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    let name = text[(text.startIndex + 1)..<end]
    return !name.isEmpty
      && name.allSatisfy { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 == UInt8(ascii: "-") }
  }

  private mutating func readMathFence(_ fence: Fence) {
    let (end, next, isClosed) = closing(of: fence)
    let start = min(lineEnd(index) + 1, bytes.count)
    var lines = bytes[start..<end].split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    // Options of Galley begin with `%|`, those of MyST with a colon; a line of words behind `{math}` is math.
    var isHead = true
    for number in lines.indices {
      let text = lines[number].drop { $0 <= 32 || $0 == UInt8(ascii: ">") }
      let isOption = text.starts(with: "%|".utf8) || isHead && text.first == UInt8(ascii: ":")
      if isOption { lines[number] = [] } else if !text.isEmpty { isHead = false }
    }
    var latex = Array(lines.joined(separator: [10]))
    Self.blankQuoteMarks(&latex)
    emit(
      from: start, to: end, closing: next, isDisplay: true, isClosed: isClosed,
      latex: String(decoding: latex, as: UTF8.self))
    if let close = fence.info.firstIndex(of: "}") {
      let argument = fence.info[fence.info.index(after: close)...].drop { $0 == " " }
      if !argument.isEmpty, fence.content == .math { addArgument(String(argument)) }
    }
  }

  /// The formula on the line of the directive itself comes before the other lines.
  private mutating func addArgument(_ latex: String) {
    guard case .math(var span)? = content.pieces.last else { return }
    span.latex = latex + span.latex
    span.source = span.latex
    content.pieces[content.pieces.count - 1] = .math(span)
  }

  /// Replaces the `>` of a block quote at the beginning of lines by a space.
  static func blankQuoteMarks(_ content: inout [UInt8]) {
    for position in content.indices where content[position] == 10 {
      var next = position + 1
      while next < content.count, content[next] == 32 { next += 1 }
      if next < content.count, content[next] == UInt8(ascii: ">"),
        next + 1 >= content.count || content[next + 1] == 32
      {
        content[next] = 32
      }
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

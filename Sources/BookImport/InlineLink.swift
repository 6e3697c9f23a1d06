/// A link or an image of Markdown in running text.
struct InlineLink: Equatable {
  var isImage: Bool
  var words: String
  var form: Form

  enum Form: Equatable {
    /// `[words](target "title")`; the title keeps its quotes.
    case target(String, title: String)
    /// `[words][label]`
    case label(String)
    /// `[words]`
    case brackets
  }

  /// The text as it was written.
  var source: String {
    let begin = (isImage ? "![" : "[") + words + "]"
    return switch form {
    case .target(let target, let title): begin + "(" + target + (title.isEmpty ? "" : " " + title) + ")"
    case .label(let label): begin + "[" + label + "]"
    case .brackets: begin
    }
  }
}

/// Finds the links of a text that has no code, no formulas and no escaped characters.
struct InlineLinkReader {
  enum Piece: Equatable {
    case text(String)
    case link(InlineLink)
  }

  private let characters: [Character]

  static func pieces(of text: String) -> [Piece] {
    InlineLinkReader(characters: Array(text)).pieces
  }

  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var text = ""
    var index = 0
    while index < characters.count {
      let isImage = characters[index] == "!" && index + 1 < characters.count && characters[index + 1] == "["
      let start = isImage ? index + 1 : index
      if characters[start] == "[", let (link, end) = link(from: start, isImage: isImage) {
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        pieces.append(.link(link))
        index = end
      } else {
        text.append(characters[index])
        index += 1
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// The link whose words begin at `start`, and the index after it.
  private func link(from start: Int, isImage: Bool) -> (InlineLink, end: Int)? {
    guard let close = closing(of: start, "[", "]") else { return nil }
    let words = String(characters[(start + 1)..<close])
    let next = close + 1
    if next < characters.count, characters[next] == "(", let (form, end) = target(from: next + 1) {
      return (InlineLink(isImage: isImage, words: words, form: form), isImage ? end : afterAttributes(end))
    }
    if next < characters.count, characters[next] == "[", let end = closing(of: next, "[", "]") {
      let label = String(characters[(next + 1)..<end])
      return (InlineLink(isImage: isImage, words: words, form: .label(label)), end + 1)
    }
    return (InlineLink(isImage: isImage, words: words, form: .brackets), next)
  }

  /// The index of the bracket that closes the one at `start`.
  private func closing(of start: Int, _ open: Character, _ close: Character) -> Int? {
    var depth = 0
    for index in start..<characters.count {
      if characters[index] == open { depth += 1 }
      if characters[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// `target "title")`
  private func target(from start: Int) -> (InlineLink.Form, end: Int)? {
    var index = afterSpace(start)
    var target = ""
    if index < characters.count, characters[index] == "<" {
      guard let end = characters[index...].firstIndex(of: ">") else { return nil }
      target = String(characters[(index + 1)..<end])
      index = end + 1
    } else {
      var depth = 0
      while index < characters.count, !characters[index].isWhitespace {
        if characters[index] == "(" { depth += 1 }
        if characters[index] == ")" {
          if depth == 0 { break }
          depth -= 1
        }
        target.append(characters[index])
        index += 1
      }
    }
    index = afterSpace(index)
    var title = ""
    if index < characters.count, "\"'".contains(characters[index]),
      let end = characters[(index + 1)...].firstIndex(of: characters[index])
    {
      title = String(characters[index...end])
      index = afterSpace(end + 1)
    }
    guard index < characters.count, characters[index] == ")" else { return nil }
    return (.target(target, title: title), index + 1)
  }

  private func afterSpace(_ start: Int) -> Int {
    characters[start...].firstIndex { !$0.isWhitespace } ?? characters.count
  }

  /// Skips the attributes of Quarto and kramdown after a link: `{.external target="_blank"}`, `{:rel="me"}`.
  private func afterAttributes(_ start: Int) -> Int {
    guard start + 1 < characters.count, characters[start] == "{",
      let end = characters[start...].firstIndex(of: "}")
    else { return start }
    let text = characters[(start + 1)..<end].drop(while: \.isWhitespace)
    let isAttributes = text.first.map { ".#:".contains($0) } == true || text.contains("=")
    return isAttributes && !text.contains(where: \.isNewline) ? end + 1 : start
  }
}

/// A tag, a comment or text in raw HTML.
package enum HTMLPiece: Equatable {
  case text(String)
  case opening(HTMLTag)
  case closing(String)
  /// `<!-- … -->`
  case comment(String)
}

package struct HTMLTag: Equatable {
  /// In lower case.
  package var name: String
  /// The names are in lower case. The value is nil for an attribute without one.
  package var attributes: [(name: String, value: String?)]
  /// Whether it ends with `/>`.
  package var isSelfClosing: Bool
  /// The tag as it was written, with the letters of SVG in their case.
  package var source = ""
  /// The name as it was written.
  package var writtenName: Substring {
    source.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
  }

  /// Tags with the same content are equal, however they were written.
  package static func == (left: HTMLTag, right: HTMLTag) -> Bool {
    left.name == right.name && left.isSelfClosing == right.isSelfClosing
      && left.attributes.elementsEqual(right.attributes) { $0 == $1 }
  }

  /// The value of an attribute.
  package subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Splits the raw HTML of Markdown into tags, comments and text. It reads scalars, as browsers do, because an accent
/// after a sign makes another character of it, but not another sign of HTML.
package struct HTMLReader {
  private var rest: Substring.UnicodeScalarView
  /// How often a tag or a comment had no end. Looking for each end reads the whole rest, so it is not done for ever.
  private var unclosed = 0
  private static let mostUnclosed = 10

  init(_ html: String) { rest = html[...].unicodeScalars }

  /// All pieces in order. Anything that is not a tag or a comment is text.
  package static func pieces(of html: String) -> [HTMLPiece] { written(html).map(\.piece) }

  /// All pieces in order, each with its source.
  static func written(_ html: String) -> [(piece: HTMLPiece, source: String)] {
    var reader = HTMLReader(html)
    var pieces: [(piece: HTMLPiece, source: String)] = []
    var text = ""
    func endText() {
      if !text.isEmpty { pieces.append((.text(text), text)) }
      text = ""
    }
    while let scalar = reader.rest.first {
      let start = reader.rest
      if scalar == "<", reader.unclosed < mostUnclosed, let piece = reader.piece() {
        endText()
        pieces.append((piece, String(start[..<reader.rest.startIndex])))
      } else {
        text.unicodeScalars.append(scalar)
        reader.rest.removeFirst()
      }
    }
    endText()
    return pieces
  }

  /// Reads the tag or comment at the `<`. Returns nil and reads nothing when there is none.
  private mutating func piece() -> HTMLPiece? {
    let start = rest
    if rest.starts(with: "<!--".unicodeScalars) {
      guard let comment = comment() else {
        unclosed += 1
        return nil
      }
      return .comment(comment)
    }
    rest.removeFirst()
    let isClosing = rest.first == "/"
    if isClosing { rest.removeFirst() }
    let name = rest.prefix { Self.isLetter($0) || "0"..."9" ~= $0 || $0 == "-" }
    guard name.first.map(Self.isLetter) == true else {
      rest = start
      return nil
    }
    rest = rest[name.endIndex...]
    var tag = HTMLTag(name: String(name).lowercased(), attributes: [], isSelfClosing: false)
    while true {
      rest = rest.drop(while: \.properties.isWhitespace)
      guard let scalar = rest.first else {
        rest = start
        unclosed += 1
        return nil
      }
      if scalar == ">" {
        rest.removeFirst()
        tag.source = String(start[..<rest.startIndex])
        return isClosing ? .closing(tag.name) : .opening(tag)
      }
      if scalar == "/" {
        rest.removeFirst()
        tag.isSelfClosing = rest.first == ">"
        continue
      }
      tag.attributes.append(attribute())
    }
  }

  /// Reads a comment. A browser ends some comments earlier than Markdown does; such a comment becomes empty.
  private mutating func comment() -> String? {
    let body = rest.dropFirst("<!--".count)
    var hyphens = 0
    for index in body.indices {
      if body[index] == ">", hyphens > 1 {
        rest = body[body.index(after: index)...]
        let text = String(body[..<index].dropLast(2))
        let endsEarlier =
          [">", "->"].contains { text.utf8.starts(with: $0.utf8) } || text.contains(bytes: "--!>")
        return "<!--" + (endsEarlier ? "" : text) + "-->"
      }
      hyphens = body[index] == "-" ? hyphens + 1 : 0
    }
    return nil
  }

  private mutating func attribute() -> (name: String, value: String?) {
    let name = rest.prefix { !$0.properties.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
    rest = rest[name.endIndex...]
    if name.isEmpty { rest = rest.dropFirst() }
    let behind = rest.drop(while: \.properties.isWhitespace)
    guard behind.first == "=" else { return (String(name).lowercased(), nil) }
    rest = behind.dropFirst().drop(while: \.properties.isWhitespace)
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      let value = rest.prefix { !$0.properties.isWhitespace && $0 != ">" }
      rest = rest[value.endIndex...]
      return (String(name).lowercased(), String(value))
    }
    rest.removeFirst()
    let value = rest.prefix { $0 != quote }
    rest = rest[value.endIndex...].dropFirst()
    return (String(name).lowercased(), String(value))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    "a"..."z" ~= scalar || "A"..."Z" ~= scalar
  }
}

/// A tag, a comment or text in raw HTML.
enum HTMLPiece: Equatable {
  case text(String)
  case opening(HTMLTag)
  case closing(String)
  /// `<!-- … -->`
  case comment(String)
}

struct HTMLTag: Equatable {
  /// In lower case.
  var name: String
  /// The names are in lower case. The value is nil for an attribute without one.
  var attributes: [(name: String, value: String?)]
  /// Whether it ends with `/>`.
  var isSelfClosing: Bool
  /// The tag as it was written, with the letters of SVG in their case.
  var source = ""
  /// The name as it was written.
  var writtenName: Substring { source.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" } }

  /// Tags with the same content are equal, however they were written.
  static func == (left: HTMLTag, right: HTMLTag) -> Bool {
    left.name == right.name && left.isSelfClosing == right.isSelfClosing
      && left.attributes.elementsEqual(right.attributes) { $0 == $1 }
  }

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Splits the raw HTML of Markdown into tags, comments and text.
struct HTMLReader {
  private var rest: Substring
  /// How often a tag or a comment had no end. Looking for each end reads the whole rest, so it is not done for ever.
  private var unclosed = 0
  private static let mostUnclosed = 10

  init(_ html: String) { rest = html[...] }

  /// All pieces in order. Anything that is not a tag or a comment is text.
  static func pieces(of html: String) -> [HTMLPiece] {
    var reader = HTMLReader(html)
    var pieces: [HTMLPiece] = []
    var text = ""
    while let character = reader.rest.first {
      if character == "<", reader.unclosed < mostUnclosed, let piece = reader.piece() {
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        pieces.append(piece)
      } else {
        text.append(character)
        reader.rest.removeFirst()
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// Reads the tag or comment at the `<`. Returns nil and reads nothing when there is none.
  private mutating func piece() -> HTMLPiece? {
    let start = rest
    if rest.hasPrefix("<!--") {
      guard let end = rest.firstRange(of: "-->") else {
        unclosed += 1
        return nil
      }
      defer { rest = rest[end.upperBound...] }
      return .comment(String(rest[..<end.upperBound]))
    }
    rest.removeFirst()
    let isClosing = rest.first == "/"
    if isClosing { rest.removeFirst() }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard name.first?.isLetter == true else {
      rest = start
      return nil
    }
    rest = rest[name.endIndex...]
    var tag = HTMLTag(name: name.lowercased(), attributes: [], isSelfClosing: false)
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let character = rest.first else {
        rest = start
        unclosed += 1
        return nil
      }
      if character == ">" {
        rest.removeFirst()
        tag.source = String(start[..<rest.startIndex])
        return isClosing ? .closing(tag.name) : .opening(tag)
      }
      if character == "/" {
        rest.removeFirst()
        tag.isSelfClosing = rest.first == ">"
        continue
      }
      tag.attributes.append(attribute())
    }
  }

  private mutating func attribute() -> (name: String, value: String?) {
    let name = rest.prefix { !$0.isWhitespace && !"=>/".contains($0) }
    rest = rest[name.endIndex...]
    if name.isEmpty { rest = rest.dropFirst() }
    let behind = rest.drop(while: \.isWhitespace)
    guard behind.first == "=" else { return (name.lowercased(), nil) }
    rest = behind.dropFirst().drop(while: \.isWhitespace)
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      let value = rest.prefix { !$0.isWhitespace && $0 != ">" }
      rest = rest[value.endIndex...]
      return (name.lowercased(), String(value))
    }
    rest.removeFirst()
    let value = rest.prefix { $0 != quote }
    rest = rest[value.endIndex...].dropFirst()
    return (name.lowercased(), String(value))
  }
}

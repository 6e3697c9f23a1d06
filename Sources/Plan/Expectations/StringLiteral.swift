/// A Swift string literal on one line, with its escapes resolved.
struct StringLiteral {
  var text: String
  /// Where the literal ends in the text that was read.
  var end: Substring.Index

  enum Failure: Error, Equatable {
    case unclosed
    /// An escape that Swift does not have, such as `\q`.
    case unknownEscape(String)
  }

  /// Whether a string literal begins here, such as `"…"` or `#"…"#`.
  static func begins(_ source: Substring) -> Bool { source.drop { $0 == "#" }.first == "\"" }

  /// Reads the string literal at the beginning of `source`.
  init(_ source: Substring) throws(Failure) {
    let hashes = String(source.prefix { $0 == "#" })
    var rest = source.dropFirst(hashes.count)
    guard rest.popFirst() == "\"" else { throw .unclosed }
    text = ""
    while !rest.isEmpty {
      if rest.hasPrefix("\"" + hashes) {
        end = rest.index(rest.startIndex, offsetBy: 1 + hashes.count)
        return
      }
      if rest.hasPrefix("\\" + hashes) {
        rest = rest.dropFirst(1 + hashes.count)
        text += try Self.escaped(&rest)
      } else {
        text.append(rest.removeFirst())
      }
    }
    throw .unclosed
  }

  /// The text that is written `n`, `u{e9}` and so on after a backslash.
  private static func escaped(_ rest: inout Substring) throws(Failure) -> String {
    guard let letter = rest.popFirst() else { throw .unclosed }
    switch letter {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "0": return "\0"
    case "\"", "'", "\\": return String(letter)
    case "u":
      guard let match = rest.prefixMatch(of: /\{([0-9a-fA-F]{1,8})\}/),
        let scalar = UInt32(match.1, radix: 16).flatMap(UnicodeScalar.init)
      else { throw .unknownEscape("\\u" + rest.prefix { $0 != "}" && $0 != "\"" }) }
      rest = rest[match.range.upperBound...]
      return String(scalar)
    default: throw .unknownEscape("\\\(letter)")
    }
  }
}

import Foundation

/// Converts the small part of TeX that bibliographies use into plain text.
enum TeXText {
  /// An address without braces and without the backslashes that escape signs in TeX.
  static func address(_ text: String) -> String {
    text.replacing(/\\([_%&#~$])/) { $0.1 }.filter { $0 != "{" && $0 != "}" && !$0.isWhitespace }
  }

  /// Plain text: `{\"o}` becomes `ö`, `--` becomes `–`, braces are removed, and runs of spaces become one space.
  static func plain(_ text: String) -> String {
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "{", "}": continue
      case "$":
        // TeX escapes a literal dollar sign, so this one begins a formula, which stays as it is.
        let formula = rest.prefix { $0 != "$" }
        guard formula.endIndex < rest.endIndex else { plain.append("$"); continue }
        plain += "$" + formula + "$"
        rest = rest[formula.endIndex...].dropFirst()
      case "~": plain.append("\u{A0}")
      case "\\": plain += command(&rest)
      case _ where character.isWhitespace: if plain.last != " " { plain.append(" ") }
      default: plain.append(character)
      }
    }
    return plain.replacing("---", with: "—").replacing("--", with: "–").trimmingSpaces
  }

  private static func command(_ rest: inout Substring) -> String {
    guard let first = rest.popFirst() else { return "" }
    if let mark = combining[first] {
      let isSpaced = first.isLetter
      // The name of an accent such as `\c` must end before a space or a brace, so that `\cite` is not a cedilla.
      if !isSpaced || rest.first.map({ " {".contains($0) }) == true {
        rest = rest.drop { " {".contains($0) }
        if rest.first == "\\" { rest.removeFirst() }
        guard let letter = rest.popFirst() else { return "" }
        let base = letter == "ı" ? "i" : String(letter)
        return String((base + mark).unicodeScalars.reduce(into: "") { $0.unicodeScalars.append($1) })
          .precomposed
      }
    }
    guard first.isLetter else { return String(first) }
    let name = String(first) + rest.prefix { $0.isLetter }
    rest = rest.dropFirst(name.count - 1)
    if rest.first == " " { rest.removeFirst() }
    return letters[name] ?? ""
  }

  private static let combining: [Character: String] = [
    "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    ".": "\u{307}", "c": "\u{327}", "v": "\u{30C}", "H": "\u{30B}", "u": "\u{306}", "k": "\u{328}",
    "r": "\u{30A}",
  ]

  private static let letters = [
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "i",
    "textendash": "–", "textemdash": "—", "alpha": "α", "beta": "β", "epsilon": "ε", "url": "",
  ]
}

extension String {
  /// The string with each letter and its marks composed into one scalar where Unicode has one.
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}

import Book
import GFM

/// Finds `@fig-loss`, `[@eq-step]`, `@sec-notes` and `[@kingma2015, p. 4]` in running text.
struct ProseReferences {
  let index: BookIndex
  /// The index of the chapter that contains the text, from zero.
  let chapter: Int

  /// A piece of a text: words, or a link in the place of a reference.
  enum Piece {
    case text(String)
    case link(role: String, address: Address, words: String)

    var words: String {
      switch self {
      case .text(let words), .link(_, _, let words): words
      }
    }

    fileprivate func html(for rendition: Rendition) -> String {
      switch self {
      case .text(let words): escapeHTML(words)
      case .link(let role, let address, let words):
        rendition.link(escapeHTML(words), to: address, class: role)
      }
    }
  }

  /// A text with its references.
  struct Result {
    var pieces: [Piece] = []
    /// The keys of the cited entries.
    var citations: [String] = []
    /// References without a target, each with its offset in the text, in bytes.
    var unknown: [(name: String, offset: Int)] = []

    func html(for rendition: Rendition) -> String { pieces.map { $0.html(for: rendition) }.joined() }
    /// The text with the words of its references in their place.
    var words: String { pieces.map(\.words).joined() }
  }

  /// The pieces of `text`; nil when the text has no `@`.
  func found(in text: String) -> Result? {
    guard text.contains("@") else { return nil }
    var result = Result()
    var rest = text[...]
    var previous: Character = " "
    var plain = ""
    func flush() {
      if !plain.isEmpty { result.pieces.append(.text(plain)) }
      plain = ""
    }
    while let character = rest.first {
      if character == "[", let (content, length) = group(rest) {
        flush()
        result.pieces += bracketed(content, &result)
        rest = rest.dropFirst(length)
        previous = "]"
        continue
      }
      if character == "\\", rest.dropFirst().first == "@" {
        // An escaped `@` is not a reference.
        plain.append("@")
        previous = "@"
        rest = rest.dropFirst(2)
        continue
      }
      if character == "@", !previous.isWordOfAddress, let name = name(rest.dropFirst()),
        let pieces = bare(name, at: rest, &result)
      {
        flush()
        result.pieces += pieces
        rest = rest.dropFirst(name.count + 1)
        previous = "a"
        continue
      }
      plain.append(character)
      previous = character
      rest = rest.dropFirst()
    }
    flush()
    return result
  }

  /// `[see @a, p. 3; @b]` → `see @a, p. 3; @b` and the length of the group; nil when an item has no reference.
  private func group(_ text: Substring) -> (Substring, Int)? {
    guard let end = text.firstIndex(of: "]") else { return nil }
    let content = text[text.index(after: text.startIndex)..<end]
    let items = content.split(separator: ";")
    guard !items.isEmpty, items.allSatisfy({ parts(of: $0) != nil }) else { return nil }
    return (content, content.count + 2)
  }

  /// `see @a, p. 3` → `see `, `a`, `, p. 3`.
  private func parts(of item: Substring) -> (before: Substring, name: String, after: Substring)? {
    guard let sign = item.firstIndex(of: "@"),
      item[..<sign].last.map({ !$0.isLetter && !$0.isNumber && $0 != "\\" }) ?? true,
      let name = name(item[item.index(after: sign)...])
    else { return nil }
    return (item[..<sign], name, item[item.index(after: sign)...].dropFirst(name.count))
  }

  /// The label or key after an `@`. A punctuation mark at the end belongs to the sentence.
  private func name(_ text: Substring) -> String? {
    if text.first == "{", let end = text.firstIndex(of: "}") {
      // A key in braces can contain any character except `}`.
      let key = String(text[text.index(after: text.startIndex)..<end])
      return index.entries[key] == nil ? nil : "{\(key)}"
    }
    func trimmed(_ name: Substring) -> String {
      var name = name
      while let last = name.last, Self.marks.contains(last) { name.removeLast() }
      return String(name)
    }
    let name = trimmed(text.prefix { $0.isLetter || $0.isNumber || Self.marks.contains($0) })
    if name.isEmpty || isKnown(name) { return name.isEmpty ? nil : name }
    // In Chinese no space follows the name, and a link or a path may follow a key.
    let candidates = [
      name.prefix { $0.isASCII }, name.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) },
      name.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) },
    ].map(trimmed)
    return candidates.first(where: isKnown) ?? candidates.last { !$0.isEmpty } ?? name
  }

  private func isKnown(_ name: String) -> Bool {
    index.target(name, from: chapter) != nil || index.entries[name] != nil
  }

  /// Punctuation in the keys that DBLP, DOI and Zotero make.
  private static let marks = "-_:.+/#$%&"

  private func bare(_ name: String, at text: Substring, _ result: inout Result) -> [Piece]? {
    if let target = index.target(name, from: chapter) { return [link(target, words: target.words)] }
    if let entry = index.entries[name.key] {
      result.citations.append(name.key)
      let year = cited(entry, words: index.words.year(of: entry))
      return [.text(index.words.shortAuthors(of: entry) + " ("), year, .text(")")]
    }
    guard Self.prefixes.contains(where: { name.hasPrefix($0) }) || isMisspeltKey(name) else { return nil }
    result.unknown.append((name, text.offset))
    return [.text("@" + name)]
  }

  /// Whether an unknown name is probably a misspelt key: it is similar to a key of the book, or is an author with a
  /// year.
  private func isMisspeltKey(_ name: String) -> Bool {
    guard !index.entries.isEmpty else { return false }
    return nearestName(to: name, among: index.entries.keys.sorted()) != nil
      || name.wholeMatch(of: /[\p{L}\-]+[12][0-9]{3}[a-z]?/) != nil
  }

  private func bracketed(_ content: Substring, _ result: inout Result) -> [Piece] {
    var isCitation = false
    let items = content.split(separator: ";").map { item -> [Piece] in
      guard let (before, name, after) = parts(of: item) else { return [.text(String(item))] }
      let bare = before.hasSuffix("-") ? before.dropLast() : before
      let piece: Piece
      if let target = index.target(name, from: chapter) {
        // `[-@fig-loss]` shows only the number, as in Quarto.
        let isNumberWanted = before.hasSuffix("-") && !target.number.isEmpty
        piece = link(target, words: isNumberWanted ? target.number : target.words)
      } else if let entry = index.entries[name.key] {
        isCitation = true
        let year = index.words.year(of: entry)
        result.citations.append(name.key)
        piece = cited(
          entry, words: before.hasSuffix("-") ? year : "\(index.words.shortAuthors(of: entry)) \(year)")
      } else {
        result.unknown.append((name, item[before.endIndex...].offset))
        piece = .text("@" + name)
      }
      return [.text(bare.trimmingPrefixSpaces), piece, .text(String(after))]
    }
    let joined = Array(items.joined(separator: [.text("; ")]))
    return isCitation ? [.text("(")] + joined + [.text(")")] : joined
  }

  private func link(_ target: ReferenceTarget, words: String) -> Piece {
    let words = words.replacing(" ", with: "\u{A0}", maxReplacements: 1)
    return .link(role: "reference", address: target.address(from: chapter), words: words)
  }

  private func cited(_ entry: BibliographyEntry, words: String) -> Piece {
    .link(role: "citation", address: .entry(entry.key), words: words)
  }

  /// The prefixes of labels that references can use.
  static let prefixes = ["fig-", "tbl-", "eq-", "sec-"]
}

extension Character {
  /// Whether an `@` after this character belongs to an email address.
  fileprivate var isWordOfAddress: Bool { isASCII && (isLetter || isNumber) }
}

extension String {
  /// `{10.1000/xyz}` → `10.1000/xyz`
  fileprivate var key: String { hasPrefix("{") ? String(dropFirst().dropLast()) : self }
}

extension Substring {
  /// The offset of the substring in its base string, in bytes.
  fileprivate var offset: Int { base.utf8.distance(from: base.startIndex, to: startIndex) }

  fileprivate var trimmingPrefixSpaces: String { String(drop { $0 == " " }) }
}

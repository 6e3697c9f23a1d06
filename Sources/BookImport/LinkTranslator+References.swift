import Foundation

extension LinkTranslator {
  mutating func references(_ text: String) -> String {
    let text = ReferenceMark.replacing(in: text) { reference($0, words: $1, before: $2) }
    guard text.contains("@") else { return text }
    var output = ""
    var rest = text[...]
    var previous: Character = " "
    while let character = rest.first {
      guard character == "@", !(previous.isASCII && (previous.isLetter || previous.isNumber)),
        previous != "\\",
        let match = rest.prefixMatch(of: /@([\p{L}\p{N}_][\p{L}\p{N}_:.+\/-]*)/)
      else {
        output.append(character)
        previous = character
        rest.removeFirst()
        continue
      }
      var name = String(match.1)
      while let last = name.last, ".:-/".contains(last) { name.removeLast() }
      let isBracketed = "[;-".contains(output.last { !$0.isWhitespace } ?? " ")
      rest = rest.dropFirst(name.count + 1)
      previous = name.last ?? "@"
      output += citation(name, isBracketed: isBracketed)
    }
    return output
  }

  private mutating func citation(_ name: String, isBracketed: Bool) -> String {
    if let found = targets.equations.target(name, from: file) { return "@" + found.label }
    if keys.contains(name) { return "@" + name }
    if let reference = targets.chapterReference(name) { return reference }
    if let prefix = name.firstMatch(of: /^(fig|tbl|sec|thm|lem|def|exm|exr|cor|prp|lst|nte|eq)-/) {
      if targets.anchors[name] != nil {
        return prefix.1 == "sec" ? "@" + name : reference(name, words: nil)
      }
      note(.referenceUnknown("@" + name))
      return "\\@" + name
    }
    if name.first?.isNumber == true { return "\\@" + name }
    // In a book with a bibliography, an unknown name is a missing entry. In other books it may be a person's name,
    // but not in brackets.
    if keys.isEmpty, !isBracketed { return "@" + name }
    note(.citationUnknown(name))
    return "\\@" + name
  }

  private mutating func reference(_ name: String, words: String?, before next: Character? = nil) -> String {
    let equation = ChapterTranslator.equationLabel(name)
    if let found = targets.equations.target(equation, from: file) {
      if let words { return "[\(words)](\(found.file == file ? "" : found.file)#\(found.label))" }
      // A letter or a hyphen behind the label would belong to it.
      let isJoined = next.map { $0.isLetter || $0.isNumber || "-_".contains($0) } ?? false
      return isJoined ? "[@\(found.label)]" : "@" + found.label
    }
    if let address = targets.address(of: name, from: file) {
      return "[\(words ?? targets.titles[name] ?? Self.words(of: name))](\(address))"
    }
    if let resolved = SourceFolder.resolved(name, from: path), let chapter = targets.chapter(resolved) {
      return "[\(words ?? name)](\(chapter))"
    }
    if let address = targets.heading(name, from: file) {
      return "[\(words ?? Self.words(of: name))](\(address))"
    }
    note(.referenceUnknown(name))
    return words ?? name
  }

  /// `fig-loss-curve` → `loss curve`
  private static func words(of name: String) -> String {
    let bare = name.replacing(/^(fig|tbl|tab|sec|thm|lem|def|exm|img|chap)[-_:]/, with: "")
    return bare.replacing(/[-_:]+/, with: " ")
  }
}

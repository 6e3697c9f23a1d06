import Foundation

extension ChapterTranslator {
  /// Translates the links and embedded files of Obsidian: `[[page#section|words]]` and `![[picture.png|300]]`.
  mutating func wikiLinks(_ text: String, _ number: Int) -> String {
    guard kind == .plainMarkdown, text.contains("[[") else { return text }
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(of: /(!?)\[\[([^\[\]\n]+)\]\]/) {
      output += rest[..<match.range.lowerBound]
      rest = rest[match.range.upperBound...]
      // In a table, the bar is escaped.
      let parts = match.2.replacing("\\|", with: "|").split(separator: "|", maxSplits: 1).map(
        \.trimmingSpaces)
      output +=
        wikiLink(
          String(parts.first ?? ""), words: parts.count > 1 ? String(parts[1]) : nil, number,
          isEmbedded: match.1 == "!")
        ?? String(match.0)
    }
    return output + rest
  }

  private mutating func wikiLink(_ target: String, words: String?, _ number: Int, isEmbedded: Bool) -> String?
  {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts.first ?? ""
    let section = parts.count > 1 ? parts[1] : ""
    if isEmbedded, let file = files.named(name), !file.hasSuffix(".md") {
      let isSize = words?.wholeMatch(of: /[0-9]+(?:x[0-9]+)?/) != nil
      return image("/" + Self.encoded(file), alternative: isSize ? "" : words ?? "", number)
    }
    let page = name.isEmpty ? "" : files.named(name) ?? files.named(name + ".md")
    guard let page else {
      // Two brackets may also be a list of numbers.
      guard target.first?.isLetter == true, !target.contains(",") else { return nil }
      note(.noteMissing(target), number)
      return words ?? target
    }
    let anchor = section.split(separator: "#").last.map {
      $0.hasPrefix("^") ? String($0.dropFirst()) : Self.anchor(of: $0)
    }
    if isEmbedded { note(.noteNotEmbedded(target), number) }
    let address =
      (page.isEmpty ? "" : "/" + Self.encoded(page)) + (anchor.map { "#" + Self.encoded($0) } ?? "")
    let shown = words ?? (section.isEmpty ? name : name.isEmpty ? section : "\(name) > \(section)")
    return "[\(shown)](\(address))"
  }

  /// The anchor of a heading, as GitHub makes it.
  private static func anchor(of heading: Substring) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.replacing(" ", with: "-")
  }

  /// The index of the line after a comment of Obsidian between lines of `%%`; nil if none begins on this line.
  func comment(from start: Int, in lines: [Line]) -> Int? {
    guard kind == .plainMarkdown, lines[start].text.trimmingSpaces == "%%" else { return nil }
    return lines[(start + 1)...].firstIndex { $0.text.trimmingSpaces == "%%" }.map { $0 + 1 }
  }

  /// Leaves out the comments of Obsidian, `%% … %%`, and gives a block with a name, `Text. ^name`, its anchor.
  mutating func obsidianMarks(_ text: String) -> String {
    guard kind == .plainMarkdown else { return text }
    var text = text
    if text.contains("%%") { text = text.replacing(/%%.*?%%/, with: "") }
    if text.contains(" ^"), let block = text.wholeMatch(of: /(.*\S)\s+\^([A-Za-z0-9-]+)\s*/) {
      anchors.insert(String(block.2))
      text = "\(block.1) <a id=\"\(block.2)\"></a>"
    }
    return text
  }
}

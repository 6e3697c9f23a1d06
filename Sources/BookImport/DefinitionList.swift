/// A definition list of Pandoc and MkDocs: terms, and below each term definitions after a colon.
struct DefinitionList {
  struct Entry {
    var terms: [ChapterTranslator.Line]
    var definitions: [[ChapterTranslator.Line]]
  }

  var entries: [Entry] = []
  /// The number of its lines.
  var count = 0

  /// The list whose first term is on the line at `start`; nil if none begins there.
  init?(at start: Int, in lines: [ChapterTranslator.Line]) {
    guard start == 0 || !lines[start - 1].text.hasContent, let first = Self.entry(at: start, in: lines) else {
      return nil
    }
    entries = [first.entry]
    var end = first.end
    while true {
      var next = end
      while next < lines.count, !lines[next].text.hasContent { next += 1 }
      guard next > end, next < lines.count, let entry = Self.entry(at: next, in: lines) else { break }
      entries.append(entry.entry)
      end = entry.end
    }
    count = end - start
  }

  /// One term, and its definitions.
  private static func entry(at start: Int, in lines: [ChapterTranslator.Line]) -> (entry: Entry, end: Int)? {
    let term = lines[start].text
    guard let first = term.first, !first.isWhitespace, !"#>|-*+:!<`~$=".contains(first),
      !term.hasPrefix("\\begin"),
      !first.isNumber || term.prefixMatch(of: /[0-9]+[.)]\s/) == nil
    else { return nil }
    var index = start + 1
    if index < lines.count, !lines[index].text.hasContent { index += 1 }
    guard index < lines.count, isDefinition(lines[index].text) else { return nil }
    var definitions: [[ChapterTranslator.Line]] = []
    while index < lines.count, isDefinition(lines[index].text) {
      let text = lines[index].text
      let width =
        text.count - text.drop { $0 == " " || $0 == "\t" }.dropFirst().drop { $0 == " " || $0 == "\t" }.count
      var body = [ChapterTranslator.Line(text: String(text.dropFirst(width)), number: lines[index].number)]
      index += 1
      while index < lines.count {
        let line = lines[index]
        if line.text.hasContent, line.text.indentation < 2,
          !lines[index - 1].text.hasContent || isDefinition(line.text)
        {
          break
        }
        body.append(.init(text: String(line.text.dropIndent(max(width, 4))), number: line.number))
        index += 1
      }
      while body.last?.text.hasContent == false { body.removeLast() }
      definitions.append(body)
    }
    var end = index
    while end > start, !lines[end - 1].text.hasContent { end -= 1 }
    return (Entry(terms: [lines[start]], definitions: definitions), end)
  }

  /// `:   Definition`
  private static func isDefinition(_ line: String) -> Bool {
    line.begins(with: ":") && line.prefixMatch(of: #/ {0,3}:[ \t]+\S/#) != nil
      && line.prefixMatch(of: /\s*:\s+.*\{#tbl/) == nil
  }
}

extension ChapterTranslator {
  /// Markdown between the tags of a list, which needs empty lines around it.
  mutating func definitions(_ list: DefinitionList) -> [String] {
    var output = ["<dl>"]
    for entry in list.entries {
      output += ["<dt>", ""] + entry.terms.flatMap { prose($0) } + ["", "</dt>"]
      for definition in entry.definitions { output += ["<dd>", ""] + blocks(definition) + ["", "</dd>"] }
    }
    return output + ["</dl>", ""]
  }
}

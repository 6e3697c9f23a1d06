import Foundation

/// The opening line of a container with colons (`::: note`, `:::{note}`, `::: {.callout-tip title="…"}`), or of an
/// admonition or a tab of MkDocs (`!!! note "Title"`, `=== "Title"`).
struct Container {
  var indent: String
  /// The number of colons; zero for an admonition of MkDocs, which ends where its indentation ends.
  var colons: Int
  var name: String
  var title: String
  /// The label in the attributes, such as `thm-line` for `#thm-line`.
  var label: String?
  /// The text between braces of Quarto, such as `.content-visible when-format="html"`.
  var attributes = ""

  init?(_ line: String) {
    guard line.begins(with: ":!?=") else { return nil }
    if let match = line.wholeMatch(of: /(\s*)===[!+]?\s+"([^"]*)"\s*/) {
      indent = String(match.1)
      colons = 0
      name = "tab"
      title = String(match.2)
      return
    }
    if let match = line.wholeMatch(of: /(\s*)(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+[\w-]+)*(?:\s+"([^"]*)")?\s*/)
    {
      indent = String(match.1)
      colons = 0
      name = match.2.lowercased()
      title = match.3.map(String.init) ?? ""
      return
    }
    guard let match = line.wholeMatch(of: /(\s*)(:{3,})\s*(\S.*)/) else { return nil }
    indent = String(match.1)
    colons = match.2.count
    let info = String(match.3).trimmingCharacters(in: .whitespaces)
    title = ""
    if let directive = info.wholeMatch(of: /\{([a-zA-Z][\w:+-]*)\}\s*(.*)/) {
      name = directive.1.lowercased()
      title = String(directive.2)
    } else if let attributes = info.firstMatch(of: /\{([^}]*)\}/) {
      let text = String(attributes.1)
      self.attributes = text
      name = text.firstMatch(of: /\.([\w-]+)/).map { $0.1.lowercased() } ?? ""
      label = text.firstMatch(of: /#([\w:.-]+)/).map { String($0.1) }
      title = text.firstMatch(of: /(?:title|name)\s*=\s*"([^"]*)"/).map { String($0.1) } ?? ""
    } else {
      let words = info.split(maxSplits: 1, whereSeparator: { " [".contains($0) })
      name = words.first?.lowercased() ?? ""
      title = words.count > 1 ? words[1].trimmingCharacters(in: CharacterSet(charactersIn: " ]")) : ""
    }
  }

  /// The format whose text a page leaves out; nil if a page shows the content.
  var leftOutFormat: String? {
    guard name == "content-visible" || name == "content-hidden",
      let condition = attributes.firstMatch(of: /(when|unless)-format\s*=\s*"?([\w-]+)"?/)
    else { return nil }
    let isMet = (condition.1 == "when") == condition.2.lowercased().hasPrefix("html")
    return isMet == (name == "content-visible") ? nil : String(condition.2)
  }

  /// The index of the closing line, or of the line after the content of an MkDocs admonition; the number of lines when
  /// there is none.
  func end(in lines: [ChapterTranslator.Line], from start: Int) -> Int {
    var index = start
    if colons == 0 {
      // The content of an MkDocs admonition is indented.
      while index < lines.count,
        !lines[index].text.hasContent || lines[index].text.indentation >= indent.indentation + 4
      {
        index += 1
      }
      while index > start, !lines[index - 1].text.hasContent { index -= 1 }
      return index
    }
    var depth = 0
    while index < lines.count {
      if let fence = Fence(lines[index].text) {
        index = fence.end(in: lines, from: index + 1) + 1
        continue
      }
      let text = lines[index].text.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix(":::"), text.allSatisfy({ $0 == ":" }) {
        if depth == 0 { return index }
        depth -= 1
      } else if Container(lines[index].text) != nil {
        depth += 1
      }
      index += 1
    }
    return lines.count
  }
}

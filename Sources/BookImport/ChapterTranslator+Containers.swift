import Book
import Foundation

/// The opening line of a container with colons (`::: note`, `:::{note}`, `::: {.callout-tip title="…"}`), or of an
/// admonition of MkDocs (`!!! note "Title"`).
struct Container {
  var indent: String
  /// The number of colons; zero for an admonition of MkDocs, which ends where its indentation ends.
  var colons: Int
  var name: String
  var title: String
  /// The label in the attributes, such as `thm-line` for `#thm-line`.
  var label: String?

  init?(_ line: String) {
    guard line.begins(with: ":!?") else { return nil }
    if let match = line.wholeMatch(of: /(\s*)(?:!!!|\?\?\?\+?)\s+(\w+)(?:\s+"([^"]*)")?\s*/) {
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
      name = text.firstMatch(of: /\.([\w-]+)/).map { $0.1.lowercased() } ?? ""
      label = text.firstMatch(of: /#([\w:.-]+)/).map { String($0.1) }
      title = text.firstMatch(of: /(?:title|name)\s*=\s*"([^"]*)"/).map { String($0.1) } ?? ""
    } else {
      let words = info.split(maxSplits: 1, whereSeparator: { " [".contains($0) })
      name = words.first?.lowercased() ?? ""
      title = words.count > 1 ? words[1].trimmingCharacters(in: CharacterSet(charactersIn: " ]")) : ""
    }
  }

  /// The index of the closing line, or of the line after the content of an MkDocs admonition; the number of lines when
  /// there is none.
  func end(in lines: [ChapterTranslator.Line], from start: Int) -> Int {
    var index = start
    if colons == 0 {
      // The content of an MkDocs admonition is indented.
      while index < lines.count,
        lines[index].text.allSatisfy(\.isWhitespace) || lines[index].text.hasPrefix(indent + "    ")
      {
        index += 1
      }
      while index > start, lines[index - 1].text.allSatisfy(\.isWhitespace) { index -= 1 }
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

extension ChapterTranslator {
  /// Translates a container into Galley's Markdown.
  mutating func container(_ opening: Container, _ content: [Line], _ number: Int) -> [String] {
    var content = content
    var title = opening.title
    if title.isEmpty, opening.name.hasPrefix("callout"),
      let first = content.first(where: { !$0.text.isEmpty }),
      let heading = first.text.wholeMatch(of: /#{1,6}\s+(.*)/)
    {
      title = String(heading.1)
      content.removeAll { $0.number == first.number }
    }
    let indent = opening.indent.count
    return label(opening.label).map { $0.isEmpty ? "" : opening.indent + $0 }
      + directive(
        opening.name, title, content, number, indent: opening.indent,
        dropping: opening.colons == 0 ? indent + 4 : indent)
  }

  /// Translates a directive into Galley's Markdown. In a list, it and its content are indented.
  mutating func directive(
    _ name: String, _ argument: String, _ content: [Line], _ number: Int, indent: String, dropping count: Int
  ) -> [String] {
    if count == 0 { return directive(name, argument, content, number) }
    let content = content.map { Line(text: String($0.text.dropIndent(count)), number: $0.number) }
    return directive(name, argument, content, number).map { $0.isEmpty ? "" : indent + $0 }
  }

  private mutating func directive(_ name: String, _ argument: String, _ content: [Line], _ number: Int)
    -> [String]
  {
    let (options, body) = Self.options(of: content)
    let kind = name.lowercased().split(separator: ":").last.map(String.init) ?? name
    var lines = label(kind == "math" ? nil : options["name"] ?? options["label"])
    if let admonition = Self.admonitions[kind.replacing("callout-", with: "")] {
      let title = argument.isEmpty ? [] : ["**\(argument)**", ""]
      return lines + quoted(["[!\(admonition)]"] + title + blocks(body))
    }
    switch kind {
    case "math":
      let latex = (argument.isEmpty ? [] : [argument]) + body.map(\.text)
      let label = (options["label"] ?? options["name"]).map { " {#\(Self.equationLabel($0))}" } ?? ""
      return ["$$"] + latex.filter { !$0.allSatisfy(\.isWhitespace) }.map { formula($0) } + ["$$" + label]
    case "figure", "image", "figure-md":
      let caption = body.map(\.text).joined(separator: " ").trimmingCharacters(in: .whitespaces)
      let alternative = options["alt"] ?? caption
      if kind == "figure-md" { return lines + label(argument) + blocks(body) }
      lines += ["", image(argument, alternative: alternative, number)]
      if !caption.isEmpty { lines += [""] + inline("*\(caption)*", number) }
      return lines + [""]
    case "exercise-start", "solution-start":
      return lines + ["", "**\(kind.hasPrefix("e") ? "Exercise" : "Solution")**", ""] + blocks(body)
    case "exercise-end", "solution-end": return []
    case "toctree", "tableofcontents", "contents", "bibliography", "footbibliography", "index",
      "content-visible", "raw":
      return lines
    case "include":
      return included(argument, number).map { blocks($0.enumerated().map { Line(text: $1, number: number) }) }
        ?? []
    case "table", "list-table", "csv-table":
      let title = argument.isEmpty ? [] : ["", "*\(argument)*", ""]
      return lines + title
        + (kind == "table" ? blocks(body) : Table.markdown(kind, body.map(\.text), options))
    case "column-margin", "columns", "column", "grid", "grid-item", "grid-item-card", "card", "card-carousel",
      "only",
      "tab-set", "tab-item", "tab",
      "panel-tabset",
      "layout", "div", "margin", "sidebar", "epigraph", "pull-quote", "glossary", "content-hidden", "rubric",
      "figure-group", "aside", "fragment", "incremental", "hidden", "code-group", "landscape", "":
      let title = argument.isEmpty ? [] : ["", "**\(argument)**", ""]
      return lines + title + blocks(body)
    case "dropdown", "details", "toggle", "collapse":
      return lines + ["<details><summary>\(argument.isEmpty ? "…" : argument)</summary>", ""] + blocks(body)
        + ["", "</details>"]
    case "theorem", "lemma", "proposition", "corollary", "definition", "example", "exercise", "proof",
      "remark", "axiom",
      "algorithm", "conjecture", "criterion", "property", "observation", "solution", "assumption",
      "admonition",
      "thm", "def", "exm", "prf":
      let word = kind == "admonition" ? "" : kind.prefix(1).uppercased() + kind.dropFirst()
      let title = [word, kind == "solution" ? "" : argument].filter { !$0.isEmpty }
      let heading = title.count == 2 ? "**\(title[0])** (\(title[1]))" : "**\(title.first ?? "")**"
      return lines + quoted((title.isEmpty ? [] : [heading, ""]) + blocks(body))
    default:
      note(.directiveUnknown(name), number)
      return lines + quoted((argument.isEmpty ? [] : ["**\(argument)**", ""]) + blocks(body))
    }
  }

  /// An anchor for references.
  mutating func label(_ name: String?) -> [String] {
    guard let name, !name.isEmpty else { return [] }
    anchors.insert(name)
    return ["<a id=\"\(name)\"></a>", ""]
  }

  private func quoted(_ lines: [String]) -> [String] {
    [""] + lines.map { $0.isEmpty ? ">" : "> " + $0 } + [""]
  }

  private static let admonitions = [
    "note": "NOTE", "info": "NOTE", "abstract": "NOTE", "summary": "NOTE", "seealso": "NOTE", "tip": "TIP",
    "hint": "TIP", "success": "TIP", "important": "IMPORTANT", "question": "IMPORTANT", "warning": "WARNING",
    "attention": "WARNING", "caution": "CAUTION", "danger": "CAUTION", "error": "CAUTION",
    "failure": "CAUTION",
    "bug": "CAUTION",
  ]
}

/// Converts the list tables and CSV tables of MyST to Markdown.
enum Table {
  static func markdown(_ kind: String, _ lines: [String], _ options: [String: String]) -> [String] {
    var rows: [[String]] = []
    for line in lines {
      if kind == "csv-table" {
        if !line.allSatisfy(\.isWhitespace) {
          rows.append(
            line.split(separator: ",", omittingEmptySubsequences: false).map {
              $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
            })
        }
      } else if let match = line.wholeMatch(of: /\s*[*-]\s+[-*]\s*(.*)/) {
        rows.append([String(match.1)])
      } else if !rows.isEmpty, let match = line.wholeMatch(of: /\s+[-*]\s*(.*)/) {
        rows[rows.count - 1].append(String(match.1))
      } else if !rows.isEmpty, !line.allSatisfy(\.isWhitespace) {
        rows[rows.count - 1][rows[rows.count - 1].count - 1] +=
          " " + line.trimmingCharacters(in: .whitespaces)
      }
    }
    if let header = options["header"] {
      rows.insert(
        header.split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"")) },
        at: 0)
    }
    guard let columns = rows.map(\.count).max() else { return [] }
    let text = { (row: [String]) in
      "| "
        + (row + Array(repeating: "", count: columns - row.count)).map { $0.escaping(["|": "\\|"]) }
        .joined(separator: " | ") + " |"
    }
    return ["", text(rows[0]), "|" + String(repeating: "---|", count: columns)] + rows.dropFirst().map(text)
      + [""]
  }
}

import Book
import Foundation

extension ChapterTranslator {
  /// Translates a container into Galley's Markdown.
  mutating func container(_ opening: Container, _ content: [Line], _ number: Int) -> [String] {
    if let format = opening.leftOutFormat {
      note(.formatLeftOut(format), number)
      return []
    }
    var content = content
    var title = opening.title
    if title.isEmpty, opening.name.hasPrefix("callout"),
      let first = content.first(where: { !$0.text.isEmpty }),
      let heading = first.text.wholeMatch(of: /#{1,6}\s+(.*)/)
    {
      title = String(heading.1)
      content.removeAll { $0.number == first.number }
    }
    let indent = opening.indent.indentation
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
      let argument =
        name.hasPrefix("glue") ? files.gluedPictures[argument].map { "/" + $0 } ?? argument : argument
      if kind == "figure-md" { return lines + label(argument) + blocks(body) }
      lines += ["", image(argument, alternative: alternative, number)]
      if !caption.isEmpty { lines += [""] + inline("*\(caption)*", number) }
      return lines + [""]
    case "exercise-start", "solution-start":
      return lines + ["", "**\(kind.hasPrefix("e") ? "Exercise" : "Solution")**", ""] + blocks(body)
    case "exercise-end", "solution-end": return []
    case "toctree", "tableofcontents", "contents", "bibliography", "footbibliography", "index":
      return lines
    case "raw": return lines + raw(argument, body, number)
    case "youtube", "vimeo", "iframe", "video":
      let prefixes = ["youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"]
      let address = argument.contains("/") ? argument : (prefixes[kind] ?? "") + argument
      note(.frameReplaced(address), number)
      return lines + ["[\(options["alt"] ?? options["title"] ?? address)](\(address))", ""] + blocks(body)
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
      "layout", "div", "margin", "sidebar", "epigraph", "pull-quote", "glossary", "content-hidden",
      "content-visible", "rubric",
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
      var content = unknown(argument, options, number) + blocks(body)
      while content.last?.hasContent == false { content.removeLast() }
      return lines + quoted(content)
    }
  }

  /// The argument of an unknown directive and the words, pictures and addresses in its options.
  private mutating func unknown(_ argument: String, _ options: [String: String], _ number: Int) -> [String] {
    let words = ["title", "caption", "description", "alt", "text", "header"]
    var output = [String]()
    for (key, value) in [("", argument)] + options.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
      let path = SourceFolder.resolved(value, from: self.path)
      if value.contains("://") {
        output += ["<\(value)>", ""]
      } else if let path, value.contains("."), files.has(path) {
        let isPicture = ["svg", "png", "jpg", "jpeg", "gif", "webp"].contains(
          (path as NSString).pathExtension)
        output += [isPicture ? image(value, alternative: "", number) : "[\(value)](\(value))", ""]
      } else if key.isEmpty {
        output += ["**\(value)**", ""]
      } else if words.contains(key) {
        output += inline(value, number) + [""]
      }
    }
    return output
  }

  /// The caption of a picture that stands alone. Quarto and d2lbook show the description of a picture as its caption.
  mutating func caption(of line: Line, isFirst: Bool, _ below: ArraySlice<Line>) -> [String] {
    guard isFirst, line.text.begins(with: "!"),
      let match = line.text.wholeMatch(of: /(?s)(\s*)!\[(.+)\]\([^()]*\)(?:\{[^{}]*\})?\s*/),
      !match.2.contains("![")
    else { return [] }
    let next = below.first?.text ?? ""
    let isFigure =
      kind == .quarto ? !next.hasContent : next.hasPrefix(":label:`") || next.hasPrefix(":width:`")
    let caption = match.2.replacing("\n", with: " ").trimmingSpaces
    guard isFigure, caption.hasContent else { return [] }
    return [""] + inline("\(match.1)*\(caption)*", line.number) + [""]
  }

  /// An anchor for references.
  mutating func label(_ name: String?) -> [String] {
    guard let name, !name.isEmpty else { return [] }
    anchors.insert(name)
    return ["<a id=\"\(name)\"></a>", ""]
  }

  /// The content of a quote. Obsidian has more kinds of admonitions than GitHub, and gives them titles.
  mutating func quoted(_ content: [Line]) -> [String] {
    guard let first = content.first, first.text.begins(with: "["),
      let mark = first.text.wholeMatch(of: /\s*\[!([\w-]+)\]([+-]?)\s*(.*?)\s*/)
    else { return blocks(content) }
    let known = Self.admonitions[mark.1.lowercased()]
    let title =
      mark.3.isEmpty && known == nil ? mark.1.prefix(1).uppercased() + mark.1.dropFirst() : String(mark.3)
    return (known.map { ["[!\($0)]"] } ?? [])
      + (title.isEmpty ? [] : inline("**\(title)**", first.number) + [""])
      + blocks(Array(content.dropFirst()))
  }

  private func quoted(_ lines: [String]) -> [String] {
    [""] + lines.map { $0.isEmpty ? ">" : "> " + $0 } + [""]
  }

  private static let admonitions = [
    "note": "NOTE", "info": "NOTE", "abstract": "NOTE", "summary": "NOTE", "seealso": "NOTE", "tip": "TIP",
    "hint": "TIP", "success": "TIP", "important": "IMPORTANT", "question": "IMPORTANT", "warning": "WARNING",
    "attention": "WARNING", "caution": "CAUTION", "danger": "CAUTION", "error": "CAUTION",
    "failure": "CAUTION",
    "bug": "CAUTION", "todo": "NOTE", "tldr": "NOTE", "check": "TIP", "done": "TIP", "help": "IMPORTANT",
    "faq": "IMPORTANT", "fail": "CAUTION", "missing": "CAUTION",
  ]
}

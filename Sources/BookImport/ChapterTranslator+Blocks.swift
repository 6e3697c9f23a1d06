import Book
import Foundation

extension ChapterTranslator {
  /// Translates lines that are not inside of a fence.
  mutating func blocks(_ lines: [Line]) -> [String] {
    var lines = lines
    var output: [String] = []
    let indented = IndentedCode.blocks(in: lines)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if let code = indented[index] {
        output += code.fenced
        index += code.count
      } else if let end = RawHTML.end(from: index, in: lines) {
        output.append(lines[index...end].map(\.text).joined(separator: "\n"))
        index = end + 1
      } else if let fence = Fence(line.text) {
        let end = fence.end(in: lines, from: index + 1)
        let content = Array(lines[(index + 1)..<min(end, lines.count)])
        output += block(fence, content, line.number)
        index = end + 1
      } else if let opening = Container(line.text) {
        let end = opening.end(in: lines, from: index + 1)
        output += container(opening, Array(lines[(index + 1)..<end]), line.number)
        // An admonition of MkDocs has no closing line.
        index = opening.colons == 0 ? end : end + 1
      } else if let quote = Quote(at: index, in: lines) {
        output += quoted(quote.content).map { quote.indent + ($0.isEmpty ? ">" : "> " + $0) }
        index += quote.content.count
      } else if let end = comment(from: index, in: lines) {
        index = end
      } else if let html = HTMLContainer(at: index, in: lines, isAlwaysMarkdown: kind == .quarto) {
        output += [html.opening, ""] + blocks(html.content) + ["", html.closing]
        index += html.count
      } else if kind != .mdBook, let grid = GridTable(at: index, in: lines) {
        output += table(grid)
        index += grid.count
      } else if kind != .mdBook, let end = SimpleTable.end(from: index, in: lines) {
        note(.tableAsText, line.number)
        output += ["```text"] + lines[index..<end].map(\.text) + ["```"]
        index = end
      } else if kind == .quarto || kind == .plainMarkdown, let block = LineBlock.lines(at: index, in: lines) {
        output += block.flatMap { inline($0.text, $0.number) }
        index += block.count
      } else if kind != .mdBook, let list = DefinitionList(at: index, in: lines) {
        output += definitions(list)
        index += list.count
      } else if line.text.begins(with: "\\"),
        line.text.prefixMatch(of: /\s*\\(?:(?:re|provide)?newcommand|g?def|DeclareMathOperator)\b/) != nil
      {
        // MathJax reads definitions outside of formulas, too.
        output += ["$$", line.text.trimmingSpaces, "$$"]
        index += 1
      } else if let formula = Self.bracketed(from: index, in: lines) {
        lines.replaceSubrange(index..<(index + formula.count), with: formula)
      } else if let (before, display) = splitBeforeDisplay(at: index, in: lines) {
        output += prose(before)
        lines[index] = display
      } else if line.text.trimmingCharacters(in: .whitespaces).hasPrefix("$$")
        || Self.environment(line.text.trimmingSpaces) != nil
      {
        let end = displayEnd(from: index, in: lines)
        Self.joinLabel(at: end, to: &lines)
        var rest: Line?
        output += display(Array(lines[index..<end]), rest: &rest)
        index = end
        if let rest {
          // It may open another formula.
          index -= 1
          lines[index] = rest
          continue
        }
        // Below a formula, Galley would read a line with four more spaces as code, and other tools do not.
        let indent = String(line.text.prefix { $0 == " " })
        if index < lines.count, indented[index] == nil, lines[index].text.hasContent,
          lines[index].text.hasPrefix("\t") || lines[index].text.hasPrefix(indent + "    ")
        {
          let text = indent + String(lines[index].text.drop(while: \.isWhitespace))
          output += prose(Line(text: text, number: lines[index].number))
          index += 1
        }
      } else {
        let (whole, count) = joined(at: index, in: lines)
        output +=
          prose(whole)
          + caption(
            of: whole, isFirst: index == 0 || !lines[index - 1].text.hasContent, lines[(index + count)...])
        index += count
      }
    }
    return output
  }

  /// A block between two fences.
  private mutating func block(_ fence: Fence, _ content: [Line], _ number: Int) -> [String] {
    // A list of chapters, as d2lbook writes it.
    if fence.language == "toc" { return [] }
    if let format = fence.format { return raw(format, content, number) }
    if let directive = fence.directive {
      // In Quarto the braces name a program that runs the code.
      if kind == .quarto { return listing(directive, content.map(\.text), fence, number) }
      if ["code-cell", "code", "code-block", "sourcecode", "ipython", "literalinclude"].contains(directive) {
        let (options, body) = Self.options(of: content)
        var lines = body.map(\.text)
        var language = fence.argument
        if directive == "literalinclude" {
          language = options["language"] ?? ""
          lines = included(fence.argument, number) ?? []
        }
        if directive == "code-cell" { note(.codeNotRun(language.isEmpty ? "code" : language), number) }
        return label(options["name"]).map { fence.indent + $0 } + listing(language, lines, fence, number)
      }
      return self.directive(
        directive, fence.argument, content, number, indent: fence.indent, dropping: fence.indent.indentation)
    }
    if let (name, title) = admonition(of: fence) {
      return directive(name, title, content, number, indent: fence.indent, dropping: fence.indent.indentation)
    }
    let options = CellOptions(fence, content.map(\.text))
    // bookdown writes theorems as cells.
    if fence.argument.hasPrefix(fence.language),
      ["theorem", "lemma", "definition", "proof"].contains(fence.language)
    {
      return label(options["label"])
        + directive(fence.language, options["name"] ?? "", content, number, indent: fence.indent, dropping: 0)
    }
    if kind == .quarto, fence.isExecuted, options["eval"] != "false" {
      note(.codeNotRun(fence.language), number)
    }
    let name = options["label"].flatMap { $0.wholeMatch(of: /(?:fig|tbl|lst)-[\w-]+/) != nil ? $0 : nil }
    // knitr refers to the figure of a cell by the name of the cell.
    let cell = fence.argument.prefixMatch(of: /(?:r|python|julia)\s+([\w-]+)\s*(?:,|$)/).map { "fig:\($0.1)" }
    var output = label(name ?? cell) + listing(fence.language, options.code, fence, number)
    if let caption = options["fig-cap"] ?? options["tbl-cap"] ?? options["lst-cap"] {
      output += [""] + inline("*\(caption)*", number) + [""]
    }
    return output.map { $0.isEmpty || $0.hasPrefix(fence.indent) ? $0 : fence.indent + $0 }
  }

  /// The admonition that a fence with its name makes, in some readers of Markdown and in mdbook-admonish.
  private func admonition(of fence: Fence) -> (name: String, title: String)? {
    if fence.language == "admonish",
      let match = fence.argument.wholeMatch(of: /(\w*)\s*(?:title=)?"?([^"]*)"?.*/)
    {
      return (match.1.isEmpty ? "note" : String(match.1), String(match.2))
    }
    let names = ["note", "info", "tip", "hint", "important", "warning", "caution", "danger"]
    return names.contains(fence.language) && !fence.isExecuted ? (fence.language, "") : nil
  }

  /// Text that only one output format has.
  mutating func raw(_ format: String, _ content: [Line], _ number: Int) -> [String] {
    if ["html", "html5"].contains(format.lowercased()) { return [""] + content.map(\.text) + [""] }
    note(.formatLeftOut(format), number)
    return []
  }

  private mutating func listing(_ language: String, _ lines: [String], _ fence: Fence, _ number: Int)
    -> [String]
  {
    var lines = lines.flatMap { line -> [String] in
      guard line.contains("{{#"),
        let match = line.firstMatch(
          of:
            #/
            \{\{\#(?:rustdoc_)?(?:include|playground) \s+ ([^\s}:]+) (?: : ([^\s}]*))? [^}]* \}\}
            /#)
      else { return [line] }
      return MDBookListing.lines(String(match.2 ?? ""), of: included(String(match.1), number) ?? [])
    }
    let name = role(of: language.lowercased(), number)
    if kind == .mdBook, name == "rust" { lines.removeAll(where: MDBookListing.isHidden) }
    if name == "math" {
      let rows = TolerantFormula.aligned(formula(lines.joined(separator: "\n"))).split(separator: "\n").map(
        String.init)
      return ["\(fence.indent)$$"] + rows + ["\(fence.indent)$$"]
    }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    // The content may hold shorter fences.
    let longest = lines.map { $0.drop(while: \.isWhitespace).prefix { $0 == "`" }.count }.max() ?? 0
    let mark = String(repeating: "`", count: max(3, longest + 1))
    return ["\(fence.indent)\(mark)\(name)"] + lines + ["\(fence.indent)\(mark)"]
  }

  /// The name of a fence for this language in Galley.
  private mutating func role(of language: String, _ number: Int) -> String {
    let name = Self.aliases[language] ?? language
    if ["math", "dot"].contains(name) || FenceRole.listingLanguages.contains(name) { return name }
    switch name {
    case "": return "text"
    case "swift": note(.swiftShownOnly, number)
    case "mermaid", "plantuml", "tikz", "ditaa": note(.diagramShownOnly(name), number)
    default: note(.languageUnknown(name), number)
    }
    return "text"
  }

  private static let aliases = [
    "py": "python", "python3": "python", "ipython": "python", "ipython3": "python", "pycon": "python",
    "bash": "sh",
    "shell": "sh", "zsh": "sh", "js": "javascript", "c++": "cpp", "cc": "cpp", "yml": "yaml",
    "md": "markdown",
    "tex": "latex", "rs": "rust", "jl": "julia", "makefile": "make", "txt": "text", "plaintext": "text",
    "plain": "text", "none": "text", "output": "text", "default": "text", "graphviz": "dot",
    "shell-session": "console",
    "sh-session": "console", "patch": "diff", "svg": "xml",
  ]

  /// The lines of a file that the chapter includes.
  mutating func included(_ target: String, _ number: Int) -> [String]? {
    guard let resolved = SourceFolder.resolved(target, from: path), let text = files.text(resolved) else {
      note(.includeMissing(target), number)
      return nil
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Splits the content of a directive into its options and the rest. Options are `:name: value` lines, or YAML between
  /// `---`, at the top.
  static func options(of content: [Line]) -> (options: [String: String], body: [Line]) {
    var options: [String: String] = [:]
    var rest = content[...]
    if rest.first?.text.trimmingCharacters(in: .whitespaces) == "---",
      let end = rest.dropFirst().firstIndex(where: { $0.text.trimmingCharacters(in: .whitespaces) == "---" })
    {
      for line in rest[..<end] {
        if let match = line.text.wholeMatch(of: /\s*([\w-]+):\s*(.*)/) {
          options[String(match.1)] = unquoted(String(match.2))
        }
      }
      rest = rest[(end + 1)...]
    }
    while let line = rest.first, let match = line.text.wholeMatch(of: /\s*:([\w-]+):\s*(.*)/) {
      options[String(match.1)] = unquoted(String(match.2))
      rest = rest.dropFirst()
    }
    return (options, Array(rest.drop { $0.text.allSatisfy(\.isWhitespace) }))
  }

  private static func unquoted(_ value: String) -> String {
    let value = value.trimmingCharacters(in: .whitespaces)
    guard value.count > 1, let quote = value.first, "\"'".contains(quote), value.last == quote else {
      return value
    }
    return String(value.dropFirst().dropLast())
  }
}

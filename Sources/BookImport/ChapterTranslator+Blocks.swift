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
        output += blocks(quote.content).map { quote.indent + ($0.isEmpty ? ">" : "> " + $0) }
        index += quote.content.count
      } else if let (before, display) = splitBeforeDisplay(at: index, in: lines) {
        output += prose(before)
        lines[index] = display
      } else if line.text.trimmingCharacters(in: .whitespaces).hasPrefix("$$")
        || line.text.contains("\\begin{")
      {
        let end = displayEnd(from: index, in: lines)
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
        output += prose(line)
        index += 1
      }
    }
    return output
  }

  /// A block between two fences.
  private mutating func block(_ fence: Fence, _ content: [Line], _ number: Int) -> [String] {
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
        return label(options["name"]).map { fence.indent + $0 } + listing(language, lines, fence, number)
      }
      return self.directive(
        directive, fence.argument, content, number, indent: fence.indent, dropping: fence.indent.count)
    }
    let name = content.lazy.filter { $0.text.begins(with: "#") }.compactMap {
      $0.text.wholeMatch(of: /\s*#\|\s*label:\s*((?:fig|tbl|lst)-[\w-]+)\s*/)
    }.first
    if let name { return label(String(name.1)).map { fence.indent + $0 } + shown(fence, content, number) }
    return shown(fence, content, number)
  }

  /// A listing without the options of Quarto and knitr, which are of no use to a reader.
  private mutating func shown(_ fence: Fence, _ content: [Line], _ number: Int) -> [String] {
    let lines = content.map(\.text).filter {
      !$0.begins(with: "#%") || $0.wholeMatch(of: /\s*(#\||%%\|)\s.*/) == nil
    }
    return listing(fence.language, lines, fence, number)
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
    if name == "math" { return ["\(fence.indent)$$"] + lines.map { formula($0) } + ["\(fence.indent)$$"] }
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
          options[String(match.1)] = String(match.2)
        }
      }
      rest = rest[(end + 1)...]
    }
    while let line = rest.first, let match = line.text.wholeMatch(of: /\s*:([\w-]+):\s*(.*)/) {
      options[String(match.1)] = String(match.2).trimmingCharacters(in: .whitespaces)
      rest = rest.dropFirst()
    }
    return (options, Array(rest.drop { $0.text.allSatisfy(\.isWhitespace) }))
  }
}

/// The opening line of a fenced block.
struct Fence {
  var indent: String
  var mark: String
  /// The name of a MyST directive, such as `note` for `{note}`.
  var directive: String?
  /// The text after the directive's name.
  var argument = ""
  /// The language of a listing.
  var language = ""

  init?(_ line: String) {
    guard line.begins(with: "`~"), let match = line.wholeMatch(of: /(\s*)(`{3,}|~{3,})\s*([^`]*)/) else {
      return nil
    }
    indent = String(match.1)
    mark = String(match.2)
    let info = match.3.trimmingCharacters(in: .whitespaces)
    if let directive = info.wholeMatch(of: /\{([a-zA-Z][\w:+-]*)\}\s*(.*)/) {
      let name = String(directive.1)
      let executed = [
        "python", "r", "julia", "ojs", "bash", "sh", "sql", "dot", "mermaid", "javascript", "rust",
      ]
      if executed.contains(name.lowercased()) { language = name } else { self.directive = name }
      argument = String(directive.2)
    } else if let braces = info.wholeMatch(of: /\{(.*)\}/) {
      // `{.python .numberLines}` and `{python, echo=FALSE}`.
      let words = braces.1.split { " ,.".contains($0) }
      language = words.first.map(String.init) ?? ""
    } else {
      language = info.prefix { !$0.isWhitespace && !",{".contains($0) }.description
    }
  }

  /// The index of the closing fence; the number of lines when there is none.
  func end(in lines: [ChapterTranslator.Line], from start: Int) -> Int {
    let sign = mark.first ?? "`"
    return lines[start...].firstIndex { line in
      let text = line.text.trimmingCharacters(in: .whitespaces)
      return text.count >= mark.count && text.allSatisfy { $0 == sign }
    } ?? lines.count
  }
}

extension StringProtocol {
  /// Whether there is a character that is not white space.
  var hasContent: Bool { !allSatisfy(\.isWhitespace) }

  /// Whether the first character that is not a space or a tab is one of these ASCII signs. Most lines need no regular
  /// expression after this test.
  func begins(with signs: StaticString) -> Bool {
    guard let first = utf8.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return signs.withUTF8Buffer { $0.contains(first) }
  }

  /// The text without up to `count` spaces, or without one tab, at the beginning.
  func dropIndent(_ count: Int) -> SubSequence {
    if first == "\t" { return dropFirst() }
    let spaces = prefix { $0 == " " }.count
    return dropFirst(Swift.min(count, spaces))
  }
}

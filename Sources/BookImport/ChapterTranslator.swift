import Book
import Foundation

/// Translates one chapter of a foreign book into Galley's Markdown.
struct ChapterTranslator {
  /// The chapter's path in the foreign book.
  let path: String
  let files: SourceFolder
  let kind: ForeignBook.Kind
  var remarks: [ImportRemark] = []
  /// The title from the front matter, the first heading or the contents of the book.
  var title: String?
  /// The title in the contents of the book.
  var titleInContents: String?
  var summary: String?
  /// The names in the chapter that references may use.
  var anchors: Set<String> = []
  /// The names in `anchors` that stand for the whole chapter.
  var namesOfChapter: Set<String> = []
  /// The texts that stand for marks in double braces, by the content of the braces.
  var variables: [String: String] = [:]
  /// The words that references to a name show.
  var titlesOfAnchors: [String: String] = [:]
  /// The words of the environments of mdbook-numthm.
  var environments = NumberedMarks.environments("")
  /// The inline notes, which become footnotes at the end of the chapter.
  var notes: [String] = []

  init(path: String, files: SourceFolder, kind: ForeignBook.Kind) {
    self.path = path
    self.files = files
    self.kind = kind
  }

  /// A line of the source with its number for remarks.
  struct Line {
    var text: String
    var number: Int
  }

  /// The Markdown of the chapter below its front matter. `LinkTranslator` translates its references and links later.
  mutating func translate(_ source: String) -> String {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      Line(text: String($1), number: $0 + 1)
    }
    takeFrontMatter(&lines)
    for (line, problem) in TableBars.protect(&lines) { note(problem, line) }
    var output = blocks(lines)
    takeTitle(&output)
    if !notes.isEmpty {
      output += [""] + notes.enumerated().map { "[^note-\($0 + 1)]: \($1)" }
    }
    return output.joined(separator: "\n").replacing(/\n{3,}/, with: "\n\n") + "\n"
  }

  mutating func note(_ problem: ImportRemark.Problem, _ line: Int) {
    remarks.append(ImportRemark(file: path, line: line, problem: problem))
  }

  // MARK: Title

  private mutating func takeFrontMatter(_ lines: inout [Line]) {
    guard let fence = lines.first?.text.trimmingCharacters(in: .whitespaces),
      fence == "---" || fence == "+++",
      let end = lines.dropFirst().firstIndex(where: { $0.text.trimmingCharacters(in: .whitespaces) == fence })
    else { return }
    let settings = ForeignBook.variables(
      ofFrontMatter: lines[1..<end].map(\.text).joined(separator: "\n"), kind)
    variables.merge(settings) { _, own in own }
    for line in lines[1..<end] {
      guard
        let match = line.text.wholeMatch(
          of: /(title|description|subtitle|summary)\s*[:=]\s*["']?(.*?)["']?\s*/)
      else { continue }
      let value = String(match.2)
      if match.1 == "title" {
        title = value
      } else if !value.isEmpty, value != "|", value != ">" {
        summary = value
      }
    }
    lines.removeFirst(end + 1)
  }

  /// Takes the title from the first heading of level one, unless the front matter has one. Removes the heading if it is
  /// the title, because the page shows the title anyway.
  private mutating func takeTitle(_ output: inout [String]) {
    var fence: String?
    var isFormula = false
    for (index, line) in output.enumerated() {
      // A line of a formula may look like the underline of a heading.
      if fence == nil, line.begins(with: "$"), line.trimmingSpaces.hasPrefix("$$") { isFormula.toggle() }
      if isFormula { continue }
      if line.begins(with: "`~"), let mark = line.firstMatch(of: /^\s*(`{3,}|~{3,})/).map({ String($0.1) }) {
        if fence == nil { fence = mark } else if mark.hasPrefix(fence ?? "") { fence = nil }
      }
      guard fence == nil else { continue }
      if line.hasPrefix("#"), let match = line.wholeMatch(of: /#\s+(.*?)\s*#*\s*/) {
        let (heading, anchor) = Self.heading(match.1)
        if title == nil || title == heading {
          title = heading
          removeTitle(index...index, anchor, from: &output)
        }
        return
      }
      if index + 1 < output.count, !line.isEmpty, output[index + 1].hasPrefix("="),
        output[index + 1].wholeMatch(of: /=+\s*/) != nil
      {
        let (heading, anchor) = Self.heading(line[...])
        if title == nil { title = heading }
        if title == heading {
          removeTitle(index...(index + 1), anchor, from: &output)
        } else {
          output.replaceSubrange(index...(index + 1), with: ["# " + line])
        }
        return
      }
    }
    if title == nil { takeLowerTitle(&output) }
  }

  /// `Loss {#sec-loss}` → `Loss`, `sec-loss`
  private static func heading(_ text: Substring) -> (words: String, anchor: String?) {
    guard let match = text.wholeMatch(of: /(.*?)\s*\{#([^}\s]*)[^}]*\}\s*/) else {
      return (String(text), nil)
    }
    return (String(match.1), String(match.2))
  }

  /// Removes the heading that is the title. Its names, and those directly above it, become names of the chapter.
  private mutating func removeTitle(_ lines: ClosedRange<Int>, _ anchor: String?, from output: inout [String])
  {
    if let anchor { namesOfChapter.insert(anchor) }
    let above = output[..<lines.lowerBound].reversed().prefix { !$0.hasContent || $0.hasPrefix("<a id=") }
    for line in above {
      if let name = line.firstMatch(of: /<a id="([^"]*)">/) { namesOfChapter.insert(String(name.1)) }
    }
    output.removeSubrange(lines)
  }

  /// Takes the title from a heading of a lower level at the beginning, as in the sections of mdBook, or else from the
  /// contents.
  private mutating func takeLowerTitle(_ output: inout [String]) {
    let first = output.firstIndex { $0.hasContent && !$0.hasPrefix("<!--") && !$0.hasPrefix("<a id=") }
    if let first, let match = output[first].wholeMatch(of: /#{2,6}\s+(.*?)\s*#*\s*/) {
      let (heading, anchor) = Self.heading(match.1)
      title = heading
      removeTitle(first...first, anchor, from: &output)
    } else {
      title = titleInContents
    }
  }
}

import Book
import Foundation

/// Writes one chapter of a foreign book in the language of Galley's chapters.
struct ChapterTranslator {
  /// The chapter's path in the foreign book.
  let path: String
  let files: SourceFolder
  let kind: ForeignBook.Kind
  var remarks: [ImportRemark] = []
  /// From the front matter or the first heading.
  var title: String?
  var summary: String?
  /// Names that references may use, found on the way.
  var anchors: Set<String> = []
  /// Notes that stood in the line, to be put at the end.
  var notes: [String] = []

  init(path: String, files: SourceFolder, kind: ForeignBook.Kind) {
    self.path = path
    self.files = files
    self.kind = kind
  }

  /// A line of the source with its number, which remarks name.
  struct Line {
    var text: String
    var number: Int
  }

  /// The Markdown of the chapter below its front matter; references and links are still those of the source.
  mutating func translate(_ source: String) -> String {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      Line(text: String($1), number: $0 + 1)
    }
    takeFrontMatter(&lines)
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

  /// The first heading of the first level is the title, and the page shows it by itself.
  private mutating func takeTitle(_ output: inout [String]) {
    var fence: String?
    for (index, line) in output.enumerated() {
      if let mark = line.firstMatch(of: /^\s*(`{3,}|~{3,})/).map({ String($0.1) }) {
        if fence == nil { fence = mark } else if mark.hasPrefix(fence ?? "") { fence = nil }
      }
      guard fence == nil else { continue }
      if let match = line.wholeMatch(of: /#\s+(.*?)\s*#*\s*/) {
        let heading = String(match.1)
        if title == nil {
          title = heading.replacing(/\s*\{#[^}]*\}/, with: "")
          output.remove(at: index)
        } else if title == heading {
          output.remove(at: index)
        }
        return
      }
      if index + 1 < output.count, !line.isEmpty, output[index + 1].wholeMatch(of: /=+\s*/) != nil {
        if title == nil { title = line }
        if title == line {
          output.removeSubrange(index...(index + 1))
        } else {
          output.replaceSubrange(index...(index + 1), with: ["# " + line])
        }
        return
      }
    }
  }
}

import Caching
import Events
import Exercises
import Foundation
import GFM

/// The words of the book, section by section, for the search in the page.
///
/// It is a script and not a data file, because a page that was opened from a disk may load scripts but no data.
struct SearchIndex {
  private var entries: [Entry] = []

  /// The text of a section. The names are short because each of them stands in the file many times.
  struct Entry: Codable, Equatable, Sendable {
    /// The page with the place on it.
    var u: String
    /// The title of the chapter.
    var c: String
    /// The title of the section; empty for what stands before the first.
    var s: String
    /// The words.
    var t: String
  }

  /// The index of a book; `session` knows the words of the chapters that have not changed.
  init(_ results: [ChapterResult], index: BookIndex, session: Session) {
    for (result, outline) in zip(results, index.outlines) {
      entries += session.last("words \(result.chapter.path)", from: result) {
        Self.entries(of: result, outline)
      }
    }
  }

  private static func entries(of result: ChapterResult, _ outline: PageOutline) -> [Entry] {
    var entries: [Entry] = []
    let anchors = Dictionary(uniqueKeysWithValues: outline.headings.map { ($0.node, $0) })
    var entry = Entry(
      u: result.page, c: ShortProse.plain(result.chapter.title), s: "",
      t: ShortProse.plain(result.chapter.summary))
    let words = SearchText(result)
    for node in result.chapter.tree.children {
      if let heading = anchors[node.id] {
        entries.append(entry)
        entry = Entry(u: "\(result.page)#\(heading.anchor)", c: entry.c, s: heading.title, t: "")
      } else if case .heading = node.kind {
        continue
      } else {
        let text = words.text(of: node)
        if !text.isEmpty { entry.t += entry.t.isEmpty ? text : " " + text }
      }
    }
    return entries + [entry]
  }

  /// The file that the page's script loads.
  var script: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = (try? encoder.encode(entries)) ?? Data("[]".utf8)
    return Data("self.galleySearchIndex=".utf8) + json + Data(";\n".utf8)
  }
}

/// The words of a part of a chapter, as a reader sees them.
struct SearchText {
  private let blocks: [MarkdownNode.ID: String]
  private let computed: [MarkdownNode.ID: String]

  init(_ result: ChapterResult) {
    var blocks: [MarkdownNode.ID: String] = [:]
    for block in result.chapter.blocks {
      let captions = [block.options.figureCaption, block.options.tableCaption].compactMap { $0 }
      let isShown = block.options.echo && block.role != .dot
      let code = isShown ? block.publicLines.map(\.text).joined(separator: " ") : ""
      let says = block.role == .check ? block.options.exercise.says : block.options.exercise.title
      blocks[block.id] = ([says, code].compactMap { $0 } + captions).joined(separator: " ")
    }
    self.blocks = blocks
    var computed: [MarkdownNode.ID: String] = [:]
    for (number, probe) in result.plan.probes.enumerated() {
      guard case .inline(let digits) = probe.purpose else { continue }
      computed[probe.node] = result.record.values[number].map { NumberFormat.text($0, digits: digits) } ?? ""
    }
    self.computed = computed
  }

  /// The words of `node`, spaces made one.
  func text(of node: MarkdownNode) -> String {
    words(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func words(of node: MarkdownNode) -> String {
    if let text = blocks[node.id] ?? computed[node.id] { return text }
    switch node.kind {
    case .text(let text), .code(let text): return text
    case .math(let latex): return FormulaWords.text(of: latex)
    case .softBreak, .lineBreak: return " "
    case .htmlInline, .htmlBlock: return ""
    case .paragraph, .item, .taskItem, .tableCell, .heading:
      return node.children.map(words).joined() + " "
    default: return node.children.map(words).joined()
    }
  }
}

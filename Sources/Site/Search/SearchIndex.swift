import Caching
import Events
import Exercises
import Foundation
import GFM

/// The words of the book, section by section, for the search in the page.
///
/// The index is a script, because a page that is opened from a disk can load scripts but no data files.
struct SearchIndex {
  private var entries: [Entry] = []

  /// The text of a section. The names of its fields are short because the file repeats them for every section.
  struct Entry: Codable, Equatable, Sendable {
    /// The address of the section, with its anchor.
    var u: String
    /// The title of the chapter.
    var c: String
    /// The title of the section; empty for the text before the first section.
    var s: String
    /// The prose of the section.
    var t: String
    /// The code of the section.
    var k = ""
  }

  /// Creates the index of a book. `session` keeps the entries of unchanged chapters.
  init(_ results: [ChapterResult], index: BookIndex, session: Session) {
    for (chapter, (result, outline)) in zip(results, index.outlines).enumerated() {
      let own = session.last("words \(result.chapter.path)", from: result) {
        Self.entries(of: result, outline)
      }
      // The words of a reference depend on other chapters.
      let references = ProseReferences(index: index, chapter: chapter)
      entries += own.map { entry in
        var entry = entry
        if let found = references.found(in: entry.t) { entry.t = found.words.replacing("\u{A0}", with: " ") }
        return entry
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
        let code = words.code(in: node)
        if !code.isEmpty { entry.k += entry.k.isEmpty ? code : " " + code }
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

/// Finds the text of a chapter's nodes, as a reader sees it.
struct SearchText {
  /// The captions and titles of blocks, and the text of those that are no code.
  private let blocks: [MarkdownNode.ID: String]
  private let code: [MarkdownNode.ID: String]
  private let computed: [MarkdownNode.ID: String]

  init(_ result: ChapterResult) {
    var blocks: [MarkdownNode.ID: String] = [:]
    var code: [MarkdownNode.ID: String] = [:]
    for block in result.chapter.blocks {
      let captions = [block.options.figureCaption, block.options.tableCaption].compactMap { $0 }
      let isSwift = block.role == .swiftRun || block.role == .swift
      let lines = isSwift ? result.shownLines(of: block) : block.role == .dot ? [] : block.publicLines
      let content = lines.map(\.text).joined(separator: " ")
      let says = block.role == .check ? block.options.exercise.says : block.options.exercise.title
      // A formula and a question are read, not run.
      let isRead = block.role == .math || block.role == .question || block.role == .hint
      let read = block.role == .math ? FormulaWords.text(of: content) : content
      blocks[block.id] = ([says, isRead ? read : nil].compactMap { $0 } + captions).joined(separator: " ")
      if !isRead { code[block.id] = content }
    }
    self.blocks = blocks
    self.code = code
    var computed: [MarkdownNode.ID: String] = [:]
    for (number, probe) in result.plan.probes.enumerated() {
      guard case .inline(let digits) = probe.purpose else { continue }
      computed[probe.node] = result.record.values[number].map { NumberFormat.text($0, digits: digits) } ?? ""
    }
    self.computed = computed
  }

  /// The text of `node`, with a single space between words.
  func text(of node: MarkdownNode) -> String {
    words(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The code of the blocks in `node`, with a single space between words.
  func code(in node: MarkdownNode) -> String {
    node.descendants.compactMap { code[$0.id] }.joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
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

import Book
import Events
import Exercises
import Foundation
import GFM

/// Exports a chapter as a Jupyter notebook with its prose, code and outputs.
package struct NotebookExport {
  private let result: ChapterResult
  private let lines: [String]
  private var cells: [Cell] = []
  private var prose: [String] = []

  /// The notebook of a chapter, as JSON. Its first code cell imports `Notebook` and `modules`.
  package static func notebook(of result: ChapterResult, modules: [String]) throws -> Data {
    var export = NotebookExport(result)
    export.addAll(modules: modules)
    let notebook = Notebook(cells: export.cells)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(notebook) + Data("\n".utf8)
  }

  private init(_ result: ChapterResult) {
    self.result = result
    lines = PublicText.lines(of: result.chapter)
  }

  private mutating func addAll(modules: [String]) {
    let chapter = result.chapter
    let summary = chapter.summary.isEmpty ? "" : "\n\n\(chapter.summary)"
    cells.append(.markdown("# \(chapter.title)\(summary)", id: "title"))
    let imports = (["Notebook"] + modules.filter { $0 != "Notebook" }).map { "import \($0)" }
    if chapter.blocks.contains(where: { $0.role == .swiftRun }) {
      cells.append(.code(imports.joined(separator: "\n"), outputs: [], id: "imports"))
    }
    let blocks = Dictionary(uniqueKeysWithValues: chapter.blocks.map { ($0.id, $0) })
    var line = 1
    // The loop copies prose line by line. It takes only the title and the blocks from the tree, because cmark-gfm
    // moves footnotes to the end of the tree.
    for node in chapter.tree.children.sorted(by: { $0.startLine < $1.startLine }) {
      let isTitle = node.id == chapter.titleHeading
      guard node.startLine >= line, isTitle || blocks[node.id] != nil else { continue }
      prose += text(line..<node.startLine)
      line = node.endLine + 1
      if let block = blocks[node.id] { add(block, source: text(node.startLine..<line)) }
    }
    prose += text(line..<max(line, lines.count + 1))
    endProse()
  }

  private mutating func add(_ block: Block, source: [String]) {
    switch block.role {
    case .swiftRun:
      endProse()
      let id = block.options.label ?? "line-\(block.position.line)"
      cells.append(.code(block.code, outputs: outputs(of: block), id: id))
    case .math: prose += ["$$"] + block.lines.map(\.text) + ["$$"]
    case .swift: prose += ["```swift"] + block.lines.map(\.text) + ["```"]
    case .exercise:
      prose += block.options.exercise.title.map { ["**\($0)**", ""] } ?? []
      prose += source
    case .dot, .listing, .hint, .question, .check, .wrong: prose += source
    }
  }

  private mutating func endProse() {
    let text = prose.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    prose = []
    if !text.isEmpty { cells.append(.markdown(text, id: "text-\(cells.count)")) }
  }

  /// Lines of the chapter, with computed numbers instead of the code that computes them.
  private func text(_ range: Range<Int>) -> [String] {
    guard range.lowerBound < range.upperBound else { return [] }
    return range.map { number in
      guard lines.indices.contains(number - 1) else { return "" }
      var line = lines[number - 1]
      for (index, probe) in result.plan.probes.enumerated() where probe.position.line == number {
        guard case .inline(let digits) = probe.purpose, let value = result.record.values[index] else {
          continue
        }
        let code = /`\{swift\}[^`]*`/
        line = line.replacing(code, with: NumberFormat.text(value, digits: digits), maxReplacements: 1)
      }
      return line
    }
  }

  private func outputs(of block: Block) -> [Output] {
    guard let index = result.plan.blocks.firstIndex(where: { $0.id == block.id }),
      result.record.blocks.indices.contains(index)
    else { return [] }
    let printed = result.record.blocks[index].standardOutput
    let stream = printed.isEmpty ? [] : [Output.stream(printed)]
    return stream
      + result.displayedValues(of: block).map { value in
        if case .image(let image) = value {
          let content =
            image.format == .svg
            ? Data(base64Encoded: image.base64).map { String(decoding: $0, as: UTF8.self) } ?? ""
            : image.base64
          return .display([image.format.mediaType: content], text: "\(value)")
        }
        guard case .figure(let figure) = value else {
          let html = ValueRenderer.html(value).flatMap { $0.contains("<table") ? $0 : nil }
          return .display(html.map { ["text/html": $0] } ?? [:], text: "\(value)")
        }
        return .display(["image/svg+xml": figure.wide.svg(includesStyle: true)], text: figure.description)
      }
  }
}

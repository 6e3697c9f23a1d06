import Book
import Events
import Exercises
import Foundation
import GFM

/// Exports a chapter as a Jupyter notebook with its prose, code and outputs.
package struct NotebookExport {
  private let result: ChapterResult
  private let lines: [String?]
  /// The parts that the chapter shares with its book: numbers, references and diagrams; nil for a chapter alone.
  private let draft: (site: SiteDraft, chapter: Int)?
  private var attachments: [String: [String: String]] = [:]
  private var cells: [Cell] = []
  private var prose: [String] = []

  /// The notebook of a chapter, as JSON. Its first code cell imports `Notebook` and `modules`.
  ///
  /// - Parameter draft: The rendered book and the index of the chapter in it, for references to other places.
  package static func notebook(
    of result: ChapterResult, modules: [String], in draft: (site: SiteDraft, chapter: Int)? = nil
  ) throws -> Data {
    var export = NotebookExport(result, draft)
    export.addAll(modules: modules)
    let notebook = Notebook(cells: export.cells)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(notebook) + Data("\n".utf8)
  }

  private init(_ result: ChapterResult, _ draft: (site: SiteDraft, chapter: Int)?) {
    self.result = result
    self.draft = draft
    lines = PublicText.lines(of: result.chapter)
  }

  private mutating func addAll(modules: [String]) {
    let chapter = result.chapter
    let summary = chapter.summary.isEmpty ? "" : "\n\n\(chapter.summary)"
    let needsKernel = chapter.blocks.contains { $0.role == .swiftRun }
    cells.append(
      .markdown("# \(chapter.title)\(summary)" + (needsKernel ? "\n\n" + Self.kernel : ""), id: "title"))
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
      prose += text(line..<node.startLine).map(adapted)
      line = node.endLine + 1
      if let block = blocks[node.id] { add(block, source: text(node.startLine..<line)) }
    }
    prose += text(line..<max(line, lines.count + 1)).map(adapted)
    endProse()
    addReferences()
  }

  /// Says what runs the code, which the notebook itself cannot bring.
  private static let kernel = """
    > The outputs below were made when the book was checked. To run the code, Jupyter needs a kernel for Swift that is \
    called `swift`, such as [swift-jupyter](https://github.com/liuliu/swift-jupyter), with the modules of the book in its \
    reach. `galley export swift` writes the same code as packages that need only a Swift toolchain.
    """

  private mutating func addReferences() {
    guard let draft else { return }
    let entries = draft.site.composer.citations(of: draft.chapter, draft.site.bodies)
    if entries.isEmpty { return }
    let words = draft.site.composer.words
    // Jupyter sets the formulas itself.
    let items = entries.map { entry in "- \(CitationText.html(of: entry, words) { "$\($0)$" })\n" }
    cells.append(.markdown("## \(words[.references])\n\n" + items.joined(), id: "references"))
  }

  private mutating func add(_ block: Block, source: [String]) {
    switch block.role {
    case .swiftRun:
      endProse()
      let id = block.options.label ?? "line-\(block.position.line)"
      cells.append(.code(block.code, outputs: outputs(of: block), id: id))
      prose += captions(of: block)
    case .math: prose += ["$$"] + block.lines.map(\.text) + ["$$"]
    case .swift: prose += ["```swift"] + block.lines.map(\.text) + ["```"]
    case .exercise:
      prose += block.options.exercise.title.map { ["**\($0)**", ""] } ?? []
      prose += source
    case .dot: prose += diagram(block) ?? source
    case .listing, .hint, .question, .check, .wrong: prose += source
    }
  }

  private mutating func endProse() {
    let text = prose.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    prose = []
    if !text.isEmpty {
      cells.append(.markdown(text, id: "text-\(cells.count)", attachments: attachments))
    }
    attachments = [:]
  }

  /// The numbers and the captions of what a block shows.
  private func captions(of block: Block) -> [String] {
    guard let draft else { return [] }
    let index = draft.site.composer.index
    return index.numbering.captions(of: block, in: draft.chapter).map { caption in
      let words = caption.kind == .table ? block.options.tableCaption : block.options.figureCaption
      let name = index.words.text(caption.kind.word, ["number": caption.number])
      return "*\(name)\(index.words[.captionEnd])* \(words.map(adapted) ?? "")\n"
    }
  }

  /// A diagram as an attached image; nil if it was not drawn.
  private mutating func diagram(_ block: Block) -> [String]? {
    guard let draft, let svg = draft.site.composer.materials.diagrams.drawings[result.chapter.path]?[block.id]
    else {
      return nil
    }
    let name = (block.options.label ?? "diagram-\(block.position.line)") + ".svg"
    attachments[name] = ["image/svg+xml": Data(svg.utf8).base64EncodedString()]
    let words = block.options.figureAlternative ?? block.options.figureCaption ?? ""
    return ["![\(ShortProse.plain(words))](attachment:\(name))", ""] + captions(of: block)
  }

  /// A line of prose with the words of its references, without what only a page has.
  private func adapted(_ line: String) -> String {
    guard let draft else { return line }
    let references = ProseReferences(index: draft.site.composer.index, chapter: draft.chapter)
    let parts = line.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
      number, part in
      // Every other part is code.
      number.isMultiple(of: 2) ? references.found(in: String(part))?.words ?? String(part) : String(part)
    }
    return parts.joined(separator: "`")
      .replacing(/\[([^\]]*)\]\(claim:[^)]*\)/) { String($0.1) }
      .replacing(/^(#+ .*?)\s*\{#[^}\s]+\}\s*$/) { String($0.1) }
      .replacing(/\]\(([^():\/#]+)\.md(#[^)]*)?\)/) { "](\($0.1).ipynb\($0.2 ?? ""))" }
  }

  /// Lines of the chapter, with computed numbers instead of the code that computes them.
  private func text(_ range: Range<Int>) -> [String] {
    guard range.lowerBound < range.upperBound else { return [] }
    return range.compactMap { number in
      guard lines.indices.contains(number - 1) else { return "" }
      guard var line = lines[number - 1] else { return nil }
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
          return .display(ValueRenderer.table(value).map { ["text/html": $0] } ?? [:], text: "\(value)")
        }
        return .display(["image/svg+xml": figure.wide.svg(includesStyle: true)], text: figure.description)
      }
  }
}

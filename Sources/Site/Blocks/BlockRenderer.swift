import Book
import Checks
import Events
import GFM
import Plan
import Runner

/// Shows the Swift blocks of one chapter: code, marks, output and failures.
struct BlockRenderer {
  private let result: ChapterResult
  private let checks: [CheckResult]
  private let highlighter: SwiftHighlighter
  private let words: Words
  private let rendition: Rendition
  /// Returns the captions of the figures and tables that a block shows, in order.
  private let captions: (Block) -> [Numbering.Caption]
  /// The figures that were shown so far. Each figure also gets its own files.
  private(set) var figures: [FigureFile] = []
  /// The output of the blocks with a label.
  private(set) var outputs: [String: String] = [:]
  /// The names in the listings so far.
  private(set) var names: PageNames
  /// The HTML of captions, by their Markdown.
  var captionHTML: [String: String] = [:]

  init(
    _ result: ChapterResult, checks: [CheckResult], captions: @escaping (Block) -> [Numbering.Caption],
    highlighter: SwiftHighlighter, words: Words, symbols: SymbolIndex, rendition: Rendition
  ) {
    self.rendition = rendition
    names = PageNames(result.chapter, result.names, symbols: symbols)
    self.result = result
    self.checks = checks
    self.captions = captions
    self.highlighter = highlighter
    self.words = words
  }

  /// The HTML of a `swift-run` or `swift` block.
  mutating func html(_ block: Block) -> String {
    let own = checks.filter { $0.block == block.id }
    let code = CodeFold(
      listing: listing(block, checks: own), layers: result.layers(of: block), checks: own,
      names: captions(block).map { words.text($0.kind.word, ["number": $0.number]) }, words: words,
      rendition: rendition)
    var (live, output) = ("", "")
    if block.options.output || own.contains(where: { $0.verdict == .failed }) {
      let shown = self.output(of: block)
      if !shown.isEmpty { output = "<div class=\"output\">\(shown.joined(separator: "\n"))</div>" }
      live = liveControls(block, own) ?? ""
    }
    if let label = block.options.label, outputs[label] == nil { outputs[label] = output }
    var parts = (code.isBelow ? [live, output, code.html] : [code.html, live, output]).filter { !$0.isEmpty }
    parts += expectation(own)
    parts += own.compactMap(failure)
    let id = (anchor(of: block).map(rendition.id) ?? "") + liveAttributes(block)
    if parts.isEmpty {
      // Links lead here, although only marks show the code.
      return id.isEmpty ? "" : "<span class=\"place\"\(id)></span>"
    }
    return "<div class=\"block\"\(id)>\n\(parts.joined(separator: "\n"))\n</div>"
  }

  private mutating func listing(_ block: Block, checks: [CheckResult]) -> String {
    let lines = result.shownLines(of: block)
    // The number by which the script finds all that the block needs.
    let number = result.plan.blocks.firstIndex { $0.id == block.id }
    return CodeListing.swift(
      lines, checks: checks, highlighter: highlighter, words: words, rendition: rendition, number: number,
      names: names.tags(in: lines))
  }

  private mutating func output(of block: Block) -> [String] {
    guard let index = result.plan.blocks.firstIndex(where: { $0.id == block.id }),
      result.record.blocks.indices.contains(index)
    else { return compilerOutput(of: block) }
    let record = result.record.blocks[index]
    var parts: [String] = []
    let live = livePlan(block)
    if !record.standardOutput.isEmpty {
      let printed = ValueRenderer.preformatted(trimmed(record.standardOutput), words: words)
      parts.append(
        live.map { "<div class=\"live-printed\" data-block=\"\($0.blockNumber)\">\(printed)</div>" }
          ?? printed)
    }
    switch record.attempt {
    case .trapped(let message):
      parts.append(ValueRenderer.block("Fatal error: \(message)", className: "trap"))
    case .threw(let message): parts.append(ValueRenderer.block("Error: \(message)", className: "trap"))
    default: break
    }
    var numbers = captions(block)[...]
    for value in result.displayedValues(of: block) {
      guard let html = ValueRenderer.html(value, words: words) else { continue }
      let shown = captioned(html, value, block, &numbers)
      parts.append(
        live.map { "<div class=\"live-value\" data-probe=\"\($0.shownProbe)\">\(shown)</div>" } ?? shown)
    }
    return parts
  }

  /// The live program of `block`; nil if the page can run none.
  private func livePlan(_ block: Block) -> LivePlan? {
    guard result.live?.code.isEmpty == false else { return nil }
    return result.plan.live.first { $0.block == block.id }
  }

  private func liveControls(_ block: Block, _ checks: [CheckResult]) -> String? {
    livePlan(block).map { live in
      LiveControls(
        live: live, check: checks.first { $0.kind == .live }, name: "live-\(live.position.line)",
        words: words, rendition: rendition
      ).html()
    }
  }

  /// The attributes by which the page's script knows a live block.
  private func liveAttributes(_ block: Block) -> String {
    guard livePlan(block) != nil, let number = result.plan.live.firstIndex(where: { $0.block == block.id })
    else {
      return ""
    }
    return " data-live=\"\(number)\" data-live-name=\"\(block.options.label ?? "live-\(number + 1)")\""
  }

  private func compilerOutput(of block: Block) -> [String] {
    guard let index = result.plan.compileAttempts.firstIndex(where: { $0.node == block.id }),
      result.record.compileAttempts.indices.contains(index)
    else { return [] }
    return result.record.compileAttempts[index].errors.prefix(1).map {
      ValueRenderer.block("error: \($0.message)", className: "trap")
    }
  }

  private mutating func captioned(
    _ html: String, _ value: Value, _ block: Block, _ numbers: inout ArraySlice<Numbering.Caption>
  ) -> String {
    let options = block.options
    if case .image(var image) = value {
      image.alternative = options.figureAlternative ?? image.alternative
      let caption = numbers.popFirst()
      return FigureRenderer.html(
        FigureRenderer.image(image, caption: options.figureCaption, words), id: id(of: caption, in: block),
        caption: caption, words: options.figureCaption, captionHTML: captionHTML, file: nil, interface: words,
        rendition: rendition)
    }
    guard case .figure(let figure) = value else {
      guard options.tableCaption != nil else { return html }
      let caption = numbers.popFirst()
      return FigureRenderer.html(
        html, id: id(of: caption, in: block), caption: caption, words: options.tableCaption,
        captionHTML: captionHTML, file: nil, interface: words, rendition: rendition)
    }
    let described = options.figureAlternative.map(figure.described) ?? figure
    // A chart describes itself in English.
    let language = options.figureAlternative == nil && words.language != "en" ? "en" : nil
    let caption = numbers.popFirst()
    let isFirst = caption == captions(block).first { $0.kind == .figure }
    let name = isFirst ? options.label : nil
    let file = FigureFile(
      name: "\(result.chapter.slug)-\(name ?? "figure-\(figures.count + 1)")", label: name,
      svg: described.wide.svg(includesStyle: true, language: language),
      data: figure.data)
    figures.append(file)
    let html = FigureRenderer.html(
      rendition.drawing(described.page(language: language)), id: id(of: caption, in: block), caption: caption,
      words: options.figureCaption,
      captionHTML: captionHTML, file: file, className: "chart", interface: words, rendition: rendition)
    // A preview of the block shows this figure alone.
    if rendition == .preview, let name { outputs[name] = html }
    return html
  }

  /// The anchor of the whole block: its label, unless the label names a figure or table in the block.
  private func anchor(of block: Block) -> String? {
    captions(block).contains { id(of: $0, in: block) != nil } ? nil : block.options.label
  }

  /// The label of `block`, when it names this figure or table.
  private func id(of caption: Numbering.Caption?, in block: Block) -> String? {
    guard let caption, let label = block.options.label, label.hasPrefix(caption.kind.prefix),
      captions(block).first(where: { $0.kind == caption.kind }) == caption
    else { return nil }
    return label
  }

  /// Notes below a block: a declared failure that occurred, or a result that was taken from a record.
  private func expectation(_ checks: [CheckResult]) -> [String] {
    checks.compactMap { check in
      guard check.verdict == .passed else { return nil }
      let text: String
      switch check.kind {
      case .trap: text = words[.trapsAsDeclared]
      case .throws: text = words[.throwsAsDeclared]
      case .compileError: text = words[.doesNotCompileAsDeclared]
      case .recorded:
        text =
          words.text(.takenFrom, ["record": words.text(check.actual), "subject": check.subject])
          + earlier(check)
      default: return nil
      }
      return "<p class=\"declared\">\(escapeHTML(text)) \(Mark.html(check, words, rendition))</p>"
    }
  }

  /// A note that a record was made with an earlier version of some modules; empty when all modules are current.
  private func earlier(_ check: CheckResult) -> String {
    guard case .recorded(_, let remarks) = check.finding else { return "" }
    let modules = remarks.flatMap { (remark) -> [String] in
      if case .earlierModules(let names) = remark { names } else { [] }
    }
    return modules.isEmpty
      ? "" : words.text(.recordedEarlier, ["modules": modules.joined(separator: words[.listSeparator])])
  }

  private func failure(_ check: CheckResult) -> String? {
    check.reason.map { words.failure($0, line: check.line, mark: Mark.html(check, words, rendition)) }
  }

  private func trimmed(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

import Book
import Checks
import Events
import GFM
import Plan
import Runner

/// Shows the blocks of one chapter that are Swift: code, marks, output, and what went wrong.
struct BlockRenderer {
  private let result: ChapterResult
  private let checks: [NumberedCheck]
  private let highlighter: SwiftHighlighter
  private var figureCount = 0
  private var tableCount = 0

  init(_ result: ChapterResult, checks: [NumberedCheck], highlighter: SwiftHighlighter) {
    self.result = result
    self.checks = checks
    self.highlighter = highlighter
  }

  /// The HTML of a `swift-run` or `swift` block.
  mutating func html(_ block: Block) -> String {
    let last = block.lines.last?.position.line ?? block.position.line
    let own = checks.filter { (block.position.line...last).contains($0.result.line) }
    var parts: [String] = []
    if block.options.echo { parts.append(code(block, checks: own)) }
    if block.options.output || own.contains(where: { $0.result.verdict == .failed }) {
      let shown = output(of: block)
      if !shown.isEmpty { parts.append("<div class=\"output\">\(shown.joined(separator: "\n"))</div>") }
    }
    parts += expectation(own)
    parts += own.compactMap(failure)
    let id = block.options.label.map { " id=\"\($0)\"" } ?? ""
    return parts.isEmpty ? "" : "<div class=\"block\"\(id)>\n\(parts.joined(separator: "\n"))\n</div>"
  }

  private func code(_ block: Block, checks: [NumberedCheck]) -> String {
    let listing = CodeListing.swift(block.visibleLines, checks: checks, highlighter: highlighter)
    guard block.options.codeFold, !listing.isEmpty else { return listing }
    return "<details class=\"fold\"><summary>Code</summary>\(listing)</details>"
  }

  private mutating func output(of block: Block) -> [String] {
    guard let index = result.plan.blocks.firstIndex(where: { $0.id == block.id }),
      result.record.blocks.indices.contains(index)
    else { return compilerOutput(of: block) }
    let record = result.record.blocks[index]
    var parts: [String] = []
    if !record.standardOutput.isEmpty {
      parts.append(ValueRenderer.preformatted(trimmed(record.standardOutput)))
    }
    switch record.attempt {
    case .trapped(let message): parts.append("<pre class=\"trap\">Fatal error: \(escapeHTML(message))</pre>")
    case .threw(let message): parts.append("<pre class=\"trap\">Error: \(escapeHTML(message))</pre>")
    default: break
    }
    for (number, probe) in result.plan.probes.enumerated()
    where probe.node == block.id && probe.purpose == .display {
      if let value = result.record.values[number], let html = ValueRenderer.html(value) {
        parts.append(captioned(html, value, block.options))
      }
    }
    return parts
  }

  private func compilerOutput(of block: Block) -> [String] {
    guard let index = result.plan.compileAttempts.firstIndex(where: { $0.node == block.id }),
      result.record.compileAttempts.indices.contains(index)
    else { return [] }
    return result.record.compileAttempts[index].errors.prefix(1).map {
      "<pre class=\"trap\">error: \(escapeHTML($0.message))</pre>"
    }
  }

  private mutating func captioned(_ html: String, _ value: Value, _ options: BlockOptions) -> String {
    switch value {
    case .figure:
      figureCount += 1
      let drawing = options.figureAlternative.map { alternative in
        html.replacing(/<desc([^>]*)>[^<]*<\/desc>/) { "<desc\($0.1)>\(escapeHTML(alternative))</desc>" }
      }
      return figure(drawing ?? html, caption: options.figureCaption, kind: "Figure", number: figureCount)
    default:
      guard let caption = options.tableCaption else { return html }
      tableCount += 1
      return figure(html, caption: caption, kind: "Table", number: tableCount)
    }
  }

  /// A drawing or a table with its number and its caption.
  private func figure(_ html: String, caption: String?, kind: String, number: Int) -> String {
    let words = caption.map { " \(escapeHTML($0))" } ?? ""
    return """
      <figure>\(html)<figcaption><span class="figure-number">\(kind) \(number).</span>\(words)</figcaption></figure>
      """
  }

  /// What a block was declared to do, and did.
  private func expectation(_ checks: [NumberedCheck]) -> [String] {
    checks.compactMap { check in
      guard check.result.verdict == .passed else { return nil }
      let words: String
      switch check.result.kind {
      case .trap: words = "Traps, as declared"
      case .throws: words = "Throws, as declared"
      case .compileError: words = "Does not compile, as declared"
      default: return nil
      }
      return "<p class=\"declared\">\(words) \(Mark.html(check))</p>"
    }
  }

  private func failure(_ check: NumberedCheck) -> String? {
    guard let reason = check.result.reason else { return nil }
    return """
      <p class="failure"><strong>Line \(check.result.line):</strong> \(escapeHTML(reason)) \(Mark.html(check))</p>
      """
  }

  private func trimmed(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

import Book
import Checks
import GFM
import Plan

/// The code of a block: open, or folded behind a line that says what the code makes.
struct CodeFold {
  let listing: String
  let layers: BlockLayers
  /// The checks of the block.
  let checks: [CheckResult]
  /// The names of the figures and tables that the block shows.
  let names: [String]
  let words: Words
  let rendition: Rendition

  /// Whether the code is below the output: a figure comes first, then how it is made.
  var isBelow: Bool { isFolded && !names.isEmpty }

  private var isFolded: Bool { layers.layer == .apparatus && !listing.isEmpty }

  /// The most names that the line mentions.
  private static let mostNames = 4

  var html: String {
    guard isFolded else { return listing }
    let isOpen = checks.contains { $0.verdict == .failed }
    let marks = checks.filter { ![.claim, .bound, .recorded, .live].contains($0.kind) }
      .map { Mark.html($0, words, rendition) }.joined()
    return """
      <div class="fold"><details\(isOpen ? " open" : "")><summary>\(summary)</summary>\(listing)</details>\
      \(marks.isEmpty ? "" : "<span class=\"fold-marks\">\(marks)</span>")</div>
      """
  }

  private var summary: String {
    let separator = words[.listSeparator]
    if !names.isEmpty {
      return words.html(.codeOf, ["names": escapeHTML(names.joined(separator: separator))])
    }
    if layers.names.isEmpty { return escapeHTML(words[.code]) }
    var list = layers.names.prefix(Self.mostNames).map { "<code>\(escapeHTML($0))</code>" }
    if layers.names.count > Self.mostNames { list.append("…") }
    return words.html(.codeOf, ["names": list.joined(separator: escapeHTML(separator))])
  }
}

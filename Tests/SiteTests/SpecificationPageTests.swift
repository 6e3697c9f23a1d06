import Book
import Foundation
import Testing

@testable import Site

/// Whole pages of chapters that hold the examples of the specification of GitHub Flavored Markdown.
@Suite("Pages of the examples of GitHub Flavored Markdown")
struct SpecificationPageTests {
  /// The reasons why a page differs from the example, with the numbers of the examples in version 0.29.
  static let differences: [String: Set<Int>] = [
    "HTML that could run or restyle something is filtered, and open elements are closed": [
      120, 122, 125, 133, 140, 141, 142, 145, 147, 170, 500, 532, 544, 632, 633, 634, 635, 636, 653,
    ],
    "an empty address leads to the top of the page": [
      169, 495, 496, 575,
    ],
    "a bare address is a link also between the signs of an autolink": [
      610, 614, 616, 619, 620,
    ],
    "the signs of LaTeX around a formula are read": [
      308
    ],
  ]

  /// The reasons why a chapter is refused with a line. All are rules for chapters.
  static let refusals: [String: Set<Int>] = [
    "code stands between fences": [
      1, 2, 3, 5, 6, 7, 8, 18, 39, 55, 70, 77, 80, 81, 82, 84, 85, 86, 87, 88, 104, 152, 153, 160,
      180, 195,
      209, 214, 230, 231, 232, 235, 242, 248, 249, 250, 251, 252, 264, 265, 266, 267, 268, 289, 293,
      314,
      332,
    ],
    "a fence names the kind of its block": [
      89, 90, 92, 93, 94, 95, 99, 100, 101, 102, 103, 105, 106, 107, 110, 111, 112, 113, 114, 116,
      117, 181,
      241, 256, 298, 301, 304, 315, 320, 330,
    ],
    "a block is closed": [
      96, 97, 98, 109, 215,
    ],
    "a link leads to something that exists": [
      129, 132, 156, 161, 162, 163, 164, 165, 167, 171, 172, 173, 174, 175, 183, 184, 185, 186, 187,
      317,
      318, 319, 327, 328, 329, 354, 413, 428, 431, 442, 482, 483, 484, 485, 486, 493, 494, 498, 501,
      504,
      505, 506, 507, 508, 509, 510, 511, 512, 513, 514, 515, 517, 518, 520, 522, 523, 524, 525, 526,
      527,
      528, 529, 530, 535, 536, 537, 538, 539, 540, 541, 542, 543, 547, 548, 549, 550, 551, 552, 557,
      558,
      561, 562, 563, 564, 565, 566, 567, 568, 569, 570, 572, 573, 574, 576, 577, 578, 579, 580, 581,
      582,
      583, 584, 585, 586, 587, 588, 589, 590, 591, 592, 593, 594, 595, 596, 597, 599, 601, 650, 651,
      663,
      664,
    ],
    "a row has no more cells than its table": [
      204
    ],
  ]

  @Test(
    "each page is what the specification shows, or differs for a reason that is listed",
    .enabled(if: specification != nil, "GFM_SPECIFICATION names no copy of it"),
    .timeLimit(.minutes(10)))
  func pages() throws {
    let text =
      "\n" + (try String(contentsOfFile: try #require(Self.specification), encoding: .utf8))
    let fence = String(repeating: "`", count: 32)
    let pattern = try Regex(
      "(?s)\n\(fence) example[^\n]*\n((?:.*?\n)??)\\.\n(.*?)\(fence)\n",
      as: (Substring, Substring, Substring).self)
    var different: Set<Int> = []
    var refused: [String: Set<Int>] = [:]
    let examples = text.matches(of: pattern)
    for (number, example) in examples.enumerated() {
      let markdown = example.output.1.replacing("→", with: "\t")
      let expected = example.output.2.replacing("→", with: "\t")
      switch try outcome(String(markdown)) {
      case .page(let html):
        let isShifted = expected.contains("<h1")
        if PlainHTML(html, isShifted: isShifted) != PlainHTML(String(expected)) {
          different.insert(number + 1)
        }
      case .refused(let message): refused[Self.rule(message), default: []].insert(number + 1)
      }
    }
    #expect(examples.count > 600)
    #expect(different == Self.differences.values.reduce(into: []) { $0.formUnion($1) })
    #expect(refused == Self.refusals)
  }

  private enum Outcome {
    case page(String)
    case refused(String)
  }

  private func outcome(_ markdown: String) throws -> Outcome {
    do {
      let book = try SampleBook(["01-a.md": "---\ntitle: T\n---\n\n" + markdown])
      guard book.draft.isSound else {
        return .refused(book.draft.diagnostics.first { $0.severity == .error }?.message ?? "")
      }
      let page = String(decoding: try #require(book.pages.files["a.html"]), as: UTF8.self)
      let body = try #require(
        page.firstMatch(of: /(?s)<div class="prose">\n(.*)<\/div>\s*<nav class="turn"/))
      return .page(String(body.1))
    } catch let error as SampleBook.Unreadable {
      return .refused(error.diagnostics.first { $0.severity == .error }?.message ?? "")
    }
  }

  /// The rule that a message states, without the names in it.
  private static func rule(_ message: String) -> String {
    switch true {
    case message.contains("the link leads to"): "a link leads to something that exists"
    case message.contains("four spaces"): "code stands between fences"
    case message.contains("not closed"): "a block is closed"
    case message.contains("kind of"): "a fence names the kind of its block"
    case message.contains("does not define"): "a reference is defined"
    case message.contains("columns"): "a row has no more cells than its table"
    default: message
    }
  }

  private static let specification = ProcessInfo.processInfo.environment["GFM_SPECIFICATION"]
}

import Book
import Events
import GFM
import Plan

/// The numbers of a book's figures, tables and equations: `3.2` is the second of chapter 3.
struct Numbering {
  /// What can be pointed at by its label.
  private(set) var targets: [String: ReferenceTarget] = [:]
  /// The numbers that stand below what a block shows, in order.
  private var captions: [Place: [Caption]] = [:]
  /// How many figures the book shows.
  private(set) var figureCount = 0

  /// What a block shows that has a number.
  struct Caption: Equatable {
    /// What it is.
    var kind: Kind
    /// `3.2`
    var number: String
  }

  /// What has numbers.
  enum Kind {
    case figure
    case table
    case equation

    /// What it is called before its number.
    var word: Word {
      switch self {
      case .figure: .figure
      case .table: .table
      case .equation: .equation
      }
    }

    /// What a label of this kind begins with, as in Quarto.
    var prefix: String {
      switch self {
      case .figure: "fig-"
      case .table: "tbl-"
      case .equation: "eq-"
      }
    }
  }

  private struct Place: Hashable {
    var chapter: Int
    var block: MarkdownNode.ID
  }

  /// Numbers what the chapters show.
  init(_ results: [ChapterResult], chapters: ChapterNumbers, words: Words) {
    for (chapter, result) in results.enumerated() {
      var counts: [Kind: Int] = [:]
      for block in result.chapter.blocks {
        for kind in Self.kinds(in: block, of: result) {
          counts[kind, default: 0] += 1
          let number = "\(chapters[chapter]).\(counts[kind, default: 0])"
          captions[Place(chapter: chapter, block: block.id), default: []].append(
            Caption(kind: kind, number: number))
          if kind == .figure { figureCount += 1 }
          // A label names the first thing of its kind in the block.
          guard let label = block.options.label, label.hasPrefix(kind.prefix), targets[label] == nil else {
            continue
          }
          targets[label] = ReferenceTarget(
            chapter: chapter, page: result.page, anchor: label,
            words: words.text(kind.word, ["number": number]),
            number: number)
        }
      }
    }
  }

  /// The numbers of what a block shows, in the order in which it shows them.
  func captions(of block: Block, in chapter: Int) -> [Caption] {
    captions[Place(chapter: chapter, block: block.id)] ?? []
  }

  private static func kinds(in block: Block, of result: ChapterResult) -> [Kind] {
    switch block.role {
    case .swiftRun where block.options.output:
      result.displayedValues(of: block).compactMap { value in
        if case .figure = value { return .figure }
        return block.options.tableCaption == nil ? nil : .table
      }
    case .dot: [.figure]
    case .math where block.options.label?.hasPrefix(Kind.equation.prefix) == true: [.equation]
    default: []
    }
  }
}

extension ChapterResult {
  /// The name of the chapter's page.
  var page: String { chapter.slug + ".html" }

  /// What a block shows below its output, in order.
  func displayedValues(of block: Block) -> [Value] {
    plan.probes.enumerated().compactMap { number, probe in
      guard probe.node == block.id, probe.purpose == .display, let value = record.values[number],
        value != .void
      else { return nil }
      return value
    }
  }
}

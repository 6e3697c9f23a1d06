import Book
import Events
import GFM
import Plan

/// The numbers of a book's figures, tables and equations: `3.2` is the second of chapter 3.
struct Numbering {
  /// The figures, tables and equations with a label, by their label.
  private(set) var targets: [String: ReferenceTarget] = [:]
  /// The captions of each block, in the order of display.
  private var captions: [Place: [Caption]] = [:]
  /// How many figures the book shows.
  private(set) var figureCount = 0

  /// The number of a figure, a table or an equation.
  struct Caption: Equatable {
    var kind: Kind
    /// `3.2`
    var number: String
  }

  /// A kind of element that has numbers.
  enum Kind {
    case figure
    case table
    case equation

    /// The word before the number.
    var word: Word {
      switch self {
      case .figure: .figure
      case .table: .table
      case .equation: .equation
      }
    }

    /// The prefix of labels of this kind, as in Quarto.
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

  /// Numbers the figures, tables and equations of the chapters.
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
          // A label belongs to the first element of its kind in the block.
          guard let label = block.options.label, label.hasPrefix(kind.prefix), targets[label] == nil else {
            continue
          }
          targets[label] = ReferenceTarget(
            chapter: chapter, slug: result.chapter.slug, anchor: label,
            words: words.text(kind.word, ["number": number]),
            number: number)
        }
      }
    }
  }

  /// The captions of a block, in the order of display.
  func captions(of block: Block, in chapter: Int) -> [Caption] {
    captions[Place(chapter: chapter, block: block.id)] ?? []
  }

  private static func kinds(in block: Block, of result: ChapterResult) -> [Kind] {
    switch block.role {
    case .swiftRun where block.options.output:
      result.displayedValues(of: block).compactMap { value in
        switch value {
        case .figure, .image: .figure
        default: block.options.tableCaption == nil ? nil : .table
        }
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

  /// The values that a block shows below its printed output, in order.
  func displayedValues(of block: Block) -> [Value] {
    plan.probes.enumerated().compactMap { number, probe in
      guard probe.node == block.id, probe.purpose == .display, let value = record.values[number],
        value != .void
      else { return nil }
      return value
    }
  }
}

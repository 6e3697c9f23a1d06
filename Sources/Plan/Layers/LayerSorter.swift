import Book
import GFM

/// Decides for each block of a chapter how a page shows its code.
///
/// Claims and verifications are proof. So are constants and predicates that only proof uses, and blocks of which nothing
/// else is left. Code that draws, and longer code, is apparatus. All other code is lesson. An option of the block
/// overrides this, except that claims and verifications are always proof.
struct LayerSorter {
  /// The most lines of code that a page shows open unless the author wants it.
  static let longestLesson = 12

  private let pieces: [CodePiece]
  private let blocks: [Block]
  /// The numbers of pieces that only check something.
  private var proof: Set<Int> = []

  /// Sorts `blocks`, whose statements are among `pieces`.
  init(_ pieces: [CodePiece], blocks: [Block]) {
    self.pieces = pieces
    self.blocks = blocks
    findProof()
  }

  /// The layers of all blocks.
  var layers: [BlockLayers] { blocks.map(layers) }

  private mutating func findProof() {
    let hidden = Set(blocks.filter { !$0.options.echo && !$0.options.output }.map(\.id))
    let users = usersByName()
    proof = Set(pieces.indices.filter { pieces[$0].isCheck || hidden.contains(pieces[$0].node) })
    var hasGrown = true
    while hasGrown {
      let found = pieces.indices.filter { number in
        let piece = pieces[number]
        guard !proof.contains(number), piece.canBeProof else { return false }
        let others = Set(piece.declared.flatMap { users[$0] ?? [] }).subtracting([number])
        guard !others.isEmpty, others.isSubset(of: proof) else { return false }
        // A function that code is compared with is a lesson even if only proof calls it.
        return piece.kind != .predicate || others.allSatisfy { pieces[$0].isClaim }
      }
      proof.formUnion(found)
      hasGrown = !found.isEmpty
    }
  }

  /// The numbers of the pieces that mention each name.
  private func usersByName() -> [String: [Int]] {
    var users: [String: [Int]] = [:]
    for (number, piece) in pieces.enumerated() {
      for name in piece.mentioned { users[name, default: []].append(number) }
    }
    return users
  }

  private func layers(of block: Block) -> BlockLayers {
    let own = pieces.indices.filter { pieces[$0].node == block.id }
    let isProof = { (number: Int) in
      block.options.layer == .lesson ? pieces[number].isCheck : proof.contains(number)
    }
    let shown = own.filter { !isProof($0) }
    var layers = BlockLayers(node: block.id, layer: .lesson)
    layers.names = shown.flatMap { pieces[$0].declared }
    // A line with other code on it stays.
    layers.proof = own.filter(isProof).map { pieces[$0].lines }.filter { lines in
      !shown.contains { pieces[$0].lines.overlaps(lines) }
    }
    layers.layer = block.options.layer ?? standard(block, own, shown, lines: layers.lines(of: block))
    return layers
  }

  private func standard(_ block: Block, _ own: [Int], _ shown: [Int], lines: [CodeLine]) -> Layer {
    // A block that must not compile has no pieces.
    if block.options.expectation != nil || own.isEmpty { return .lesson }
    if shown.isEmpty { return .proof }
    let captions = [block.options.figureCaption, block.options.tableCaption].compactMap { $0 }
    let draws = !captions.isEmpty || shown.contains { pieces[$0].kind == .drawing }
    return draws || lines.count > Self.longestLesson ? .apparatus : .lesson
  }
}

extension CodePiece {
  fileprivate var isClaim: Bool { if case .claim = kind { true } else { false } }

  /// Whether it only checks something, whatever the author wants.
  fileprivate var isCheck: Bool {
    switch kind {
    case .claim, .verification: true
    default: false
    }
  }

  /// Whether it is proof when only proof uses it.
  fileprivate var canBeProof: Bool {
    switch kind {
    case .constant, .variable, .predicate: !isObserved
    default: false
    }
  }
}

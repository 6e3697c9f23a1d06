import GFM

extension BuildPlan {
  /// The numbers of the pieces that the code of a block needs to run on its own, in order: its own without those that
  /// check, and those that declare or change what it uses.
  package func needs(of node: MarkdownNode.ID) -> [Int] {
    guard let end = pieces.lastIndex(where: { $0.node == node }) else { return [] }
    var needed = Set(pieces.indices.filter { pieces[$0].node == node && pieces[$0].isCode })
    var names = needed.reduce(into: Set<String>()) { $0.formUnion(pieces[$1].mentioned) }
    var hasGrown = true
    while hasGrown {
      let variables = Set(pieces[...end].filter { $0.kind == .variable }.flatMap(\.declared))
        .intersection(names)
      let found = pieces.indices.filter { number in
        let piece = pieces[number]
        guard !needed.contains(number), piece.isCode else { return false }
        switch piece.kind {
        case .unnamed: return number < end
        // A function may stand below the code that calls it.
        case .predicate, .declaration: return !names.isDisjoint(with: piece.declared)
        case .statement: return number < end && !variables.isDisjoint(with: piece.mentioned)
        default: return number < end && !names.isDisjoint(with: piece.declared)
        }
      }
      for number in found { names.formUnion(pieces[number].mentioned) }
      needed.formUnion(found)
      hasGrown = !found.isEmpty
    }
    return needed.sorted()
  }
}

extension CodePiece {
  /// Whether it is code that does more than check.
  package var isCode: Bool {
    switch kind {
    case .claim, .verification, .prose: false
    default: true
    }
  }
}

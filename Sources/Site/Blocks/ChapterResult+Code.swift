import Book
import Checks
import GFM
import Plan

extension ChapterResult {
  /// How the page shows the code of a block.
  func layers(of block: Block) -> BlockLayers {
    plan.layers.first { $0.node == block.id }
      ?? BlockLayers(node: block.id, layer: block.options.layer ?? .lesson)
  }

  /// The lines of code that the text shows, open or folded.
  func shownLines(of block: Block) -> [CodeLine] {
    block.options.echo ? layers(of: block).lines(of: block) : []
  }

  /// The claim or verification that gave a result; nil for results of other kinds.
  func proof(of check: CheckResult) -> Proof? {
    let line: Int? =
      switch check.kind {
      case .claim:
        record.claims.first { $0.label == check.subject }.flatMap {
          plan.statement($0.statement)?.position.line
        }
      case .bound: check.line
      default: nil
      }
    guard let line, let piece = plan.pieces.first(where: { $0.lines.contains(line) && $0.proof != nil }),
      let code = piece.proof
    else { return nil }
    return Proof(
      code: code.split(separator: "\n", omittingEmptySubsequences: false)
        .map { BlockLayers.withoutRemark(String($0)) }.joined(separator: "\n"),
      values: piece.mentioned.sorted().compactMap { name in constant(name).map { (name, $0) } })
  }

  /// The code of a claim or a verification, and the values of the constants that it names.
  struct Proof {
    var code: String
    var values: [(name: String, value: String)]
  }

  /// The value of a constant of the chapter, as its source says or as the prose or a check observed it.
  private func constant(_ name: String) -> String? {
    let declarations = plan.pieces.filter { $0.declared.contains(name) }
    guard declarations.count == 1, case .constant(let literal) = declarations[0].kind else { return nil }
    if let literal { return literal }
    let number = plan.probes.indices.first { plan.probes[$0].expression == name && record.values[$0] != nil }
    guard let number, let value = record.values[number] else { return nil }
    let text = NumberFormat.text(value, digits: 6)
    return text.count > 60 ? nil : text
  }
}

extension CodePiece {
  /// The code of a claim or a verification.
  fileprivate var proof: String? {
    switch kind {
    case .claim(let condition): condition
    case .verification(let code): code
    default: nil
    }
  }
}

import Book
import GFM
import Plan
import Runner

/// Judges the sentences of a chapter that are tied to code: `[…](claim:label)`.
package enum ClaimExaminer {
  /// The prefix of the destination of such a link.
  package static let scheme = "claim:"

  /// One result for each label, at the position of its sentence or, if there is none, of its code.
  static func examine(_ chapter: Chapter, plan: BuildPlan, record: RunRecord) -> [CheckResult] {
    let sentences = sentences(in: chapter)
    let labels = sentences.map(\.label) + record.claims.map(\.label)
    var seen: Set<String> = []
    return labels.filter { seen.insert($0).inserted }.map { label in
      let asserted = record.claims.filter { $0.label == label }
      let failed = asserted.first { !$0.holds }
      let sentence = sentences.first { $0.label == label }
      let statement = (failed ?? asserted.first).flatMap { plan.statement($0.statement) }
      let finding: Finding =
        if asserted.isEmpty {
          record.isComplete ? .unclaimed : .notReached
        } else {
          failed == nil ? .claimHolds : .claimFails(line: statement?.position.line)
        }
      return CheckResult(
        at: sentence?.position ?? statement?.position ?? SourcePosition(file: chapter.path, line: 1),
        in: sentence == nil ? statement?.block : nil, subject: label, .claim(sentence: sentence?.text),
        finding)
    }
  }

  private struct Sentence {
    var label: String
    var text: String
    var position: SourcePosition
  }

  private static func sentences(in chapter: Chapter) -> [Sentence] {
    chapter.tree.descendants.compactMap { node in
      guard case .link(let destination, _) = node.kind, destination.hasPrefix(scheme) else { return nil }
      return Sentence(
        label: String(destination.dropFirst(scheme.count)), text: node.plainText,
        position: chapter.position(of: node))
    }
  }
}

import Book
import GFM
import Plan
import Runner

/// Judges the sentences of a chapter that are tied to code: `[…](claim:label)`.
package enum ClaimExaminer {
  /// What the destination of such a link begins with.
  package static let scheme = "claim:"

  /// One verdict for each label, at the line of its sentence, or of its code where no sentence is tied to it.
  static func examine(_ chapter: Chapter, plan: BuildPlan, record: RunRecord) -> [CheckResult] {
    let sentences = sentences(in: chapter)
    let labels = sentences.map(\.label) + record.claims.map(\.label)
    var seen: Set<String> = []
    return labels.filter { seen.insert($0).inserted }.map { label in
      let asserted = record.claims.filter { $0.label == label }
      let failed = asserted.first { !$0.holds }
      let sentence = sentences.first { $0.label == label }
      let place = (failed ?? asserted.first).flatMap { claim in
        plan.statements.indices.contains(claim.statement) ? plan.statements[claim.statement] : nil
      }
      var reason: String?
      if asserted.isEmpty {
        reason =
          record.isComplete
          ? "no block says 'claim(\"\(label)\") { … }', which this sentence is tied to"
          : "the claim '\(label)' was not reached, because the chapter stopped before it"
      } else if failed != nil {
        reason = "the claim '\(label)' does not hold" + (place.map { "; see line \($0.line)" } ?? "")
      }
      let position = sentence?.position ?? place ?? SourcePosition(file: chapter.path, line: 1)
      return CheckResult(
        line: position.line, column: position.utf8Column, kind: .claim, subject: label,
        expected: sentence?.text ?? "the claim holds",
        actual: asserted.isEmpty ? Comparison.nothing : failed == nil ? "it holds" : "it does not hold",
        tolerance: "", verdict: reason == nil ? .passed : .failed, toleranceUsed: nil, reason: reason)
    }
  }

  private struct Sentence {
    var label: String
    var text: String
    var position: SourcePosition
  }

  private static func sentences(in chapter: Chapter) -> [Sentence] {
    guard chapter.text.contains(bytes: scheme) else { return [] }
    let lines = chapter.text.split(separator: "\n", omittingEmptySubsequences: false)
    let linked = lines.indices.filter { String(lines[$0]).contains(bytes: scheme) }
    return chapter.tree.descendants.compactMap { node in
      guard case .link(let destination, _) = node.kind, destination.hasPrefix(scheme) else { return nil }
      // cmark-gfm knows the lines of inline nodes only roughly: the first line with the link is its line.
      let index = linked.first {
        lines[$0].contains("(\(destination)") || lines[$0].contains("<\(destination)")
      }
      let position = SourcePosition(file: chapter.path, line: (index ?? max(0, node.startLine - 1)) + 1)
      return Sentence(
        label: String(destination.dropFirst(scheme.count)), text: node.plainText, position: position)
    }
  }
}

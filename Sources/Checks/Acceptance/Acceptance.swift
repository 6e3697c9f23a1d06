import Book
import Events
import Plan
import Runner

/// The edits that would make the failed checks of a chapter hold.
///
/// Only numbers and texts change, and numbers keep their written precision. A tolerance never changes. A check is
/// refused if its value has another shape, is not a number, or was not reached.
package struct Acceptance: Sendable, Equatable {
  /// The edits in the order of the chapter.
  package var edits: [ExpectationEdit] = []
  /// The failed checks that cannot be rewritten.
  package var refusals: [ExpectationRefusal] = []

  /// Compares the checks of `plan` with the values in `record`.
  package init(of plan: BuildPlan, record: RunRecord) {
    for (number, probe) in plan.probes.enumerated() {
      for check in probe.checks {
        do throws(Refusal) {
          let texts = try Self.texts(
            for: check, value: record.values[number], printed: record.printed[number])
          for (comment, text) in zip(check.comments, texts) where comment.text != text {
            edits.append(
              ExpectationEdit(
                position: comment.position, subject: probe.expression, written: comment.text, accepted: text))
          }
        } catch {
          refusals.append(ExpectationRefusal(position: check.position, reason: error.reason))
        }
      }
    }
  }

  /// Why a comment cannot be rewritten.
  struct Refusal: Error {
    var reason: String
  }

  /// The comments of `check` with corrected values; unchanged if the check holds.
  private static func texts(
    for check: Check, value: Value?, printed: String?
  ) throws(Refusal) -> [String] {
    let written = check.comments.map(\.text)
    switch check.kind {
    case .prints(let lines):
      guard var printed else { throw .notReached }
      if printed.hasSuffix("\n") { printed.removeLast() }
      let actual = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if actual == lines { return written }
      guard actual.count == lines.count else {
        throw Refusal(reason: "it prints \(actual.count) lines, and \(lines.count) are expected")
      }
      var texts: [String] = []
      for (comment, pair) in zip(written, zip(lines, actual)) {
        texts.append(pair.0 == pair.1 ? comment : try CommentRewriter(comment).literal(pair.1))
      }
      return texts
    case .approximate(let expected, let tolerance):
      guard let value else { throw .notReached }
      if Comparison.approximate(expected, value, within: tolerance).difference == nil { return written }
      return try written.map { comment throws(Refusal) in
        try CommentRewriter(comment).numbers(of: expected, value, within: tolerance)
      }
    case .equal(let expected):
      guard let value else { throw .notReached }
      if Comparison.equal(expected, value).difference == nil { return written }
      return try written.map { comment throws(Refusal) in
        try CommentRewriter(comment).equal(expected, value)
      }
    }
  }
}

extension Acceptance.Refusal {
  static let notReached = Self(reason: "the check was not reached")
}

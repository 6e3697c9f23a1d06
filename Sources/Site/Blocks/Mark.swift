import Checks
import GFM

/// A check with its number on the page.
struct NumberedCheck {
  var number: Int
  var result: CheckResult

  /// The anchor of its row in the page's list of checks.
  var anchor: String { "check-\(number)" }
}

/// A proofreader's mark: a sign for the eye, words for everyone, and a link to the check.
enum Mark {
  static func html(_ check: NumberedCheck) -> String {
    let holds = check.result.verdict == .passed
    let sign = holds ? "✓" : "✗"
    let words = holds ? "holds" : "fails"
    return """
      <a class="mark \(check.result.verdict)" href="#\(check.anchor)" title="\(escapeHTML(summary(check.result)))">\
      <span aria-hidden="true">\(sign)</span><span class="unseen">check \(check.number) \(words)</span></a>
      """
  }

  /// What was expected, what came, and how close it was.
  static func summary(_ result: CheckResult) -> String {
    if let reason = result.reason { return reason }
    let tolerance = result.tolerance.isEmpty ? "" : " \(result.tolerance)"
    let used = result.toleranceUsed.map { ", \(percent($0)) of the tolerance used" } ?? ""
    return "expected \(result.expected)\(tolerance), got \(result.actual)\(used)"
  }

  /// A part of one in whole percent.
  static func percent(_ part: Double) -> String {
    part > 0 && part < 0.01 ? "under 1%" : "\(Int((part * 100).rounded()))%"
  }
}

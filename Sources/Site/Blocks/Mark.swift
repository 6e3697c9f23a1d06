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
    let sign = check.result.appearance == .passed ? "✓" : "✗"
    return """
      <a class="mark \(check.result.appearance)" href="#\(check.anchor)" title="\(escapeHTML(summary(check.result)))">\
      <span aria-hidden="true">\(sign)</span><span class="unseen">check \(check.number) \(word(check.result))</span></a>
      """
  }

  /// The verdict in words.
  static func word(_ result: CheckResult) -> String {
    switch result.appearance {
    case .passed: "holds"
    case .declared: "does not hold, as declared"
    case .failed: "fails"
    }
  }

  /// What kind of check it is, in words.
  static func kind(_ result: CheckResult) -> String {
    switch result.kind {
    case .approximate, .equal: "value"
    case .prints: "printed text"
    case .trap: "has to trap"
    case .throws: "has to throw"
    case .compileError: "must not compile"
    case .formula, .declaredFailure: "step of a formula"
    case .bound: "formula and code"
    case .claim: "claim of the text"
    case .recorded: "recorded result"
    case .compiles: "has to compile"
    case .runs: "has to run"
    }
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

extension CheckResult {
  /// How a check looks on a page.
  enum Appearance: String {
    case passed
    /// A published mistake that was declared and found.
    case declared
    case failed
  }

  var appearance: Appearance {
    if verdict == .failed { return .failed }
    return kind == .declaredFailure ? .declared : .passed
  }
}

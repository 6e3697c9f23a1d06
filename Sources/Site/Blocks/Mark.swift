import Checks
import GFM

/// A proofreader's mark: a visible sign, text for screen readers, and a link to the check.
enum Mark {
  static func html(_ check: CheckResult, _ words: Words) -> String {
    let name = words.text(.markOfCheck, ["number": check.number, "verdict": word(check, words)])
    let sign = check.appearance == .passed ? "✓" : "✗"
    return """
      <a class="mark \(check.appearance)" href="#\(check.anchor)" title="\(escapeHTML(summary(check, words)))">\
      <span aria-hidden="true">\(sign)</span><span class="unseen">\(escapeHTML(name))</span></a>
      """
  }

  /// The verdict of a check in words.
  static func word(_ result: CheckResult, _ words: Words) -> String {
    switch result.appearance {
    case .passed: words[.holds]
    case .declared: words[.failsAsDeclared]
    case .failed: words[.fails]
    }
  }

  /// The kind of a check in words.
  static func kind(_ result: CheckResult, _ words: Words) -> String {
    words[kind(result)]
  }

  private static func kind(_ result: CheckResult) -> Word {
    switch result.kind {
    case .approximate, .equal: .kindValue
    case .prints: .kindPrinted
    case .trap: .kindTrap
    case .throws: .kindThrow
    case .compileError: .kindCompileError
    case .formula, .declaredFailure: .kindFormula
    case .bound: .kindBound
    case .claim: .kindClaim
    case .recorded: .kindRecorded
    case .live: .kindLive
    case .compiles: .kindCompiles
    case .runs: .kindRuns
    }
  }

  /// The reason of a failure, or the expected value, the actual value and the used part of the tolerance.
  static func summary(_ result: CheckResult, _ words: Words) -> String {
    if let reason = result.reason { return words.text(reason) }
    if result.isSymbolic || result.kind == .claim {
      return words[kind(result)] + words[.colon] + word(result, words)
    }
    let tolerance = result.tolerance.map { " " + words.text($0) } ?? ""
    let expected = words.text(result.expected) + tolerance
    let used =
      result.toleranceUsed.map { words.text(.partOfTolerance, ["percent": percent($0, words)]) } ?? ""
    return words.text(.expectedAndGot, ["expected": expected, "actual": words.text(result.actual)]) + used
  }

  /// A fraction of one in whole percent: `42%`.
  static func percent(_ part: Double, _ words: Words) -> String {
    part > 0 && part < 0.01 ? words[.underOnePercent] : "\(Int((part * 100).rounded()))%"
  }
}

extension CheckResult {
  /// The style of a check on a page.
  enum Appearance: String {
    case passed
    /// A published mistake that the author declared and the check confirmed.
    case declared
    case failed
  }

  /// The anchor of the check's row in the page's list of checks.
  var anchor: String { "check-\(number)" }

  /// Whether the check is a step of a formula whose sides have no values.
  var isSymbolic: Bool { step.map { $0.leftValue.isEmpty && $0.rightValue.isEmpty } ?? false }

  var appearance: Appearance {
    if verdict == .failed { return .failed }
    return kind == .declaredFailure ? .declared : .passed
  }
}

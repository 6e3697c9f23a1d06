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
  static func html(_ check: NumberedCheck, _ words: Words) -> String {
    let name = words.text(.markOfCheck, ["number": check.number, "verdict": word(check.result, words)])
    let sign = check.result.appearance == .passed ? "✓" : "✗"
    return """
      <a class="mark \(check.result.appearance)" href="#\(check.anchor)" title="\(escapeHTML(summary(check.result, words)))">\
      <span aria-hidden="true">\(sign)</span><span class="unseen">\(escapeHTML(name))</span></a>
      """
  }

  /// The verdict in words.
  static func word(_ result: CheckResult, _ words: Words) -> String {
    switch result.appearance {
    case .passed: words[.holds]
    case .declared: words[.failsAsDeclared]
    case .failed: words[.fails]
    }
  }

  /// What kind of check it is, in words.
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
    case .compiles: .kindCompiles
    case .runs: .kindRuns
    }
  }

  /// What was expected, what came, and how close it was.
  static func summary(_ result: CheckResult, _ words: Words) -> String {
    if let reason = result.reason { return words.sentence(reason).text }
    if result.isSymbolic || result.kind == .claim {
      return words[kind(result)] + words[.colon] + word(result, words)
    }
    let tolerance = result.tolerance.isEmpty ? "" : " \(words.sentence(result.tolerance).text)"
    let expected = words.part(result.expected, of: result).text + tolerance
    let actual = words.part(result.actual, of: result).text
    let used =
      result.toleranceUsed.map { words.text(.partOfTolerance, ["percent": percent($0, words)]) } ?? ""
    return words.text(.expectedAndGot, ["expected": expected, "actual": actual]) + used
  }

  /// A part of one in whole percent.
  static func percent(_ part: Double, _ words: Words) -> String {
    part > 0 && part < 0.01 ? words[.underOnePercent] : "\(Int((part * 100).rounded()))%"
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

  /// Whether its subject is a step of a formula, in LaTeX.
  var isStep: Bool { (kind == .formula || kind == .declaredFailure) && subject.contains(" = ") }

  /// Whether it is a step between terms that have no values.
  var isSymbolic: Bool { isStep && subject == "\(expected) = \(actual)" && subject.contains("\\") }

  var appearance: Appearance {
    if verdict == .failed { return .failed }
    return kind == .declaredFailure ? .declared : .passed
  }
}

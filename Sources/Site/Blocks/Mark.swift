import Checks
import GFM

/// A proofreader's mark: a visible sign, text for screen readers, and a link to the check.
enum Mark {
  static func html(_ check: CheckResult, _ words: Words, _ rendition: Rendition) -> String {
    let name = words.text(.markOfCheck, ["number": check.number, "verdict": word(check, words)])
    return rendition.link(
      sign(check.appearance) + "<span class=\"unseen\">\(escapeHTML(name))</span>",
      to: .list(of: nil, anchor: check.anchor), class: "mark \(check.appearance)",
      " title=\"\(escapeHTML(summary(check, words)))\"")
  }

  /// The drawn sign of a verdict. It is a drawing, because some fonts draw a tick like a root.
  static func sign(_ appearance: CheckResult.Appearance) -> String {
    let path =
      switch appearance {
      case .passed: "M3 9l3.5 3.5L13 4"
      case .declared: "M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0M4.5 11.5l7-7"
      case .failed: "M4 4l8 8M12 4l-8 8"
      }
    return "<svg class=\"sign\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"\(path)\"/></svg>"
  }

  /// The signs and their meanings, for a key.
  static func key(_ words: Words) -> [TemplateContent] {
    let verdicts: [(CheckResult.Appearance, Word)] = [
      (.passed, .keyPassed), (.declared, .keyDeclared), (.failed, .keyFailed),
    ]
    return verdicts.map { ["sign": sign($0), "state": $0.rawValue, "meaning": words[$1]] }
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

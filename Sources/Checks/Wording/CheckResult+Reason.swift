/// What the author is told about a check.
extension CheckResult {
  /// Why the check failed; nil when it passed.
  package var reason: Wording? {
    if verdict == .passed { return nil }
    let label = ["label": Wording.text(otherLabel.isEmpty ? subject : otherLabel)]
    switch (finding, expectation) {
    case (.notReached, .traps), (.notReached, .throws): return notAsDeclared
    case (.notReached, .compileError(let text)): return otherCompileError(text)
    case (.notReached, .claim): return .phrase(.claimNotReached, label)
    case (.notReached, _): return .phrase(.checkNotReached)
    case (.differs(_, let difference), _): return difference.wording
    case (.printed(let text), .prints(let expected)):
      return .phrase(
        .printsOther,
        ["expected": .text(expected.debugDescription), "actual": .text(text.debugDescription)])
    case (_, .traps), (_, .throws): return notAsDeclared
    case (_, .compileError(let text)): return otherCompileError(text)
    case (.step(let step), .step(let isDeclared, _)): return reason(for: step, isDeclared: isDeclared)
    case (.unreadable(let reason), _): return .phrase(.notJudged, ["reason": .english(reason)])
    case (.noStep(let number, let count), _):
      return .phrase(.noStepOfNumber, ["count": .text("\(count)"), "number": .text("\(number)")])
    case (.formulasAgree, _):
      return .phrase(.agreeThoughDeclared, label.merging(["outcome": actual]) { own, _ in own })
    case (.noFormula, _): return .phrase(.noFormulaLabelled, label)
    case (.incomparable(let reason), _):
      return .phrase(.cannotBeCompared, label.merging(["reason": .english(reason)]) { own, _ in own })
    case (.codeDiffers, _):
      return .phrase(.codeDiffers, label.merging(["difference": actual]) { own, _ in own })
    case (.unclaimed, _): return .phrase(.unclaimed, label)
    case (.claimFails(let line?), _):
      return .phrase(.claimFailsAtLine, label.merging(["line": .text("\(line)")]) { own, _ in own })
    case (.claimFails(nil), _): return .phrase(.claimFails, label)
    default: return actual
    }
  }

  /// What to do about it, where the finding itself does not say so.
  package var fix: String? {
    if case (.stopped(let reason), .runs) = (finding, expectation) { reason.fix } else { nil }
  }

  /// What the author should know of a check that passed.
  package var remark: Wording? {
    switch (finding, expectation) {
    // A value that is exactly as written says nothing about its tolerance.
    case (.agrees(_, let used?), .approximate(_, let tolerance))
    where tolerance != .asWritten && used > 0 && used < 1e-6:
      .phrase(.toleranceIsLoose, ["times": .text(short(1 / used))])
    case (.recorded(_, let remark?), _):
      .phrase(.recordRemark, ["name": .text(subject), "remark": .english(remark)])
    default: nil
    }
  }

  private var notAsDeclared: Wording {
    .phrase(.notAsDeclared, ["expectation": expected, "outcome": actual])
  }

  private func otherCompileError(_ text: String) -> Wording {
    .phrase(.otherCompileError, ["expected": .text(text.debugDescription), "actual": actual])
  }

  private func reason(for step: FormulaStep, isDeclared: Bool) -> Wording {
    let number = ["number": Wording.text("\(step.number)")]
    if step.verdict == .holds { return .phrase(.stepHolds, number) }
    let phrase: Phrase =
      isDeclared ? .declaredStepNotJudged : step.verdict == .fails ? .stepFails : .stepNotJudged
    return .phrase(phrase, number.merging(["reason": .english(step.message)]) { own, _ in own })
  }
}

extension ValueDifference {
  /// How the value differs, and where.
  package var wording: Wording {
    path.isEmpty
      ? difference
      : .phrase(.atPlace, ["path": .text(path.map { "[\($0)]" }.joined()), "difference": difference])
  }

  private var difference: Wording {
    switch kind {
    case .value(let expected, let actual, let offset):
      let difference = Wording.phrase(.differs, ["expected": .text(expected), "actual": .text(actual)])
      guard let offset else { return difference }
      return .phrase(
        .isOff,
        [
          "difference": difference, "error": .text(short(offset.error)),
          "allowed": .text(short(offset.allowed)),
        ])
    case .count(let expected, let actual):
      return .phrase(.otherCount, ["expected": .text("\(expected)"), "actual": .text("\(actual)")])
    case .noArray(let expected, let actual):
      return .phrase(.otherCount, ["expected": .text("\(expected)"), "actual": .text(actual)])
    case .tooLong(let count): return .phrase(.tooLong, ["count": .text("\(count)")])
    }
  }
}

import Runner
/// The messages to the author about a check.
extension CheckResult {
  /// Why the check failed; nil if it passed.
  package var reason: Wording? {
    if verdict == .passed { return nil }
    let label = Wording.text(otherLabel ?? subject)
    switch (finding, expectation) {
    case (_, .traps), (_, .throws):
      return .phrase(.notAsDeclared, ["expectation": expected, "outcome": actual])
    case (_, .compileError(let text)):
      return .phrase(.otherCompileError, ["expected": "\(text.debugDescription)", "actual": actual])
    case (.compilerErrors(let messages), .live):
      return .phrase(.liveNotCompiled, ["message": .english(messages.first ?? "")])
    case (.notReached, .claim): return .phrase(.claimNotReached, ["label": label])
    case (.notReached, _): return .phrase(.checkNotReached)
    case (.differs(_, let difference), _): return difference.wording
    case (.printed(let actual), .prints(let expected)):
      let places = ["expected": expected, "actual": actual].mapValues { Wording.text($0.debugDescription) }
      return .phrase(.printsOther, places)
    case (.step(let step), .step(let isDeclared, _)): return reason(for: step, isDeclared: isDeclared)
    case (.unreadable(let reason), _): return .phrase(.notJudged, ["reason": .english(reason)])
    case (.noStep(let number, let count), _):
      return .phrase(.noStepOfNumber, ["count": "\(count)", "number": "\(number)"])
    case (.formulasAgree, _): return .phrase(.agreeThoughDeclared, ["label": label, "outcome": actual])
    case (.noFormula, _): return .phrase(.noFormulaLabelled, ["label": label])
    case (.incomparable(let reason), _):
      return .phrase(.cannotBeCompared, ["label": label, "reason": .english(reason)])
    case (.codeDiffers, _): return .phrase(.codeDiffers, ["label": label, "difference": actual])
    case (.unclaimed, _): return .phrase(.unclaimed, ["label": label])
    case (.claimFails(let line?), _):
      return .phrase(.claimFailsAtLine, ["label": label, "line": "\(line)"])
    case (.claimFails(nil), _): return .phrase(.claimFails, ["label": label])
    default: return actual
    }
  }

  /// How to fix a failed run, or an expectation that cannot be compared; nil if there is no advice.
  package var fix: String? {
    switch (finding, expectation) {
    case (.stopped(let reason), .runs): reason.fix
    case (.compilerErrors(let messages), .compiles): messages.first.flatMap(KnownName.fix)
    case (.differs(_, let difference), .equal): difference.fix
    case (.compilerErrors, .live):
      "a live block and the code that it needs may use Optimizers, SVGCharts and functions such as 'exp', but no key "
        + "paths, 'as?', 'any' or 'String(format:)'; other code belongs into another block"
    case (.liveStops, .live): "narrow the ranges of 'live'"
    default: nil
    }
  }

  /// A remark on a check that passed; nil if there is none.
  package var remark: Wording? {
    switch (finding, expectation) {
    // A tolerance that follows from the written digits is never reported as too loose.
    case (.agrees, .approximate(_, .asWritten)): nil
    case (.agrees(_, let used?), .approximate) where used > 0 && used < 1e-6:
      .phrase(.toleranceIsLoose, ["times": "\(short(1 / used))"])
    case (.recorded(_, let remarks), _) where !remarks.isEmpty:
      .phrase(.recordRemark, ["name": "\(subject)", "remark": wording(of: remarks[...])])
    default: nil
    }
  }

  private func wording(of remarks: ArraySlice<RecordRemark>) -> Wording {
    let first: Wording =
      switch remarks.first {
      case .otherCompiler(let then, let now): .phrase(.otherCompiler, ["then": "\(then)", "now": "\(now)"])
      case .earlierModules(let names):
        .phrase(.earlierModules, ["modules": "\(names.joined(separator: ", "))"])
      case nil: ""
      }
    return remarks.count < 2
      ? first : .phrase(.bothRemarks, ["first": first, "second": wording(of: remarks.dropFirst())])
  }

  private func reason(for step: FormulaStep, isDeclared: Bool) -> Wording {
    let phrase: Phrase =
      switch step.verdict {
      case .holds: .stepHolds
      case .fails: .stepFails
      default: isDeclared ? .declaredStepNotJudged : .stepNotJudged
      }
    return .phrase(phrase, ["number": "\(step.number)", "reason": .english(step.message)])
  }
}

extension ValueDifference {
  /// How to write the expectation so that it can hold; nil if there is no advice.
  fileprivate var fix: String? {
    switch kind {
    case .otherForm(_, let actual):
      "write the description, '// == \(actual)', or compare two values in code and expect '// == true'"
    case .value(let expected, let actual)
    where expected.hasPrefix(actual + " ") || expected.hasPrefix(actual + ","):
      "put other words on a line of their own"
    default: nil
    }
  }

  /// How the value differs, and where.
  package var wording: Wording {
    let place = path.map(\.text).joined()
    return place.isEmpty ? difference : .phrase(.atPlace, ["path": "\(place)", "difference": difference])
  }

  private var difference: Wording {
    switch kind {
    case .value(let expected, let actual), .otherForm(let expected, let actual):
      .phrase(.differs, ["expected": "\(expected)", "actual": "\(actual)"])
    case .number(let expected, let actual, let error, let allowed):
      .phrase(
        .differsBy,
        [
          "expected": "\(expected)", "actual": "\(actual)", "error": "\(short(error))",
          "allowed": "\(short(allowed))",
        ])
    case .count(let expected, let actual):
      .phrase(.otherCount, ["expected": "\(expected)", "actual": "\(actual)"])
    case .noArray(let expected, let actual):
      .phrase(.otherCount, ["expected": "\(expected)", "actual": "\(actual)"])
    case .tooLong(let count): .phrase(.tooLong, ["count": "\(count)"])
    }
  }
}

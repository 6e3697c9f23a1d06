import Runner

/// The expected and the actual outcome, for the columns of a table.
extension CheckResult {
  /// The expected outcome.
  package var expected: Wording {
    switch expectation {
    case .approximate(let text, _), .equal(let text), .prints(let text), .compileError(let text): .text(text)
    case .compiles: .phrase(.codeThatCompiles)
    case .runs: .phrase(.runToTheEnd)
    case .traps: .phrase(.trap)
    case .throws: .phrase(.throw)
    case .readable: .phrase(.readableFormula)
    case .step: step.map { Self.side($0.leftValue, $0.left) } ?? .phrase(.failingStep)
    case .agreement(let label, let differs):
      .phrase(differs ? .difference : .agreement, ["label": "\(label)"])
    case .binding: .phrase(.codeAgreement)
    case .claim(let sentence): sentence.map(Wording.text) ?? .phrase(.claimThatHolds)
    case .record: .phrase(.record)
    case .live: .phrase(.liveAgreement)
    }
  }

  /// The actual outcome.
  package var actual: Wording {
    switch finding {
    case .notReached: .phrase(.notReached)
    case .agrees(let actual, _), .differs(let actual, _), .printed(let actual): .text(actual)
    case .compiled: .phrase(.compiles)
    case .compilerErrors(let messages): .english(Self.mostFitting(messages, for: expectation))
    case .stopped(let reason): reason.wording
    case .ranToItsEnd: .phrase(.ranToItsEnd)
    case .step(let step): Self.side(step.rightValue, step.right)
    case .unreadable(let reason), .codeDiffers(let reason): .english(reason)
    case .noStep: .phrase(.noSuchStep)
    case .formulasAgree(let points): .phrase(.agreeAtPoints, ["points": "\(points)"])
    case .formulasDiffer(let name, let percent, let own, let other):
      .phrase(
        .formulasDiffer,
        [
          "name": "\(name)", "percent": "\(percent)", "own": "\(own)", "other": "\(other)",
          "label": "\(otherLabel ?? "")",
        ])
    case .noFormula: .phrase(.noSuchFormula)
    case .incomparable: .phrase(.notComparable)
    case .codeAgrees(let points, let error):
      .phrase(.codeAgrees, ["points": "\(points)", "error": "\(error)"])
    case .claimHolds: .phrase(.holds)
    case .claimFails: .phrase(.doesNotHold)
    case .unclaimed: .phrase(.notReached)
    case .liveAgrees(let settings, let isExact):
      .phrase(isExact ? .liveExact : .liveClose, ["settings": "\(settings)"])
    case .liveDiffers(let setting, let difference):
      .phrase(.liveDiffers, ["setting": "\(setting)", "difference": .english(difference)])
    case .liveStops(let setting, let reason):
      .phrase(.liveStops, ["setting": "\(setting)", "reason": reason?.wording ?? .phrase(.liveStopsOnPage)])
    case .recorded(let data, _):
      data.isEmpty
        ? .phrase(.record) : .phrase(.recordFrom, ["data": "\(data.joined(separator: ", "))"])
    }
  }

  /// The allowed error of the value; nil if there is no tolerance.
  package var tolerance: Wording? {
    guard case .approximate(_, let allowance) = expectation else { return nil }
    switch allowance {
    case .asWritten(let least, let greatest) where least == greatest: return "± \(short(least))"
    case .asWritten(let least, let greatest):
      return .phrase(
        .toleranceAsWritten, ["least": "\(short(least))", "greatest": "\(short(greatest))"])
    case .absolute(let error): return "± \(short(error))"
    case .relative(let fraction): return "± \(short(fraction * 100))%"
    }
  }

  /// The label of the formula that the subject is compared with.
  var otherLabel: String? {
    if case .agreement(let label, _) = expectation { label } else { nil }
  }

  private static func side(_ value: String, _ latex: String) -> Wording {
    value.isEmpty ? .latex(latex) : .text(value)
  }

  private static func mostFitting(_ messages: [String], for expectation: Expectation) -> String {
    guard case .compileError(let text) = expectation else { return messages.first ?? "" }
    return messages.first { $0.contains(text) } ?? messages.first ?? ""
  }
}

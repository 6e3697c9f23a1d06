import Runner

/// The outcome of one check.
package enum Finding: Sendable, Equatable, Codable {
  /// The chapter stopped before the check.
  case notReached

  /// The value is as expected. `toleranceUsed` is the largest error divided by the allowed error; nil if no numbers
  /// were compared.
  case agrees(actual: String, toleranceUsed: Double?)
  case differs(actual: String, ValueDifference)
  case printed(String)

  case compiled
  /// The compiler's errors, at least one.
  case compilerErrors([String])
  case stopped(RunFailure.Reason)
  case ranToItsEnd

  case step(FormulaStep)
  /// The formula cannot be read. The reason is in English.
  case unreadable(String)
  /// The formula has no step of this number; it has `count` steps.
  case noStep(Int, count: Int)

  /// Two formulas gave the same values at this number of points.
  case formulasAgree(points: Int)
  /// The largest difference between two formulas: the left side, the difference in percent of the larger value, and the
  /// values by the checked formula and by the other one. Numbers are text, because they may be infinite.
  case formulasDiffer(name: String, percent: String, own: String, other: String)
  case noFormula
  /// The formulas cannot be compared. The reason is in English.
  case incomparable(String)

  /// The code and the formula gave the same values at this number of points, up to this relative difference.
  case codeAgrees(points: Int, largestError: String)
  /// How the code and the formula differ, in English.
  case codeDiffers(String)

  case claimHolds
  /// The claim does not hold. `line` is the line of the chapter that makes it.
  case claimFails(line: Int?)
  /// No block makes the claim.
  case unclaimed

  /// A value from a record that was made from these data sets, and the changes since then.
  case recorded(data: [String], remarks: [RecordRemark])

  /// The page shows the same as this machine at so many settings, to the last bit or to nine digits.
  case liveAgrees(settings: Int, isExact: Bool)
  /// It shows something else at this setting.
  case liveDiffers(setting: String, difference: String)
  /// The code stops at this setting: why on this machine, or nil if only the page stops.
  case liveStops(setting: String, reason: RunFailure.Reason?)
}

extension Finding {
  func meets(_ expectation: Expectation) -> Bool {
    switch (self, expectation) {
    case (.agrees, _), (.compiled, .compiles), (.codeAgrees, _), (.claimHolds, _), (.recorded, _),
      (.liveAgrees, _):
      true
    case (.printed(let text), .prints(let expected)): text == expected
    case (.compilerErrors(let messages), .compileError(let text)): messages.contains { $0.contains(text) }
    case (.stopped(.trapped), .traps), (.stopped(.threw), .throws): true
    case (.step(let step), .step(let fails, let isRequested)):
      switch step.verdict {
      case .holds: !fails
      case .fails: fails
      case .definition, .undetermined, .unreadable: !fails && !isRequested
      }
    case (.formulasAgree, .agreement(_, let differs)): !differs
    case (.formulasDiffer, .agreement(_, let differs)): differs
    default: false
    }
  }
}

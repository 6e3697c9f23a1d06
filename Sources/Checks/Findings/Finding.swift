import Runner

/// What was found out about one thing that is checked.
package enum Finding: Sendable, Equatable, Codable {
  /// The chapter stopped before it.
  case notReached

  /// The value is as expected; the largest error as a part of what is allowed, where numbers were compared.
  case agrees(actual: String, toleranceUsed: Double?)
  case differs(actual: String, ValueDifference)
  case printed(String)

  case compiled
  /// The compiler's errors, one at least.
  case compilerErrors([String])
  case stopped(RunFailure.Reason)
  case ranToItsEnd

  case step(FormulaStep)
  /// The formula cannot be read: why, in English.
  case unreadable(String)
  /// The formula has no step of this number but only so many.
  case noStep(Int, count: Int)

  /// Two formulas gave the same values at so many points.
  case formulasAgree(points: Int)
  /// Where two formulas differ most: the left side, by how much of the larger value, its value by the one that was
  /// checked and by the other. Numbers are text, because they may be infinite.
  case formulasDiffer(name: String, percent: String, own: String, other: String)
  case noFormula
  /// The formulas cannot be compared: why, in English.
  case incomparable(String)

  /// The code and the formula gave the same values at so many points, but for this relative difference.
  case codeAgrees(points: Int, largestError: String)
  /// How the code and the formula differ, in English.
  case codeDiffers(String)

  case claimHolds
  /// The claim does not hold; the line of the chapter where it is made.
  case claimFails(line: Int?)
  /// No block makes the claim.
  case unclaimed

  /// A value from a record made of these data, and what has changed since.
  case recorded(data: [String], remarks: [RecordRemark])
}

extension Finding {
  /// Whether it is what was expected.
  func meets(_ expectation: Expectation) -> Bool {
    switch (self, expectation) {
    case (.agrees, _), (.compiled, .compiles), (.codeAgrees, _), (.claimHolds, _), (.recorded, _): true
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

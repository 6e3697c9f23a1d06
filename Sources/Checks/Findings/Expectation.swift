/// The outcome that the author expects of a check.
package enum Expectation: Sendable, Equatable, Codable {
  /// The value is near the written one.
  case approximate(String, Allowance)
  /// The value is equal to the written one.
  case equal(String)
  case prints(String)
  case compiles
  /// The program runs to its end.
  case runs
  /// The block traps or throws.
  case traps
  case `throws`
  /// The block does not compile, with this text in an error.
  case compileError(String)
  /// The formula can be read.
  case readable
  /// A step of a formula holds, or fails as declared. If it is requested, it must not stay undecided.
  case step(fails: Bool, isRequested: Bool)
  /// The formula agrees with the formula of this label, or differs from it as declared.
  case agreement(with: String, differs: Bool)
  /// The code agrees with the formula.
  case binding
  /// The claim holds. `sentence` is the text that refers to it; nil if there is none.
  case claim(sentence: String?)
  /// The recorded value was made by this code.
  case record
  /// The live block shows the same on the page as on this machine.
  case live

  /// The allowed error of a number.
  package enum Allowance: Sendable, Equatable, Codable {
    /// Half a unit of the last written digit: the least and the greatest such error of all numbers.
    case asWritten(least: Double, greatest: Double)
    case absolute(Double)
    /// A fraction of the expected number.
    case relative(Double)
  }
}

extension CheckResult {
  /// The kind of a check.
  package var kind: Kind {
    switch expectation {
    case .approximate: .approximate
    case .equal: .equal
    case .prints: .prints
    case .compiles: .compiles
    case .runs: .runs
    case .traps: .trap
    case .throws: .throws
    case .compileError: .compileError
    case .readable: .formula
    case .step(let isDeclared, _), .agreement(_, let isDeclared): isDeclared ? .declaredFailure : .formula
    case .binding: .bound
    case .claim: .claim
    case .record: .recorded
    case .live: .live
    }
  }

  /// The kind of a check.
  package enum Kind: String, Sendable, Codable {
    case approximate
    case equal
    case prints
    /// The block must trap, throw, or fail to compile.
    case trap
    case `throws`
    case compileError = "compile-error"
    /// A step of a formula must hold, or two formulas must agree.
    case formula
    /// A step of a formula must fail, because it quotes a published mistake.
    case declaredFailure = "declared-failure"
    /// A formula must agree with code.
    case bound
    /// A sentence that is tied to code must hold.
    case claim
    /// A value was read from a record, which must have been made by this code.
    case recorded
    /// The code must compile.
    case compiles
    /// The code must run to its end.
    case runs
    /// A live block must show the same on the page as on this machine.
    case live
  }
}

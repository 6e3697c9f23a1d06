/// What the author wants to be so.
package enum Expectation: Sendable, Equatable, Codable {
  /// A value near the one that was written.
  case approximate(String, Allowance)
  /// A value equal to the one that was written.
  case equal(String)
  case prints(String)
  case compiles
  /// The program runs to its end.
  case runs
  /// The block stops the program, or throws.
  case traps
  case `throws`
  /// The block does not compile, with this text in an error.
  case compileError(String)
  /// The formula can be read.
  case readable
  /// A step of a formula holds, or fails as declared. One that was asked for may not stay open.
  case step(fails: Bool, isRequested: Bool)
  /// The formula agrees with the one of this label, or differs from it as declared.
  case agreement(with: String, differs: Bool)
  /// The code agrees with the formula.
  case binding
  /// The claim of this sentence holds; nil where no sentence is tied to it.
  case claim(sentence: String?)
  /// The recorded value was made by this code.
  case record

  /// How far a number may be off.
  package enum Allowance: Sendable, Equatable, Codable {
    /// By half a unit of its last digit: from the least to the greatest of all numbers.
    case asWritten(least: Double, greatest: Double)
    case absolute(Double)
    /// As a part of the number.
    case relative(Double)
  }
}

extension CheckResult {
  /// What kind of check it is.
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
    }
  }

  /// What kind of check it is.
  package enum Kind: String, Sendable, Codable {
    case approximate
    case equal
    case prints
    /// The block has to trap, throw, or fail to compile.
    case trap
    case `throws`
    case compileError = "compile-error"
    /// A step of a formula has to hold, or two formulas have to agree.
    case formula
    /// A step of a formula has to fail: a published mistake.
    case declaredFailure = "declared-failure"
    /// A formula has to agree with code.
    case bound
    /// A sentence that is tied to code has to hold.
    case claim
    /// A value was taken from a record, which has to be one of this code.
    case recorded
    /// The code has to compile.
    case compiles
    /// The code has to run to its end.
    case runs
  }
}

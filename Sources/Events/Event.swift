/// What a running chapter tells the runner: one line of JSON each, in the order in which things happened.
public struct Event: Sendable, Equatable, Codable {
  /// The version of the lines; a runner refuses any other.
  public static let currentVersion = 3

  /// What happened.
  public var kind: Kind
  /// The number of the block or probe in the plan; the version for `started`; the signal or the exit code for
  /// what an attempt came to.
  public var number: Int
  /// How far the program's output had come.
  public var output: OutputOffsets
  /// The value of a probe.
  public var value: Value?
  /// What was thrown, in its own words.
  public var message: String?
  /// How a formula and code compared.
  public var verification: FormulaVerification?

  /// What happened.
  public enum Kind: String, Sendable, Codable {
    case started
    case blockBegan
    case blockEnded
    /// A statement at the top level is about to run.
    case reached
    /// A probed expression has this value.
    case value
    /// A statement whose printing is checked begins.
    case printing
    /// … and ends.
    case printed
    /// A displayed formula was compared with code.
    case verified
    /// A claim was looked at: the number is one when it holds, the message is its label.
    case claimed
    /// A recorded value was made or used: the message is its name.
    case recorded
    /// A record cannot be used: the message says which and why.
    case recordRefused
    /// How far the making of a record has come: the message says it.
    case progress
    /// A block that was expected to fail ran to its end.
    case attemptEnded
    /// … threw this error.
    case attemptThrew
    /// … was stopped by this signal.
    case attemptTrapped
    /// … ended the process with this code.
    case attemptExited
    /// Everything ran: without this line there is no success.
    case finished
  }

  /// An event made of its parts.
  public init(
    _ kind: Kind, number: Int = 0, output: OutputOffsets = OutputOffsets(), value: Value? = nil,
    message: String? = nil, verification: FormulaVerification? = nil
  ) {
    self.kind = kind
    self.number = number
    self.output = output
    self.value = value
    self.message = message
    self.verification = verification
  }
}

/// How many bytes the program has written so far.
public struct OutputOffsets: Sendable, Equatable, Codable {
  /// On stdout.
  public var standardOutput: Int
  /// On stderr.
  public var standardError: Int

  /// Offsets made of their parts.
  public init(standardOutput: Int = 0, standardError: Int = 0) {
    self.standardOutput = standardOutput
    self.standardError = standardError
  }
}

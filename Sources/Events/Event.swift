/// An event that a running chapter reports to the runner as one line of JSON. The lines are in the order of the events.
public struct Event: Sendable, Equatable, Codable {
  /// The version of the lines; a runner refuses any other.
  public static let currentVersion = 4

  /// The kind of the event.
  public var kind: Kind
  /// The number of the block or probe in the plan; the version for `started`; the signal or the exit code for the
  /// outcome of an attempt.
  public var number: Int
  /// The number of bytes that the program had written before the event.
  public var output: OutputOffsets
  /// The value of a probe.
  public var value: Value?
  /// The text of the event, such as a thrown error or the label of a claim.
  public var message: String?
  /// The result of comparing a formula with code.
  public var verification: FormulaVerification?

  /// The kind of the event.
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
    /// A statement whose printing is checked has ended.
    case printed
    /// A displayed formula was compared with code.
    case verified
    /// A claim was evaluated. The number is one when it holds, and the message is its label.
    case claimed
    /// A recorded value was made or used. The message is its name.
    case recorded
    /// A record cannot be used. The message gives its name and the reason.
    case recordRefused
    /// The progress of making a record. The message describes it.
    case progress
    /// A block that was expected to fail ran to its end.
    case attemptEnded
    /// The block of an attempt threw an error. The message is its description.
    case attemptThrew
    /// A signal stopped the block of an attempt. The number is the signal.
    case attemptTrapped
    /// The block of an attempt ended the process. The number is the exit code.
    case attemptExited
    /// The whole chapter ran. A run without this event has failed.
    case finished
  }

  /// Creates an event.
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

/// The numbers of bytes that the program has written so far.
public struct OutputOffsets: Sendable, Equatable, Codable {
  /// The number of bytes on stdout.
  public var standardOutput: Int
  /// The number of bytes on stderr.
  public var standardError: Int

  /// Creates offsets in bytes.
  public init(standardOutput: Int = 0, standardError: Int = 0) {
    self.standardOutput = standardOutput
    self.standardError = standardError
  }
}

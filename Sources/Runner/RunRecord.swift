import Book
import Events

/// What came of compiling and running one chapter. Pages and reports are made from it without running anything.
public struct RunRecord: Sendable, Equatable, Codable {
  /// What the compiler said against the program; empty when it compiled.
  public var compilerErrors: [Diagnostic] = []
  /// Why the program ended before its end; nil when it ran through.
  public var failure: RunFailure?
  /// One for each planned block.
  public var blocks: [BlockRecord] = []
  /// The values of the probes that were reached, by the probe's number.
  public var values: [Int: Value] = [:]
  /// What was printed under the probes that watch printing.
  public var printed: [Int: String] = [:]
  /// How formulas compared with code, in order.
  public var verifications: [VerificationRecord] = []
  /// What became of the claims that blocks made, in order.
  public var claims: [ClaimRecord] = []
  /// The recorded values that were used, in order.
  public var recordings: [RecordingUse] = []
  /// One for each planned attempt to compile.
  public var compileAttempts: [CompileAttemptRecord] = []

  /// Whether everything was compiled and ran to its end. Only such a record is worth keeping.
  public var isComplete: Bool { compilerErrors.isEmpty && failure == nil }

  /// A record of a chapter without code.
  public init() {}
}

/// What one block did.
public struct BlockRecord: Sendable, Equatable, Codable {
  /// How far the block came.
  public var state = State.notRun
  /// What it printed.
  public var standardOutput = ""
  /// What it wrote to stderr.
  public var standardError = ""
  /// What a block that was expected to fail came to.
  public var attempt: AttemptOutcome?

  /// How far the block came.
  public enum State: String, Sendable, Codable {
    case notRun
    case stopped
    case completed
  }

  /// A block that has not run.
  public init() {}
}

/// What a block that was expected to fail did.
public enum AttemptOutcome: Sendable, Equatable, Codable {
  case ranToItsEnd
  case threw(message: String)
  case trapped(message: String)
  case exited(code: Int)
}

/// Why a program ended before its end, and where.
public struct RunFailure: Sendable, Equatable, Codable {
  /// What happened.
  public var reason: Reason
  /// The code that trapped or, failing that, the statement that was running.
  public var position: SourcePosition

  /// Why a program ended.
  public enum Reason: Sendable, Equatable, Codable {
    case trapped(message: String)
    case threw(message: String)
    case exited(code: Int)
    case timedOut(seconds: Double)
    case wroteTooMuch(bytes: Int)
    /// It went beyond one of its block's limits, in the unit of that limit.
    case exceeded(LimitedResource, limit: Double)
    case killed(signal: Int)
    /// A record is missing or was made with something else: which and why.
    case recordRefused(String)
    /// It said that it ended well without having run everything, or nothing that can be understood.
    case lost
  }
}

/// What a block can use too much of.
public enum LimitedResource: String, Sendable, Codable {
  case processorTime
  case memory
  case processes
  case files
}

/// How a formula compared with code, and where in the program that was asked.
public struct VerificationRecord: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  public var statement: Int
  /// What came of the comparison.
  public var verification: FormulaVerification
}

/// What became of a claim, and where in the program it was made.
public struct ClaimRecord: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  public var statement: Int
  /// What sentences are tied to it by.
  public var label: String
  /// Whether it holds.
  public var holds: Bool
}

/// A recorded value that the program used, and where it asked for it.
public struct RecordingUse: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  public var statement: Int
  /// The name of the record.
  public var name: String
  /// The data it was made from.
  public var data: [String] = []
  /// What the author should know of it.
  public var remark: String?
}

/// What the compiler said of code that was only compiled.
public struct CompileAttemptRecord: Sendable, Equatable, Codable {
  /// The errors in the lines on trial.
  public var errors: [Diagnostic]
}

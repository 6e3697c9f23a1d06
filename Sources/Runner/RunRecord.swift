import Book
import Events

/// The result of compiling and running one chapter. Pages and reports are made from it without running anything.
package struct RunRecord: Sendable, Equatable, Codable {
  /// The errors of the compiler; empty if the program compiled.
  package var compilerErrors: [Diagnostic] = []
  /// Why the program stopped early; nil if it ran to its end.
  package var failure: RunFailure?
  /// One for each planned block.
  package var blocks: [BlockRecord] = []
  /// The values of the probes that were reached, by the probe's number.
  package var values: [Int: Value] = [:]
  /// The text that was printed at the probes that observe printing, by the probe's number.
  package var printed: [Int: String] = [:]
  /// The comparisons of formulas with code, in order.
  package var verifications: [VerificationRecord] = []
  /// The claims that blocks made, in order.
  package var claims: [ClaimRecord] = []
  /// The recorded values that were used, in order.
  package var recordings: [RecordingUse] = []
  /// One for each planned attempt to compile.
  package var compileAttempts: [CompileAttemptRecord] = []

  /// Whether the program compiled and ran to its end. Only such a record is kept.
  package var isComplete: Bool { compilerErrors.isEmpty && failure == nil }

  /// A record of a chapter without code.
  package init() {}
}

/// The result of one block.
package struct BlockRecord: Sendable, Equatable, Codable {
  /// How far the block ran.
  package var state = State.notRun
  /// The text that it printed to stdout.
  package var standardOutput = ""
  /// The text that it wrote to stderr.
  package var standardError = ""
  /// The outcome of a block that must fail; nil if the block need not fail, or if it was not reached.
  package var attempt: AttemptOutcome?

  /// How far the block ran.
  package enum State: String, Sendable, Codable {
    case notRun
    case stopped
    case completed
  }

  /// A block that has not run.
  package init() {}
}

/// The outcome of a block that was expected to fail.
package enum AttemptOutcome: Sendable, Equatable, Codable {
  case ranToItsEnd
  case threw(message: String)
  case trapped(message: String)
  case exited(code: Int)
}

/// Why a program stopped early, and where.
package struct RunFailure: Sendable, Equatable, Codable {
  /// Why the program stopped.
  package var reason: Reason
  /// The position of the code that trapped or, if that is unknown, of the statement that was running.
  package var position: SourcePosition

  /// Why a program stopped early.
  package enum Reason: Sendable, Equatable, Codable {
    case trapped(message: String)
    case threw(message: String)
    case exited(code: Int)
    case timedOut(seconds: Double)
    case wroteTooMuch(bytes: Int)
    /// The values and figures that the program reported take more than this number of bytes.
    case reportedTooMuch(bytes: Int)
    /// The program exceeded a limit of its block: seconds of processor time, MiB of memory, or a number of processes,
    /// threads or files.
    case exceeded(LimitedResource, limit: Double)
    case killed(signal: Int)
    /// A record is missing or no longer valid. The text says which one and why.
    case recordRefused(String)
    /// The program exited with status 0, but its events are incomplete or damaged.
    case lost
  }
}

/// A resource with a limit for each block.
package enum LimitedResource: String, Sendable, Codable {
  case processorTime
  case memory
  case processes
  case threads
  case files
}

/// The comparison of a formula with code, and the statement that asked for it.
package struct VerificationRecord: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  package var statement: Int
  /// The result of the comparison.
  package var verification: FormulaVerification
}

/// The result of a claim, and the statement that made it.
package struct ClaimRecord: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  package var statement: Int
  /// The claim's label, by which sentences refer to it.
  package var label: String
  /// Whether the claim holds.
  package var holds: Bool
}

/// A recorded value that the program used, and the statement that asked for it.
package struct RecordingUse: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  package var statement: Int
  /// The name of the record.
  package var name: String
  /// The names of the data sets that the record was made from.
  package var data: [String] = []
  /// The changes since the record was made that do not make it invalid.
  package var remarks: [RecordRemark] = []
}

/// A change that does not make a record invalid. Only making the record again shows whether its value has changed.
package enum RecordRemark: Sendable, Equatable, Codable {
  case otherCompiler(then: String, now: String)
  case earlierModules([String])
}

/// The compiler's result for code that was compiled but not run.
package struct CompileAttemptRecord: Sendable, Equatable, Codable {
  /// The errors in the lines of the attempt.
  package var errors: [Diagnostic]
}

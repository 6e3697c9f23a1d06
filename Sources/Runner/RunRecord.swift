import Book
import Events

/// What came of compiling and running one chapter. Pages and reports are made from it without running anything.
package struct RunRecord: Sendable, Equatable, Codable {
  /// What the compiler said against the program; empty when it compiled.
  package var compilerErrors: [Diagnostic] = []
  /// Why the program ended before its end; nil when it ran through.
  package var failure: RunFailure?
  /// One for each planned block.
  package var blocks: [BlockRecord] = []
  /// The values of the probes that were reached, by the probe's number.
  package var values: [Int: Value] = [:]
  /// What was printed under the probes that watch printing.
  package var printed: [Int: String] = [:]
  /// How formulas compared with code, in order.
  package var verifications: [VerificationRecord] = []
  /// What became of the claims that blocks made, in order.
  package var claims: [ClaimRecord] = []
  /// The recorded values that were used, in order.
  package var recordings: [RecordingUse] = []
  /// One for each planned attempt to compile.
  package var compileAttempts: [CompileAttemptRecord] = []

  /// Whether everything was compiled and ran to its end. Only such a record is worth keeping.
  package var isComplete: Bool { compilerErrors.isEmpty && failure == nil }

  /// A record of a chapter without code.
  package init() {}
}

/// What one block did.
package struct BlockRecord: Sendable, Equatable, Codable {
  /// How far the block came.
  package var state = State.notRun
  /// What it printed.
  package var standardOutput = ""
  /// What it wrote to stderr.
  package var standardError = ""
  /// What a block that was expected to fail came to.
  package var attempt: AttemptOutcome?

  /// How far the block came.
  package enum State: String, Sendable, Codable {
    case notRun
    case stopped
    case completed
  }

  /// A block that has not run.
  package init() {}
}

/// What a block that was expected to fail did.
package enum AttemptOutcome: Sendable, Equatable, Codable {
  case ranToItsEnd
  case threw(message: String)
  case trapped(message: String)
  case exited(code: Int)
}

/// Why a program ended before its end, and where.
package struct RunFailure: Sendable, Equatable, Codable {
  /// What happened.
  package var reason: Reason
  /// The code that trapped or, failing that, the statement that was running.
  package var position: SourcePosition

  /// Why a program ended.
  package enum Reason: Sendable, Equatable, Codable {
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
package enum LimitedResource: String, Sendable, Codable {
  case processorTime
  case memory
  case processes
  case files
}

/// How a formula compared with code, and where in the program that was asked.
package struct VerificationRecord: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  package var statement: Int
  /// What came of the comparison.
  package var verification: FormulaVerification
}

/// What became of a claim, and where in the program it was made.
package struct ClaimRecord: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  package var statement: Int
  /// What sentences are tied to it by.
  package var label: String
  /// Whether it holds.
  package var holds: Bool
}

/// A recorded value that the program used, and where it asked for it.
package struct RecordingUse: Sendable, Equatable, Codable {
  /// The number of the statement in the plan.
  package var statement: Int
  /// The name of the record.
  package var name: String
  /// The data it was made from.
  package var data: [String] = []
  /// What has changed since it was made, and leaves it in force.
  package var remarks: [RecordRemark] = []
}

/// A change after which a record still holds, until it is made again and compared.
package enum RecordRemark: Sendable, Equatable, Codable {
  case otherCompiler(then: String, now: String)
  case earlierModules([String])
}

/// What the compiler said of code that was only compiled.
package struct CompileAttemptRecord: Sendable, Equatable, Codable {
  /// The errors in the lines on trial.
  package var errors: [Diagnostic]
}

import Book
import Checks
import Events
import Plan
import Runner

/// What code came to under one check.
enum Outcome: Sendable, Equatable, Codable {
  case value(Value)
  /// It trapped, threw, left or went beyond a limit: a sentence without a capital.
  case failed(String)

  /// What trial `number` of `plan` came to in `record`.
  init(_ number: Int, in record: RunRecord) {
    let block = record.blocks[number + 1]
    switch block.attempt {
    case .ranToItsEnd:
      self = record.values[number].map(Outcome.value) ?? .failed("it ended without a value")
    case .trapped(let message): self = .failed("it trapped: \(message)")
    case .threw(let message): self = .failed("it threw \(message)")
    case .exited(let code): self = .failed("it ended the process with code \(code)")
    case nil: self = .failed(record.failure.map { Self.sentence($0.reason) } ?? "it did not run")
    }
  }

  private static func sentence(_ reason: RunFailure.Reason) -> String {
    switch reason {
    case .timedOut(let seconds): "it did not end within \(seconds.formatted) s"
    case .wroteTooMuch(let bytes): "it wrote more than \(bytes >> 20) MiB"
    case .exceeded(.processorTime, let limit): "it used more than \(limit.formatted) s of processor time"
    case .exceeded(.memory, let limit): "it used more than \(limit.formatted) MiB of memory"
    case .exceeded(.processes, let limit): "it had more than \(limit.formatted) processes"
    case .exceeded(.files, let limit): "it had more than \(limit.formatted) files open"
    case .exited(let code): "it ended the process with code \(code)"
    case .killed(let signal): "it was killed by signal \(signal)"
    case .trapped(let message): "it trapped: \(message)"
    case .threw(let message): "it threw \(message)"
    case .lost: "it left without a record of having run to its end"
    case .recordRefused(let reason): reason
    }
  }
}

extension Double {
  /// Without a point where there is nothing behind it.
  fileprivate var formatted: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}

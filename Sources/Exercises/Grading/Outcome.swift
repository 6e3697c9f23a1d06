import Checks
import Events
import Plan
import Runner

/// The result of code under one check.
enum Outcome: Sendable, Equatable, Codable {
  case value(Value)
  case failed(Shortfall)

  /// The outcome of trial `number` in `record`.
  init(_ number: Int, in record: RunRecord) {
    switch record.blocks[number + 1].attempt {
    case .ranToItsEnd: self = record.values[number].map(Outcome.value) ?? .failed(.noValue)
    case let attempt:
      let reason = attempt?.failure ?? record.failure?.reason
      self = .failed(reason.map(Shortfall.stopped) ?? .didNotRun)
    }
  }
}

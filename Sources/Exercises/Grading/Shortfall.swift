import Checks
import Runner

/// Why an answer does not meet a criterion.
package indirect enum Shortfall: Sendable, Equatable, Codable {
  /// The code does not compile: the compiler's words, where they are not told elsewhere.
  case doesNotCompile(String?)
  /// The file is none that can be graded: why, as a sentence without a capital.
  case notGraded(String)
  /// The check stopped before it had a value.
  case stopped(RunFailure.Reason)
  case noValue
  case didNotRun
  /// Checks before it stopped the whole program too often.
  case notTried
  /// The value is not the author's.
  case differs(AnswerDifference)
  /// The value, in few words, does not meet the condition.
  case conditionUnmet(String)
  /// The condition gives something else than a Bool.
  case conditionIsNoBool(String)
  /// The condition itself stops or does not compile.
  case conditionFails(Shortfall)
  /// The value, in few words, cannot be handed to a condition.
  case valueWithoutLiteral(String)
  /// The author's own solution stops.
  case noReference

  /// Whether the answer gave a value, so that a hint can recognise it.
  var hasValue: Bool {
    switch self {
    case .differs, .conditionUnmet, .conditionIsNoBool, .conditionFails, .valueWithoutLiteral: true
    case .doesNotCompile, .notGraded, .stopped, .noValue, .didNotRun, .notTried, .noReference: false
    }
  }
}

extension Shortfall: CustomStringConvertible {
  /// The words for the student, as a sentence without a capital.
  package var description: String {
    switch self {
    case .doesNotCompile(let message): "the code does not compile" + (message.map { ": \($0)" } ?? "")
    case .notGraded(let reason): reason
    case .stopped(let reason): reason.wording.english
    case .noValue: "the code ended without a value"
    case .didNotRun: "the code did not run"
    case .notTried: "the check was not tried, because checks before it did not end"
    case .differs(let difference): "\(difference)"
    case .conditionUnmet(let value): "\(value) does not meet it"
    case .conditionIsNoBool(let value): "the condition is no Bool but \(value)"
    case .conditionFails(let reason): "the condition cannot be judged: \(reason)"
    case .valueWithoutLiteral(let value): "\(value) is no value that can be judged"
    case .noReference: "the author's solution gives no value"
    }
  }
}

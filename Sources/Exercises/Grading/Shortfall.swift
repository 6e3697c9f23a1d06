import Checks
import Runner

/// The reason why an answer does not meet a criterion.
package indirect enum Shortfall: Sendable, Equatable, Codable {
  /// The code does not compile; holds the compiler's message if it is not reported elsewhere.
  case doesNotCompile(String?)
  /// The file cannot be graded; holds the reason, as a sentence without a capital.
  case notGraded(String)
  /// The check stopped before it had a value.
  case stopped(RunFailure.Reason)
  case noValue
  case didNotRun
  /// Earlier checks stopped the whole program too often.
  case notTried
  /// The value differs from the author's.
  case differs(AnswerDifference)
  /// The value does not meet the condition; holds a short description of the value.
  case conditionUnmet(String)
  /// The condition does not give a Bool; holds a short description of its value.
  case conditionIsNoBool(String)
  /// The condition itself stops or does not compile.
  case conditionFails(Shortfall)
  /// The value has no literal for a condition; holds a short description of the value.
  case valueWithoutLiteral(String)
  /// The author's own solution gives no value.
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
  /// The text for the student, as a sentence without a capital.
  package var description: String {
    switch self {
    case .doesNotCompile(let message): "the code does not compile" + (message.map { ": \($0)" } ?? "")
    case .notGraded(let reason): reason
    case .stopped(let reason): reason.wording.english
    case .noValue: "the code ended without a value"
    case .didNotRun: "the code did not run"
    case .notTried: "the check was not tried, because checks before it did not end"
    case .differs(let difference): "\(difference)"
    case .conditionUnmet(let value): "\(value) does not meet the condition"
    case .conditionIsNoBool(let value): "the condition must give a Bool, not \(value)"
    case .conditionFails(let reason): "the condition cannot be judged: \(reason)"
    case .valueWithoutLiteral(let value): "\(value) cannot be judged"
    case .noReference: "the author's solution gives no value"
    }
  }
}

import Formulas

extension Finding.Detail {
  /// The finding in English, in one sentence without a full stop.
  public var message: String {
    switch self {
    case .sentence(let text): text
    case .discrepancy(let discrepancy): discrepancy.message
    case .result(let stated, let right):
      "the chain ends at \(stated); without the earlier mistakes, the result is \(right.roundedText)"
    case .unclosed(let last): "this display is not closed; it ends without a delimiter on line \(last)"
    case .malformation(let flaw): flaw.message
    case .stray(let text): "remove the stray '\(text)' after the display"
    case .loss(let loss, let count): count == 1 ? loss.message : "\(loss.message); in \(count) places"
    case .noMistake:
      "a remark calls this formula wrong, but the audit finds no mistake in it; remove the remark"
    case .unknownRemark(let text):
      "the remark 'galley: \(text)' is not known; write 'given x = 2', 'wrong', 'skip' or 'allow KIND'"
    }
  }
}

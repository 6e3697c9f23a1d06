import Formulas

/// A remark for the audit in a document: `<!-- galley: wrong -->`.
enum AuditRemark: Hashable, Sendable {
  /// These values hold from here on: `given x = 2, y = 3`.
  case given(String)
  /// The next formula is wrong, and the author knows it.
  case wrong
  /// The audit leaves out the next formula.
  case skip
  /// Findings of these kinds are accepted in the whole document.
  case allow([Finding.Kind])
  /// Something else.
  case unknown(String)

  /// Reads the text of a comment; nil when it is not for the audit.
  init?(comment: String) {
    let words = comment.split { $0.isWhitespace }
    guard words.first == "galley:" else { return nil }
    let rest = words.dropFirst()
    let body = rest.joined(separator: " ")
    switch rest.first {
    case "given" where rest.count > 1: self = .given(rest.dropFirst().joined(separator: " "))
    case "wrong" where rest.count == 1: self = .wrong
    case "skip" where rest.count == 1: self = .skip
    case "allow" where rest.count > 1:
      let names = rest.dropFirst().map { $0.trimmingComma }
      let kinds = names.compactMap { Finding.Kind(rawValue: $0) }
      self = kinds.count == names.count ? .allow(kinds) : .unknown(body)
    default: self = .unknown(body)
    }
  }
}

extension Substring {
  fileprivate var trimmingComma: String { String(hasSuffix(",") ? dropLast() : self) }
}

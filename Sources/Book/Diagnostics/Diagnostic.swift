/// A message for the author: the position, the broken rule, and how to fix it.
package struct Diagnostic: Sendable, Hashable, Codable {
  /// Whether the problem stops the build.
  package enum Severity: String, Sendable, Codable {
    /// Nothing can be built from this input.
    case error
    /// The book builds, but the author should know.
    case warning
  }

  /// Whether the problem stops the build.
  package var severity: Severity
  /// The position of the problem.
  package var position: SourcePosition
  /// The rule that was broken, as a sentence without a capital or a full stop.
  package var message: String
  /// How to fix the problem, in the same form; nil when the message says it already.
  package var fix: String?

  package init(_ severity: Severity, at position: SourcePosition, _ message: String, fix: String? = nil) {
    self.severity = severity
    self.position = position
    self.message = message
    self.fix = fix
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `Chapters/03-update.md:12:1: error: 'swift-run' has no option 'lable'; did you mean 'label'?`
  package var description: String {
    "\(position): \(severity.rawValue): \(message)" + (fix.map { "; \($0)" } ?? "")
  }
}

extension Sequence<Diagnostic> {
  /// Whether one of them is an error, so that nothing can be built.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}

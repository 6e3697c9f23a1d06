import Checks

/// The written and the computed values of checks, as text for the terminal.
enum DifferenceText {
  /// ```text
  /// Chapters/03-one-step-by-hand.md:42
  /// - theta[0]  // ≈ 0.9932
  /// + theta[0]  // ≈ 0.9968
  /// ```
  static func text(of edits: [ExpectationEdit]) -> String {
    edits.map { edit in
      let subject = edit.subject.split(separator: "\n").last.map(String.init) ?? ""
      return """
        \(edit.position.file):\(edit.position.line)
        - \(subject)  \(edit.written)
        + \(subject)  \(edit.accepted)
        """
    }.joined(separator: "\n")
  }
}

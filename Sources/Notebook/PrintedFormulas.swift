import Synchronization

/// The labelled formulas of the running chapter, in the LaTeX that its page prints.
enum PrintedFormulas {
  private static let formulas = Mutex<[String: String]>([:])

  static func add(_ latex: String, under label: String) {
    formulas.withLock { $0[label] = latex }
  }

  static func latex(under label: String) throws(VerificationError) -> String {
    guard let latex = formulas.withLock({ $0[label] }) else { throw VerificationError.noFormula(label) }
    return latex
  }
}

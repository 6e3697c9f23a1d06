import Book

/// Checks whether KaTeX can typeset formulas.
package final class FormulaCheck {
  private let typesetter: FormulaTypesetter
  private var problems: [String: String?] = [:]

  /// Returns nil when KaTeX is not installed.
  package init?() {
    guard let files = KaTeXFiles.find() else { return nil }
    typesetter = FormulaTypesetter(files: files, cache: nil)
  }

  /// The reason why a formula cannot be typeset; nil when it can.
  package func problem(of latex: String, macros: [String: String]) -> String? {
    var known = FormulaMacros()
    for (name, body) in macros { known.definitions[name] = FormulaMacros.Definition(body: body) }
    guard let expanded = known.expand(known.takeDefinitions(from: latex)) else {
      return "its macros expand without end"
    }
    if let known = problems[expanded] { return known }
    let problem: String?
    do {
      try typesetter.check(expanded, isDisplayed: true)
      problem = nil
    } catch {
      problem = error.message
    }
    problems[expanded] = .some(problem)
    return problem
  }
}

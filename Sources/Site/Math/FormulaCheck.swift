import Book

/// Checks whether KaTeX can typeset formulas.
package final class FormulaCheck {
  private let typesetter: FormulaTypesetter

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
    do {
      _ = try typesetter.html(expanded, isDisplayed: true)
      return nil
    } catch {
      return error.message
    }
  }
}

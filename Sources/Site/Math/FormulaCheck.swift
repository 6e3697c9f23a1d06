import Book

/// Tells whether formulas can be set on a page.
package final class FormulaCheck {
  private let typesetter: FormulaTypesetter

  /// Nil when KaTeX is not on this machine.
  package init?() {
    guard let files = KaTeXFiles.find() else { return nil }
    typesetter = FormulaTypesetter(files: files, cache: nil)
  }

  /// Why a formula cannot be set; nil when it can.
  package func problem(of latex: String, macros: [String: String]) -> String? {
    var known = FormulaMacros()
    for (name, body) in macros { known.definitions[name] = FormulaMacros.Definition(body: body) }
    guard let expanded = known.expand(known.takeDefinitions(from: latex)) else {
      return "its macros do not end"
    }
    do {
      _ = try typesetter.html(expanded, isDisplayed: true)
      return nil
    } catch {
      return error.message
    }
  }
}

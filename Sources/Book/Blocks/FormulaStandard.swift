/// The standard by which the displayed formulas of a chapter are judged.
package enum FormulaStandard: String, Sendable, CaseIterable {
  /// A step that does not hold for the letters as they are written fails.
  case strict
  /// A step fails only if the audit of documents is sure of a mistake, because the chapter was not written for Galley.
  case audit
}

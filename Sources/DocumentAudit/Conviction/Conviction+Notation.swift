import Formulas

/// Notation with more than one usual meaning.
extension Conviction {
  /// The part of the statement whose notation has more than one usual meaning; nil if there is none.
  func uncertainNotation(of step: JudgedStep) -> String? {
    let sides = step.comparison.map { [$0.left, $0.right] } ?? []
    if notations.speaksOfOperators, statement.appliesOperator { return "an operator" }
    if statement.hasTwoOperations { return "the operations" }
    if statement.hasTensorProduct { return "the operation" }
    if notations.speaksOfGroups,
      statement.hasCycle || statement.latex.contains("|") || !sides.isEmpty && sides.allSatisfy(\.isMonomial)
    {
      return "the notation of groups"
    }
    if statement.hasCommaInBrackets { return "a comma in a number" }
    if statement.hasRemainderSign { return "the percent sign" }
    if mayTakeFractionalPart { return "the braces" }
    if statement.roundsDown { return "the brackets" }
    if notations.usesDecimalCommas, statement.latex.contains(/[1-9]\d{0,2}\{,\}\d{3}(?!\d)/) {
      return "a comma in a number"
    }
    if notations.definesStar, statement.latex.contains("*") || statement.latex.contains("\\ast") {
      return "the operation *"
    }
    if statement.latex.contains("^{("), statement.latex.contains("\\sum") {
      return "an exponent in parentheses"
    }
    if statement.raisesList { return "a list with an exponent" }
    if statement.raisesExpectation { return "the exponent of an expectation" }
    return nil
  }

  /// Whether braces may stand for the fractional part: {x} beside ⌊x⌋, or where the text says so.
  var mayTakeFractionalPart: Bool {
    guard statement.latex.contains("\\{") || statement.latex.contains("\\lbrace") else { return false }
    return notations.speaksOfFractionalParts || statement.latex.contains("floor")
  }
}

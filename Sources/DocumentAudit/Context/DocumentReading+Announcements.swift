import Formulas

extension DocumentReading {
  /// Values that inline formulas give in the rest of this paragraph and in the next one.
  func announcements(after index: Int) -> [(quantity: MathExpression, value: MathValue)] {
    var result: [(quantity: MathExpression, value: MathValue)] = []
    var paragraphs = 0
    for position in (index + 1)..<min(pieces.count, index + 40) {
      switch pieces[position] {
      case .heading: return result
      case .paragraphEnd:
        paragraphs += 1
        if paragraphs == 2 { return result }
      case .math(let span) where !span.isDisplay:
        guard case .success(let formula)? = formulas[position] else { continue }
        for statement in formula.statements where statement.sides.count == 2 {
          let (left, right) = (statement.sides[0].expression, statement.sides[1].expression)
          var evaluator = FormulaEvaluator(FormulaEnvironment())
          guard statement.relations[0].kind == .equals, left.quantityName != nil, right.isWrittenValue,
            let value = try? evaluator.value(of: right)
          else { continue }
          result.append((left, value))
        }
      default: break
      }
    }
    return result
  }
}

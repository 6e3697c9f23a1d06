import Formulas

extension DocumentReading {
  /// The statement with the result before it as the first operand of its left side, if the words between the formulas
  /// say so and it holds like this: "½, times $\frac{\pi}{2} = \frac{\pi}{4}$".
  func continuing(_ statement: Statement, at index: Int) -> Statement {
    guard index >= 2, statement.sides.count >= 2, !statement.continuesPrevious,
      case .math(let span) = pieces[index - 2], !span.isDisplay,
      case .success(let formula)? = formulas[index - 2],
      let result = formula.statements.last?.sides.last?.expression, result.isNumeric,
      case .text(let text, _) = pieces[index - 1]
    else { return statement }
    let words = text.lowercased().filter { !",，; \n".contains($0) }
    guard let operation = Self.operations.first(where: { $0.words.contains(words) })?.operation else {
      return statement
    }
    let left = operation(result, statement.sides[0].expression)
    var (first, second) = (
      FormulaEvaluator(FormulaEnvironment()), FormulaEvaluator(FormulaEnvironment())
    )
    guard let value = try? first.value(of: left),
      let stated = try? second.value(of: statement.sides[1].expression),
      value.relativeDifference(to: stated) < 1e-9
    else { return statement }
    var copy = statement
    copy.sides[0].expression = left
    return copy
  }

  private static let operations:
    [(words: Set<String>, operation: @Sendable (MathExpression, MathExpression) -> MathExpression)] = [
      (
        ["times", "multipliedby", "andtimes", "再乘", "乘", "再乘以", "乘以", "mal", "fois"],
        { .product([Factor($0), Factor($1, sign: .dot)]) }
      ),
      (["plus", "再加", "加", "再加上", "加上"], { .sum([$0, $1]) }),
      (["minus", "再减", "减", "再减去", "减去"], { .sum([$0, .negated($1)]) }),
      (["dividedby", "再除以", "除以"], { .fraction($0, $1) }),
    ]
}

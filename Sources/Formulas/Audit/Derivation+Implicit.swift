extension Derivation {
  /// Both sides with the chain rule for a letter that depends on the variable: d(y³)/dx is ∂(y³)/∂y · dy/dx, if dy/dx
  /// occurs in the statement. Nil for all other statements.
  ///
  /// Calls of `functions` count as expressions, too.
  func chained(
    _ left: MathExpression, _ right: MathExpression, calling functions: Set<String> = []
  ) -> (MathExpression, MathExpression)? {
    var slopes: [MathExpression.Derivative] = []
    for side in [left, right] {
      side.visit { node in
        guard case .derivative(let derivative) = node, derivative.notation == .total, derivative.order == 1,
          case .symbol(let letter) = derivative.subject, environment.definitions[letter.name] == nil,
          environment.functions[letter.name] == nil, derivative.variables.count == 1,
          derivative.variables[0] != derivative.subject, !slopes.contains(derivative)
        else { return }
        slopes.append(derivative)
      }
    }
    if slopes.isEmpty { return nil }
    let sides = (left.chained(by: slopes, functions), right.chained(by: slopes, functions))
    return sides == (left, right) ? nil : sides
  }
}

extension MathExpression {
  fileprivate func chained(by slopes: [Derivative], _ functions: Set<String>) -> MathExpression {
    replacing { node in
      guard case .derivative(let derivative) = node, derivative.notation == .total, derivative.order == 1,
        derivative.subject.quantityName == nil || derivative.subject.isCall(of: functions),
        derivative.variables.count == 1
      else { return nil }
      let used = slopes.filter { slope in
        slope.variables == derivative.variables && derivative.subject.contains { $0 == slope.subject }
      }
      if used.isEmpty { return nil }
      func partial(by variable: MathExpression) -> MathExpression {
        .derivative(
          Derivative(notation: .partial, subject: derivative.subject, variables: [variable], order: 1))
      }
      let own = derivative.subject.contains { $0 == derivative.variables[0] }
      let direct = own ? [partial(by: derivative.variables[0])] : []
      let others = used.map { slope in
        MathExpression.product([Factor(partial(by: slope.subject)), Factor(.derivative(slope), sign: .dot)])
      }
      let terms = direct + others
      return terms.count == 1 ? terms[0] : .sum(terms)
    }
  }
  private func isCall(of functions: Set<String>) -> Bool {
    if case .application(let symbol, _) = self { functions.contains(symbol.name) } else { false }
  }
}

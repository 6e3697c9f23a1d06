import Formulas

/// Left sides that the text has just written out, so that only one right side is true.
extension Conviction {
  /// Whether the left side is the derivative of an expression that is written out, so that only one right side is true.
  func isDeterminedDerivative(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard case .derivative(let derivative) = left.withDerivatives(in: environment),
      derivative.subject.quantityName.map({ recent.contains($0) || recent.contains(where: $0.isNameOf) })
        ?? true,
      case .symbol(let variable)? = derivative.variables.first ?? derivative.subject.soleLetter
        ?? derivative.subject.usualVariable,
      right.symbols.contains(variable)
    else { return false }
    if derivative.subject.quantityName != nil { return isDeterminedByDefinition(derivative, right) }
    var seen: Set<String> = []
    return !environment.callsUnknown(derivative.subject, seen: &seen) && !right.contains(where: \.isCall)
      && Set(right.symbols.map(\.name)).isSubset(of: derivative.subject.symbols.map(\.name))
  }

  /// Whether the left side is a form such as xᵀAy of vectors and matrices that the text has just written out.
  func isDeterminedForm(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard case .product(let factors) = left, factors.count >= 2,
      factors.contains(where: { if case .transposed = $0.expression { true } else { false } }),
      left.symbols.allSatisfy({ recent.contains($0.name) })
    else { return false }
    let known = environment.freeQuantities(of: left)
    return !known.isEmpty && environment.freeQuantities(of: right).allSatisfy(known.contains)
  }

  /// Whether the derivative is that of a function whose definition the text has just given.
  private func isDeterminedByDefinition(_ derivative: MathExpression.Derivative, _ right: MathExpression)
    -> Bool
  {
    var seen: Set<String> = []
    let bodies = environment.bodies(reachableFrom: [derivative.subject])
    // The derivative of an integral is computed with a quadrature, which decides less.
    if bodies.contains(where: \.hasIntegral) { return false }
    return !bodies.isEmpty && !environment.callsUnknown(derivative.subject, seen: &seen)
      && !right.contains(where: \.isCall)
      && (derivative.notation != .nabla || isGradientOfOneLetter(derivative, right))
      && Set(right.symbols.map(\.name)).isSubset(of: bodies.flatMap { $0.symbols.map(\.name) })
  }

  /// Whether ∇f(x) is stated for a function of one letter, and is wrong for symmetric matrices, too.
  private func isGradientOfOneLetter(_ derivative: MathExpression.Derivative, _ right: MathExpression) -> Bool
  {
    guard derivative.variables.isEmpty, case .application(let symbol, let arguments) = derivative.subject,
      let function = environment.functions[symbol.name],
      arguments == function.parameters.map({ .symbol($0) }),
      arguments.count == 1
    else { return false }
    var symmetric = environment
    symmetric.topics.insert(.symmetry)
    symmetric.forget(.derivative(derivative))
    if case .fails = IdentityTest(seed: seed).run(.derivative(derivative), right, in: symmetric) {
      return true
    }
    return false
  }
}

extension MathExpression {
  /// The letter by which texts differentiate an expression with several letters.
  fileprivate var usualVariable: MathExpression? {
    let names = Set(symbols.map(\.name))
    return MathSymbol.usualVariables.first(where: names.contains).map { .symbol(MathSymbol($0)) }
  }
}

extension String {
  /// Whether another name is a call of this function: f(x, y) of f.
  fileprivate func isNameOf(_ call: String) -> Bool { call.hasPrefix(self + "(") }
}

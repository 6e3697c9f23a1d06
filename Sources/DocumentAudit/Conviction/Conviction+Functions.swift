import Formulas

/// Letters that may be functions, and angles between vectors.
extension Conviction {
  /// The doubt about letters that were read as factors and may be functions.
  func functionDoubt(about left: MathExpression, _ right: MathExpression) -> Doubt? {
    if let name = statement.possibleCalls.first { return .unknown(name) }
    if [left, right].contains(where: \.hasInnerProduct), [left, right].contains(where: hasFreeAngle) {
      return .hypothesis
    }
    if let name = statement.nameWithDigit ?? composedFunction(in: [left, right]) { return .unknown(name) }
    return nil
  }

  /// A letter that is called in a step and also stands before a call, so that fh(y) may be f(h(y)).
  private func composedFunction(in sides: [MathExpression]) -> String? {
    var called: Set<String> = []
    var composed: [String] = []
    for side in sides {
      side.visit { node in
        if case .application(let symbol, _) = node { called.insert(symbol.name) }
        guard case .product(let factors) = node else { return }
        for (factor, next) in zip(factors, factors.dropFirst()) where next.sign == .juxtaposed {
          if case .symbol(let symbol) = factor.expression, case .application = next.expression {
            composed.append(symbol.name)
          }
        }
      }
    }
    return composed.first { called.contains($0) || notations.functions.contains($0) }
  }

  /// Whether a side has the sine or cosine of a letter without a value, which may be the angle between vectors.
  private func hasFreeAngle(_ side: MathExpression) -> Bool {
    side.contains { node in
      guard case .function(let function, let arguments) = node, [.sine, .cosine].contains(function),
        case .symbol? = arguments.first
      else { return false }
      return !environment.freeQuantities(of: node).isEmpty
    }
  }
}

extension MathExpression {
  /// Whether the expression has a norm or an inner product in brackets.
  fileprivate var hasInnerProduct: Bool {
    contains { node in
      switch node {
      case .norm, .transposed: true
      default: false
      }
    }
  }
}

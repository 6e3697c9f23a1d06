/// Numbers for the free indices of an equation about derivatives by components: ∂p_i/∂z_j.
struct IndexPlaces {
  /// The numbers to try, by index letter; empty if the equation has no such indices.
  let assignments: [[String: Int]]

  init(of left: MathExpression, _ right: MathExpression, in environment: FormulaEnvironment) {
    var letters: [String] = []
    var fixed: Set<String> = []
    var hasDelta = false
    for side in [left, right] {
      side.visit { node in
        switch node {
        case .derivative(let derivative):
          for part in derivative.variables + [derivative.subject] {
            for symbol in part.symbols {
              for letter in symbol.indexLetters where !letters.contains(letter) { letters.append(letter) }
            }
          }
          // In z = w h_j, j is one index for the whole text.
          if case .symbol(let subject) = derivative.subject, let body = environment.definitions[subject.name]
          {
            let own = subject.labels.isEmpty ? subject.indexLetters : []
            fixed.formUnion(
              Set(body.symbols.flatMap { $0.indexLetters }).subtracting(own + body.boundIndices))
          }
        case .symbol(let symbol): if symbol.base == "δ" { hasDelta = true }
        default: break
        }
      }
    }
    let bound = [left, right].flatMap({ $0.boundIndices })
    letters.removeAll { bound.contains($0) || fixed.contains($0) || $0 == "t" || $0 == "n" }
    let isByComponent = [left, right].contains { $0.isDerivativeByComponent(letters) }
    guard isByComponent, (1...2).contains(letters.count) else {
      assignments = []
      return
    }
    if letters.count == 1 {
      assignments = [[letters[0]: 1], [letters[0]: 2]]
    } else {
      // Two letters mean two different components, unless the equation has a δ for the equal ones.
      let different = [[letters[0]: 1, letters[1]: 2], [letters[0]: 3, letters[1]: 1]]
      assignments = hasDelta ? different + [[letters[0]: 2, letters[1]: 2]] : different
    }
  }
}

extension MathExpression {
  /// The indices of the sums in the expression.
  fileprivate var boundIndices: [String] {
    var found: [String] = []
    visit { if case .reduction(let reduction) = $0, let index = reduction.index { found.append(index.name) } }
    return found
  }

  fileprivate func isDerivativeByComponent(_ letters: [String]) -> Bool {
    contains { node in
      guard case .derivative(let derivative) = node else { return false }
      return derivative.variables.contains { variable in
        if case .symbol(let symbol) = variable {
          !Set(symbol.indexLetters).isDisjoint(with: letters)
        } else {
          false
        }
      }
    }
  }
}

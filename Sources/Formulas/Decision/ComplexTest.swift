/// Decides an equation in which a letter may be the imaginary unit.
struct ComplexTest {
  let environment: FormulaEnvironment
  let seed: UInt64

  /// The letter that is the imaginary unit; nil if neither i nor j can be.
  ///
  /// A letter that is an index or has a value is not the imaginary unit.
  static func unit(in sides: [MathExpression], _ environment: FormulaEnvironment) -> String? {
    let letters = ["i", "j"]
    let sides = sides + environment.bodies(reachableFrom: sides)
    if sides.contains(where: { $0.hasConjugate }) { return "i" }
    for letter in letters {
      let symbol = MathSymbol(letter)
      guard environment.value(of: .symbol(symbol)) == nil, environment.definitions[letter] == nil,
        sides.contains(where: { $0.contains { $0 == .symbol(symbol) } }),
        !sides.contains(where: { $0.counts(with: symbol) })
      else { continue }
      if letter == "i" || sides.contains(where: { $0.looksComplex(symbol) }) { return letter }
    }
    return nil
  }

  /// Whether both sides agree at every point; nil if too few points give values.
  func agrees(_ left: MathExpression, _ right: MathExpression, unit: String) -> Bool? {
    let domains = QuantityDomains([left, right], in: environment)
    let test = IdentityTest(seed: seed)
    var valid = 0
    for point in 0..<18 where valid < 6 {
      let place = test.drawn(point, environment, domains, .scalars)
      var first = ComplexEvaluator(place)
      var second = ComplexEvaluator(place)
      (first.unit, second.unit) = (unit, unit)
      guard let a = try? first.value(of: left), let b = try? second.value(of: right), a.isFinite, b.isFinite
      else { continue }
      switch a.agreement(with: b) {
      case .agrees: valid += 1
      case .differs: return false
      case .blurred: continue
      }
    }
    return valid >= 3 ? true : nil
  }
}

extension MathExpression {
  /// Whether the letter is an index of a sum or a subscript.
  fileprivate func counts(with letter: MathSymbol) -> Bool {
    contains { node in
      switch node {
      case .reduction(let reduction): reduction.index == letter
      case .symbol(let symbol):
        symbol.subscripts.contains { $0.contains { $0 == .symbol(letter) } }
      default: false
      }
    }
  }

  /// Whether the expression contains a conjugate such as z̄, or a root of a negative number.
  var hasConjugate: Bool {
    contains { node in
      switch node {
      case .symbol(let symbol):
        ["z", "w"].contains(symbol.base)
          && (symbol.accents.last == "bar" || symbol.accents.last == "overline"
            || symbol.labels == [.symbol(MathSymbol("*"))])
      case .root(.negated(.number), _), .function(.conjugate, _): true
      default: false
      }
    }
  }

  /// Whether the letter is multiplied by a number, or is in an exponent or a matrix, as an imaginary unit may be.
  func looksComplex(_ letter: MathSymbol) -> Bool {
    contains { node in
      switch node {
      case .product(let factors):
        factors.contains { $0.expression == .symbol(letter) }
          && factors.contains { if case .number = $0.expression { true } else { false } }
      case .power(_, let exponent): exponent.contains { $0 == .symbol(letter) }
      case .matrix(let rows): rows.contains { $0.contains { $0 == .symbol(letter) } }
      default: false
      }
    }
  }
}

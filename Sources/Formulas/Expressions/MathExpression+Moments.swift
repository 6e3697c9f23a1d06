extension MathExpression {
  /// The expression with E[…] and SD(…) for μ and σ with a random variable as the subscript, if one of the subscripts is
  /// composed: μ_{X+Y}. A lone σ_X may be something else.
  var namingMoments: MathExpression {
    replacing { node in
      guard case .symbol(let symbol) = node, symbol.isMoment else { return nil }
      let name = MathSymbol(symbol.base == "μ" ? "E" : "SD")
      return .application(name, symbol.subscripts)
    }
  }

  /// Whether the expression has a μ or σ of a sum, a difference or a multiple of random variables.
  var hasComposedMoment: Bool {
    contains { node in
      guard case .symbol(let symbol) = node, symbol.isMoment else { return false }
      if case .symbol = symbol.subscripts[0] { return false }
      return true
    }
  }
}

extension MathSymbol {
  /// Whether the symbol is μ or σ with capitals in its only subscript.
  fileprivate var isMoment: Bool {
    guard base == "μ" || base == "σ", subscripts.count == 1, accents.isEmpty, labels.isEmpty else {
      return false
    }
    let letters = subscripts[0].symbols
    guard !letters.isEmpty, letters.contains(where: { $0.base.first?.isUppercase ?? false }) else {
      return false
    }
    return !subscripts[0].contains { node in
      switch node {
      case .symbol, .number, .sum, .product, .negated: false
      default: true
      }
    }
  }
}

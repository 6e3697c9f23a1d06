import Formulas

extension MathSymbol {
  /// Whether the typeface or accent marks the symbol as a vector or matrix.
  var looksLikeVector: Bool {
    style == "bold" || accents.contains("vec") || accents.contains("overrightarrow")
  }

  /// Whether the symbol is a remark in `\text` and no name: it has Chinese words.
  var isRemark: Bool {
    let words = base.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
    return words > 0
  }
}

extension MathExpression {
  /// Whether the expression has transposes, norms or inverses, whose value a hypothesis such as "orthogonal" changes.
  var restsOnHypotheses: Bool {
    contains { node in
      switch node {
      case .transposed, .norm: true
      case .power(.symbol, .negated(.number)): true
      default: false
      }
    }
  }

  /// Whether the expression is a component with a letter as its index, such as z_i: a sum may contain several of them.
  var hasLetterIndex: Bool {
    guard case .symbol(let symbol) = self else { return false }
    return symbol.subscripts.contains {
      if case .symbol(let index) = $0 { index.base.count == 1 } else { false }
    }
  }

  /// Whether the index of a sum occurs in a later term, so that the sum may cover this term too.
  var hasIndexBehindSum: Bool {
    contains { node in
      guard case .sum(let terms) = node else { return false }
      var indices: Set<String> = []
      for term in terms {
        if term.uses(indices: indices) { return true }
        term.visit {
          if case .reduction(let reduction) = $0, let index = reduction.index { indices.insert(index.name) }
        }
      }
      return false
    }
  }

  /// Whether a symbol has one of the indices, outside of the sums that run over this index themselves.
  private func uses(indices: Set<String>) -> Bool {
    if indices.isEmpty { return false }
    switch self {
    case .symbol(let symbol): return symbol != symbol.withoutIndices(indices)
    case .reduction(let reduction):
      let open = reduction.index.map { indices.subtracting([$0.name]) } ?? indices
      return children.contains { $0.uses(indices: open) }
    default: return children.contains { $0.uses(indices: indices) }
    }
  }

  /// Whether the expression contains no matrix with written entries.
  var isUnwrittenMatrix: Bool {
    !contains { if case .matrix = $0 { true } else { false } }
  }

  /// Whether a product has two division signs, so that its grouping is uncertain: 10/3 ÷ 4/3.
  var isDividedTwice: Bool {
    contains { node in
      guard case .product(let factors) = node else { return false }
      return factors.count { $0.sign == .division } > 1
    }
  }

  /// Whether the expression uses e in an exponent, or as a factor beside letters, so that it may be a variable.
  func usesEulerAsLetter(_ isNumeric: Bool) -> Bool {
    contains { node in
      switch node {
      case .power(_, let exponent): exponent.symbols.contains { $0.name == "e" }
      case .product(let factors): !isNumeric && factors.contains { $0.expression == .symbol(MathSymbol("e")) }
      default: false
      }
    }
  }
}

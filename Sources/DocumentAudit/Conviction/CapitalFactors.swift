import Formulas

/// Finds capitals that are factors of products and that nothing shows to be numbers. They may be matrices, operators or
/// subgroups, for which other rules hold: (ab)H = (aH)(bH).
struct CapitalFactors {
  private var factors: Set<MathSymbol> = []
  private var numbers: Set<MathSymbol> = []

  /// The first such capital among the free quantities of two sides; nil if there is none.
  static func unknown(in sides: [MathExpression], free: Set<String>) -> MathSymbol? {
    var found = CapitalFactors()
    for side in sides { found.visit(side, isNumber: false) }
    return found.factors.subtracting(found.numbers).filter { free.contains($0.name) }
      .min { $0.name < $1.name }
  }

  private mutating func visit(_ node: MathExpression, isNumber: Bool) {
    switch node {
    case .symbol(let symbol):
      if isNumber, symbol.mayBeOperator { numbers.insert(symbol) }
    case .power(let base, let exponent):
      visit(base, isNumber: isNumber)
      visit(exponent, isNumber: true)
    case .fraction(let above, let below):
      visit(above, isNumber: isNumber)
      visit(below, isNumber: true)
    case .root(let inner, _): visit(inner, isNumber: true)
    case .function(let function, let arguments):
      for argument in arguments { visit(argument, isNumber: isNumber || function != .exponential) }
    case .sum(let terms):
      // A number or a small letter is added to numbers only.
      let hasNumber = terms.contains { term in
        let term = if case .negated(let inner) = term { inner } else { term }
        if case .symbol(let symbol) = term { return !symbol.mayBeOperator }
        return term.isWrittenNumber
      }
      for term in terms { visit(term, isNumber: isNumber || hasNumber && term.isLoneSymbol) }
    case .product(let parts):
      // A number is the factor of a function's value: A cos x.
      let hasFunction = parts.contains { part in
        switch part.expression {
        case .function: true
        case .power(.symbol(let symbol), _): symbol.name == "e"
        default: false
        }
      }
      for part in parts {
        let head = if case .power(let base, _) = part.expression { base } else { part.expression }
        if case .symbol(let symbol) = head, symbol.mayBeOperator,
          parts.count(where: { !$0.expression.isWrittenNumber }) > 1
        {
          factors.insert(symbol)
        }
        visit(part.expression, isNumber: isNumber || hasFunction || part.sign == .division)
      }
    default: for child in node.children { visit(child, isNumber: isNumber) }
    }
  }
}

extension MathSymbol {
  /// Whether the symbol is a capital without a label. A voltage V_out or a resistance R_D of physics is a number.
  fileprivate var mayBeOperator: Bool {
    isCapital && labels.isEmpty
      && !subscripts.contains { $0.symbols.contains { $0.isCapital || $0.base.count > 1 } }
  }
}

extension MathExpression {
  /// Whether the expression is a symbol, perhaps with a minus.
  fileprivate var isLoneSymbol: Bool {
    switch self {
    case .symbol: true
    case .negated(let inner): inner.isLoneSymbol
    default: false
    }
  }
}

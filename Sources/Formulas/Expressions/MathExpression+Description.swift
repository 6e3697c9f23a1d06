extension MathExpression: CustomStringConvertible {
  /// The formula on one line, with Unicode names: `θ_t - η/(√(σ̂_t) + ε)·∇J(θ_t)`.
  public var description: String { ExpressionText(spaced: true).text(self) }

  /// The formula without spaces, for subscripts: `t-1`.
  package var compactDescription: String { ExpressionText(spaced: false).text(self) }
}

/// Prints trees on one line with as few parentheses as possible.
struct ExpressionText {
  let spaced: Bool

  private enum Binding: Int {
    case sum = 1
    case product, power, atom
  }

  func text(_ expression: MathExpression) -> String {
    switch expression {
    case .number(let number): return number.text
    case .symbol(let symbol): return symbol.name
    case .vector(let items): return "[" + list(items) + "]"
    case .matrix(let rows): return "[" + rows.map { list($0) }.joined(separator: "; ") + "]"
    case .interval(let a, let b, let lower, let upper):
      return (lower ? "[" : "(") + list([a, b]) + (upper ? "]" : ")")
    case .sum(let terms): return sum(terms)
    case .product(let factors): return product(factors)
    case .fraction(let a, let b): return operand(a, .product) + "/" + operand(b, .power)
    case .power(let a, let b): return operand(a, .atom) + "^" + operand(b, .atom)
    case .root(let a, nil): return "√(\(text(a)))"
    case .root(let a, let degree?): return "root(\(text(degree)), \(text(a)))"
    case .negated(let a): return "-" + operand(a, .product)
    case .function(let function, let items): return "\(function.rawValue)(\(list(items)))"
    case .application(let symbol, let items): return "\(symbol.name)(\(list(items)))"
    case .absolute(let a): return "|\(text(a))|"
    case .norm(let a, let order): return "‖\(text(a))‖" + (order.map { "_" + operand($0, .atom) } ?? "")
    case .reduction(let reduction): return self.reduction(reduction)
    case .derivative(let derivative): return self.derivative(derivative)
    case .transposed(let a): return operand(a, .atom) + "ᵀ"
    case .piecewise(let branches):
      return "{" + branches.map(branch).joined(separator: "; ") + "}"
    case .integral(let integral):
      let limits = [integral.lower, integral.upper].compactMap { $0 }
      let range = limits.isEmpty ? "" : "[\(list(limits))] "
      return "∫\(range)\(operand(integral.body, .product)) d\(integral.variable.name)"
    case .limit(let limit):
      let side = limit.side == .both ? "" : (limit.side == .above ? "⁺" : "⁻")
      return "lim(\(limit.variable.name) → \(text(limit.target))\(side), \(text(limit.body)))"
    case .evaluated(let node):
      let start = node.start.map { "\(text($0)).." } ?? ""
      let name = node.variable.map { "\($0.name) = " } ?? ""
      return "[\(text(node.body))](\(name)\(start)\(text(node.point)))"
    case .opaque("|", let items): return "| " + list(items)
    case .opaque(let name, let items): return items.isEmpty ? name : "\(name)(\(list(items)))"
    }
  }

  private func list(_ items: [MathExpression]) -> String { items.map(text).joined(separator: ", ") }

  private func binding(of expression: MathExpression) -> Binding {
    switch expression {
    case .sum: .sum
    case .product, .fraction, .negated, .reduction, .integral: .product
    case .power, .transposed: .power
    default: .atom
    }
  }

  private func operand(_ expression: MathExpression, _ least: Binding) -> String {
    let inner = text(expression)
    return binding(of: expression).rawValue < least.rawValue ? "(\(inner))" : inner
  }

  private func sum(_ terms: [MathExpression]) -> String {
    let space = spaced ? " " : ""
    var result = ""
    for (position, term) in terms.enumerated() {
      if case .negated(let inner) = term {
        result += (position == 0 ? "-" : "\(space)-\(space)") + operand(inner, .product)
      } else {
        result += (position == 0 ? "" : "\(space)+\(space)") + operand(term, .product)
      }
    }
    return result
  }

  private func product(_ factors: [Factor]) -> String {
    var result = ""
    for (position, factor) in factors.enumerated() {
      if position > 0 {
        result += factor.sign == .division ? "/" : (factor.sign == .hadamard ? "⊙" : "·")
      }
      let inside = position > 0 || factors.count > 1 ? Binding.power : .product
      // A fraction needs parentheses only after a division.
      if case .fraction = factor.expression, factor.sign != .division {
        result += text(factor.expression)
      } else if case .reduction = factor.expression, position == factors.count - 1 {
        result += text(factor.expression)
      } else {
        result += operand(factor.expression, inside)
      }
    }
    return result
  }

  private func reduction(_ reduction: MathExpression.Reduction) -> String {
    var range = reduction.index?.name ?? ""
    if case .opaque(let sign, let set)? = reduction.lower, set.count == 1, sign.count == 1 {
      range += sign + text(set[0])
    } else if let lower = reduction.lower {
      range += (reduction.upper == nil && reduction.index == nil ? "" : "=") + text(lower)
    }
    if let upper = reduction.upper { range += ".." + text(upper) }
    let body = text(reduction.body)
    return "\(reduction.operation.rawValue)(\(range.isEmpty ? body : range + ", " + body))"
  }

  private func derivative(_ derivative: MathExpression.Derivative) -> String {
    switch derivative.notation {
    case .nabla:
      let order = derivative.order > 1 ? "^\(derivative.order)" : ""
      let variable = derivative.variables.first.map { "_" + operand($0, .atom) } ?? ""
      return "∇\(order)\(variable) \(operand(derivative.subject, .atom))".replacingSpace(
        when: variable.isEmpty)
    case .partial, .total:
      let d = derivative.notation == .partial ? "∂" : "d"
      let order = derivative.order > 1 ? "^\(derivative.order)" : ""
      let below = derivative.variables.map { d + operand($0, .atom) }.joined(separator: " ")
      return "(\(d)\(order) \(operand(derivative.subject, .atom))/\(below))"
    }
  }

  private func branch(_ branch: MathExpression.Branch) -> String {
    if branch.condition.isEmpty { return "\(text(branch.value)) otherwise" }
    let conditions = branch.condition.map { "\(text($0.left)) \($0.relation.text) \(text($0.right))" }
    return "\(text(branch.value)) if \(conditions.joined(separator: " and "))"
  }
}

extension String {
  /// The text without its first space if the condition holds: ∇J needs no space, ∇_θ J does.
  fileprivate func replacingSpace(when condition: Bool) -> String {
    condition ? split(separator: " ", maxSplits: 1).joined() : self
  }
}

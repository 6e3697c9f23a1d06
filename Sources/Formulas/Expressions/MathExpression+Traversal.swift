extension MathExpression {
  /// The direct parts of the node; subscripts are not parts.
  package var children: [MathExpression] {
    switch self {
    case .number, .symbol: []
    case .vector(let items), .sum(let items), .function(_, let items), .application(_, let items),
      .opaque(_, let items):
      items
    case .matrix(let rows): rows.flatMap { $0 }
    case .interval(let a, let b, _, _), .fraction(let a, let b), .power(let a, let b): [a, b]
    case .product(let factors): factors.map({ $0.expression })
    case .root(let a, let degree): degree.map { [a, $0] } ?? [a]
    case .negated(let a), .absolute(let a), .transposed(let a): [a]
    case .norm(let a, let order): order.map { [a, $0] } ?? [a]
    case .reduction(let reduction): [reduction.lower, reduction.upper, reduction.body].compactMap { $0 }
    case .derivative(let derivative): [derivative.subject] + derivative.variables
    case .integral(let integral): [integral.lower, integral.upper, integral.body].compactMap { $0 }
    case .limit(let limit): [limit.target, limit.body]
    case .evaluated(let node): [node.body, node.point] + (node.start.map { [$0] } ?? [])
    case .piecewise(let branches):
      branches.flatMap { [$0.value] + $0.condition.flatMap { [$0.left, $0.right] } }
    }
  }

  /// The same node with transformed parts.
  package func mapChildren(_ transform: (MathExpression) -> MathExpression) -> MathExpression {
    switch self {
    case .number, .symbol: return self
    case .vector(let items): return .vector(items.map(transform))
    case .sum(let items): return .sum(items.map(transform))
    case .function(let f, let items): return .function(f, items.map(transform))
    case .application(let f, let items): return .application(f, items.map(transform))
    case .opaque(let name, let items): return .opaque(name, items.map(transform))
    case .matrix(let rows): return .matrix(rows.map { $0.map(transform) })
    case .interval(let a, let b, let lower, let upper):
      return .interval(transform(a), transform(b), lowerClosed: lower, upperClosed: upper)
    case .fraction(let a, let b): return .fraction(transform(a), transform(b))
    case .power(let a, let b): return .power(transform(a), transform(b))
    case .product(let factors):
      return .product(factors.map { Factor(transform($0.expression), sign: $0.sign) })
    case .root(let a, let degree): return .root(transform(a), degree: degree.map(transform))
    case .negated(let a): return .negated(transform(a))
    case .absolute(let a): return .absolute(transform(a))
    case .transposed(let a): return .transposed(transform(a))
    case .norm(let a, let order): return .norm(transform(a), order: order.map(transform))
    case .reduction(var reduction):
      reduction.lower = reduction.lower.map(transform)
      reduction.upper = reduction.upper.map(transform)
      reduction.body = transform(reduction.body)
      return .reduction(reduction)
    case .derivative(var derivative):
      derivative.subject = transform(derivative.subject)
      derivative.variables = derivative.variables.map(transform)
      return .derivative(derivative)
    case .integral(var integral):
      integral.lower = integral.lower.map(transform)
      integral.upper = integral.upper.map(transform)
      integral.body = transform(integral.body)
      return .integral(integral)
    case .limit(var limit):
      limit.target = transform(limit.target)
      limit.body = transform(limit.body)
      return .limit(limit)
    case .evaluated(var node):
      node.body = transform(node.body)
      node.point = transform(node.point)
      node.start = node.start.map(transform)
      return .evaluated(node)
    case .piecewise(let branches):
      return .piecewise(
        branches.map { branch in
          Branch(
            value: transform(branch.value),
            condition: branch.condition.map {
              Condition(left: transform($0.left), relation: $0.relation, right: transform($0.right))
            })
        })
    }
  }

  /// The same node with another part at `position` of its ``children``.
  package func replacingChild(_ position: Int, by change: MathExpression) -> MathExpression {
    var counter = -1
    return mapChildren { part in
      counter += 1
      return counter == position ? change : part
    }
  }

  /// Visits the node and all nodes below it, parents first.
  package func visit(_ body: (MathExpression) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }

  /// Whether the node or a node below it satisfies the condition.
  package func contains(where predicate: (MathExpression) -> Bool) -> Bool {
    predicate(self) || children.contains { $0.contains(where: predicate) }
  }

  /// All symbols, also those inside calls and derivatives.
  package var symbols: [MathSymbol] {
    var found: [MathSymbol] = []
    visit { node in
      if case .symbol(let symbol) = node { found.append(symbol) }
      if case .application(let symbol, _) = node { found.append(symbol) }
    }
    return found
  }

  /// All parts that can have a given value, outermost first.
  package var quantities: [MathExpression] {
    var found: [MathExpression] = []
    visit { if $0.quantityName != nil { found.append($0) } }
    return found
  }

  /// The tree with every node replaced for which `transform` returns an expression, outermost first.
  package func replacing(_ transform: (MathExpression) -> MathExpression?) -> MathExpression {
    transform(self) ?? mapChildren { $0.replacing(transform) }
  }

  /// The written constants in reading order.
  package var literals: [WrittenDecimal] {
    var found: [WrittenDecimal] = []
    visit { if case .number(let number) = $0 { found.append(number) } }
    return found
  }

  /// Whether the expression contains only constants and known functions.
  package var isNumeric: Bool {
    !contains { node in
      switch node {
      case .symbol(let symbol): !MathConstants.isConstant(symbol)
      case .application, .derivative, .opaque: true
      default: false
      }
    }
  }

  /// Whether dots stand for the expression.
  package var isEllipsis: Bool { if case .symbol(let symbol) = self { symbol.isEllipsis } else { false } }

  /// The name under which the quantity can have a value; nil for other nodes than symbols, calls and derivatives.
  package var quantityName: String? {
    switch self {
    case .symbol(let symbol): symbol.name
    case .application, .derivative: description
    default: nil
    }
  }
}

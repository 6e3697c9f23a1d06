extension MathExpression {
  /// Whether the value depends on nothing: every letter is a constant or bound by a sum, an integral or a limit.
  package var isClosed: Bool {
    let hasOtherParts = contains { node in
      switch node {
      case .opaque, .interval: true
      default: false
      }
    }
    return !hasOtherParts && FormulaEnvironment().freeQuantities(of: self).isEmpty
  }
}

extension FormulaEnvironment {
  /// The names of the quantities in an expression without a value or definition, in order and without repetition.
  public func freeQuantities(of expression: MathExpression) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    collect(expression, bound: [], depth: 0, seen: &seen, into: &found)
    return found
  }

  func collect(
    _ expression: MathExpression, bound: Set<String>, depth: Int, seen: inout Set<String>,
    into found: inout [String]
  ) {
    // Definitions may refer to themselves: V(s) = r + γV(s').
    if depth > 12 { return }
    switch expression {
    case .symbol(let symbol):
      if bound.contains(symbol.name) || MathConstants.isConstant(symbol) { return }
      if value(named: symbol.name, quantity: expression) != nil { return }
      guard seen.insert(symbol.name).inserted else { return }
      if let body = definitions[symbol.name] ?? functions[symbol.name]?.body {
        collect(body, bound: bound, depth: depth + 1, seen: &seen, into: &found)
        return
      }
      let family = symbol.withoutIndices(bound)
      if family.name != symbol.name {
        if value(named: family.name, quantity: .symbol(family)) != nil { return }
        if seen.insert(family.name).inserted || !found.contains(family.name) { found.append(family.name) }
        return
      }
      found.append(symbol.name)
    case .application(let symbol, let arguments):
      if let name = expression.quantityName, value(named: name, quantity: expression) != nil { return }
      if let function = functions[symbol.name] {
        if seen.insert("\(symbol.name)()").inserted {
          let inner = bound.union(function.parameters.map({ $0.name }))
          collect(function.body, bound: inner, depth: depth + 1, seen: &seen, into: &found)
        }
        for argument in arguments { collect(argument, bound: bound, depth: depth, seen: &seen, into: &found) }
      } else if ElementaryFunction.builtin(symbol) != nil {
        for argument in arguments { collect(argument, bound: bound, depth: depth, seen: &seen, into: &found) }
      } else if let body = definitions[symbol.name], seen.insert(symbol.name).inserted {
        collect(body, bound: bound, depth: depth + 1, seen: &seen, into: &found)
      } else if seen.insert(expression.description).inserted {
        found.append(expression.description)
      }
    case .derivative(let derivative):
      if let name = expression.quantityName, value(named: name, quantity: expression) != nil { return }
      if let name = expression.quantityName, let body = definitions[name] {
        if seen.insert(name).inserted {
          collect(body, bound: bound, depth: depth + 1, seen: &seen, into: &found)
        }
      } else if hasMeaning(derivative) {
        collect(derivative.subject, bound: bound, depth: depth, seen: &seen, into: &found)
      } else if seen.insert(expression.description).inserted {
        found.append(expression.description)
      }
    case .reduction(let reduction):
      let inner = reduction.index.map { bound.union([$0.name]) } ?? bound
      for part in [reduction.lower, reduction.upper].compactMap({ $0 }) {
        collect(part, bound: bound, depth: depth, seen: &seen, into: &found)
      }
      collect(reduction.body, bound: inner, depth: depth, seen: &seen, into: &found)
    case .integral(let integral) where integral.upper != nil:
      for part in [integral.lower, integral.upper].compactMap({ $0 }) {
        collect(part, bound: bound, depth: depth, seen: &seen, into: &found)
      }
      let inner = bound.union([integral.variable.name])
      collect(integral.body, bound: inner, depth: depth, seen: &seen, into: &found)
    case .limit(let limit):
      collect(limit.target, bound: bound, depth: depth, seen: &seen, into: &found)
      let inner = bound.union([limit.variable.name])
      collect(limit.body, bound: inner, depth: depth, seen: &seen, into: &found)
    case .evaluated(let node):
      for part in [node.point, node.start].compactMap({ $0 }) {
        collect(part, bound: bound, depth: depth, seen: &seen, into: &found)
      }
      let symbols = Set(node.body.symbols.filter { !MathConstants.isConstant($0) })
      let variable = node.variable ?? (symbols.count == 1 ? symbols.first : nil)
      let inner = variable.map { bound.union([$0.name]) } ?? bound
      collect(node.body, bound: inner, depth: depth, seen: &seen, into: &found)
    default:
      for child in expression.children {
        collect(child, bound: bound, depth: depth, seen: &seen, into: &found)
      }
    }
  }
}

extension FormulaParser {
  /// Consumes a relation, also `\stackrel{def}{=}` and `\not=`.
  mutating func acceptRelation(peekOnly: Bool = false) -> Relation? {
    let start = current
    if case .relation(let kind) = start.kind {
      if !peekOnly { advance() }
      return Relation(kind: kind, position: position(start))
    }
    if start.isCommand("not"), case .relation = peek(1).kind {
      if !peekOnly {
        advance()
        advance()
      }
      return Relation(kind: .differs, position: position(start))
    }
    guard let stacked = stackedRelation(at: index) else { return nil }
    if !peekOnly { index = stacked.end }
    return Relation(kind: stacked.kind, position: position(start))
  }

  func isStackedRelation(_ token: Token) -> Bool {
    guard token.isCommand("stackrel") || token.isCommand("overset") || token.isCommand("underset") else {
      return false
    }
    return token == current && stackedRelation(at: index) != nil
  }

  func stackedRelation(at start: Int) -> (kind: Relation.Kind, end: Int)? {
    guard case .command(let name) = tokens[start].kind, ["stackrel", "overset", "underset"].contains(name)
    else { return nil }
    guard let second = groupEnd(from: start + 1), second < tokens.count else { return nil }
    if case .relation(let kind) = tokens[second].kind { return (kind, second + 1) }
    guard tokens[second].kind == .open, second + 2 < tokens.count,
      case .relation(let kind) = tokens[second + 1].kind,
      tokens[second + 2].kind == .close
    else { return nil }
    return (kind == .equals && name != "underset" ? .defines : kind, second + 3)
  }

  /// The index after the group or token at `start`; nil if the group does not end.
  func groupEnd(from start: Int) -> Int? {
    guard start < tokens.count else { return nil }
    guard tokens[start].kind == .open else { return start + 1 }
    var depth = 0
    for position in start..<tokens.count {
      if tokens[position].kind == .open { depth += 1 }
      if tokens[position].kind == .close {
        depth -= 1
        if depth == 0 { return position + 1 }
      }
    }
    return nil
  }
}

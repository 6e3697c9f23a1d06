extension FormulaParser {
  /// Whether a token is "mod" between two numbers or after a congruence.
  static func isModulo(_ token: Token) -> Bool {
    switch token.kind {
    case .command(let name): name == "bmod" || name == "mod" || name == "pmod"
    case .text(let command, let content): command != "begin" && command != "end" && content == "mod"
    default: false
    }
  }

  /// Whether `\pmod{n}` or `(mod n)` begins here, which applies to the whole congruence.
  var startsModulus: Bool {
    current.isCommand("pmod") || current.isMark("(") && Self.isModulo(peek(1))
  }

  /// Reads the modulus after a side of a congruence.
  mutating func parseModulus() throws(ReadingError) -> MathExpression {
    if current.isMark("(") {
      let open = current
      advance()
      advance()
      let modulus = try descend { parser throws(ReadingError) in try parser.parseExpression() }
      guard accept(mark: ")") else { throw unclosed(")", from: open) }
      return modulus
    }
    advance()
    return try descend { parser throws(ReadingError) in try parser.parseFactor() }
  }

  /// Reads the `\mod` of `17 \equiv 2 \mod 5` like `\pmod`. After `=`, `\mod` belongs to its own side.
  func readingCongruence(_ statement: Statement) -> Statement {
    guard statement.relations.contains(where: isCongruence), let last = statement.sides.last?.expression,
      let (rest, modulus) = Self.trailingModulus(last)
    else { return statement }
    var result = statement
    result.sides[result.sides.count - 1].expression = rest
    result.sides = reduced(result.sides, by: modulus)
    return result
  }

  private func isCongruence(_ relation: Relation) -> Bool {
    let written = lexer.bytes[relation.position.utf8Offset...]
    return written.starts(with: "\\equiv".utf8) || written.starts(with: "≡".utf8)
  }

  private static func trailingModulus(_ side: MathExpression) -> (MathExpression, MathExpression)? {
    switch side {
    case .function(.remainder, let parts) where parts.count == 2: return (parts[0], parts[1])
    case .sum(var terms):
      guard let (rest, modulus) = trailingModulus(terms[terms.count - 1]) else { return nil }
      terms[terms.count - 1] = rest
      return (.sum(terms), modulus)
    default: return nil
    }
  }

  /// The sides of `a \equiv b \pmod{n}`, each modulo n.
  func reduced(_ sides: [Statement.Side], by modulus: MathExpression) -> [Statement.Side] {
    sides.map { side in
      var side = side
      side.expression = .function(.remainder, [side.expression, modulus])
      return side
    }
  }
}

import Testing

@testable import Formulas

@Suite("Reading LaTeX")
struct ReadingTests {
  /// The rows `text ⇒ expectation` of a table.
  static func rows(_ table: String) -> [(latex: String, expected: String)] {
    table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "⇒", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (trimmed(parts[0]), trimmed(parts[1]))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Statements on one line: `a = b ; = c`.
  static func text(_ formula: Formula) -> String {
    formula.statements.map { statement in
      var parts: [String] = []
      var relations = statement.relations.map(\.kind.text)[...]
      for side in statement.sides {
        if !parts.isEmpty || statement.continuesPrevious, let relation = relations.popFirst() {
          parts.append(relation)
        }
        parts.append(side.expression.description)
      }
      return parts.joined(separator: " ")
    }.joined(separator: " ; ")
  }

  @Test("every formula of the table has the expected tree")
  func table() throws {
    let rows = Self.rows(readingTable)
    #expect(rows.count >= 300)
    for row in rows {
      let formula = try Formula(row.latex)
      #expect(Self.text(formula) == row.expected, "\(row.latex)")
    }
  }

  @Test("every formula of the value table has the value that mpmath gives")
  func values() throws {
    var derivation = Derivation()
    try derivation.give(valueTableGiven)
    let rows = Self.rows(valueTable)
    #expect(rows.count >= 140)
    for row in rows {
      let expression = try MathExpression(latex: row.latex)
      var evaluator = FormulaEvaluator(derivation.environment)
      let value = try evaluator.value(of: expression)
      let expected = row.expected.split(separator: " ").compactMap { Double($0) }
      #expect(value.components.count == expected.count, "\(row.latex)")
      for (a, b) in zip(value.components, expected) {
        // Fifteen digits, because the value takes a handful of rounded operations.
        #expect((a - b).magnitude <= 1e-14 * max(1, b.magnitude), "\(row.latex): \(a) for \(b)")
      }
    }
  }

  @Test(
    "an unreadable formula is reported with place and token",
    arguments: [
      (#"a + \frac{b}"#, 1, 13, ""), (#"a + \foo"#, 1, 5, #"\foo"#), ("a_b_c", 1, 4, "_"), ("x)", 1, 2, ")"),
      (#"\left( a + b"#, 1, 13, ""), ("x_{t", 1, 5, ""), ("a +\n * b", 2, 2, "*"),
      (#"\begin{foo} a \end{foo}"#, 1, 1, "foo"),
      (#"\begin{aligned} a"#, 1, 18, ""), ("a^{2}^{3}", 1, 6, "^"), ("[1, 2", 1, 6, ""), ("|x", 1, 3, ""),
      ("a } b", 1, 3, "}"),
    ])
  func errors(latex: String, line: Int, column: Int, token: String) {
    do {
      let formula = try Formula(latex)
      Issue.record("read as \(Self.text(formula))")
    } catch {
      #expect(error.position.line == line && error.position.column == column, "\(latex): \(error.position)")
      #expect(error.token == token)
    }
  }

  @Test(
    "ten thousand nested braces are an error",
    arguments: ["{", #"\sqrt{"#, "(", #"\frac{"#, #"\hat"#, "x^{", "|", #"\log "#, "-(", #"\nabla"#])
  func deepNesting(opener: String) {
    let latex = String(repeating: opener, count: 10_000) + "x"
    #expect(throws: ReadingError.self) { try Formula(latex) }
  }

  @Test("a product of very many factors is an error")
  func manyFactors() {
    #expect(throws: ReadingError.self) { try Formula(String(repeating: "a", count: 20_000)) }
  }

  @Test("a thousand terms do not make a deep tree")
  func manyTerms() throws {
    let sum = try Formula(Array(repeating: "1", count: 20_000).joined(separator: "+"))
    var derivation = Derivation()
    let equation = try Formula(Array(repeating: "1", count: 5_000).joined(separator: "+") + " = 5000")
    #expect(derivation.judge(equation).first?.verdict == .holds)
    #expect(sum.statements.count == 1)
  }

  @Test("positions count UTF-8 bytes and lines")
  func positions() throws {
    let formula = try Formula("θ = 1 \\\\\n  b = 2")
    #expect(formula.statements[1].position == FormulaPosition(utf8Offset: 12, line: 2, column: 3))
    #expect(formula.statements[1].sides[1].latex == "2")
  }
}

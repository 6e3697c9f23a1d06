import Testing

@testable import Formulas

@Suite("Values of plain names")
struct PlainValuesTests {
  private static func value(_ latex: String, _ values: [String: Double]) throws -> Double? {
    var environment = FormulaEnvironment()
    for (name, value) in values { try environment.assign(MathValue(value), to: name) }
    var evaluator = FormulaEvaluator(environment)
    return try evaluator.value(of: MathExpression(latex: latex)).scalarValue
  }

  @Test(
    "a name that an integral or a sum binds has its given value before and behind it",
    arguments: [
      (#"x + \int_0^1 x \, dx + x"#, 4.5), (#"\int_0^1 (x + a) \, dx + x"#, 5.5),
      (#"x + \sum_{x=1}^{3} x a + x"#, 22),
    ])
  func bound(latex: String, expected: Double) throws {
    let value = try #require(try Self.value(latex, ["x": 2, "a": 3]))
    #expect(abs(value - expected) < 1e-9)
  }

  @Test("two random points have different values of the same name")
  func points() throws {
    let expression = try MathExpression(latex: #"\theta + \theta"#)
    let values = try [UInt64(1), 2].map { seed in
      var environment = FormulaEnvironment()
      environment.random = RandomPoint(seed: seed, domains: QuantityDomains([expression]))
      var evaluator = FormulaEvaluator(environment)
      return try evaluator.value(of: expression).scalarValue
    }
    #expect(values[0] != nil && values[0] != values[1])
  }
}

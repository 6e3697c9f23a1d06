import ElementaryNumerics
import Testing

@testable import Plan

@Suite("Comments that are checks")
struct CheckCommentTests {
  @Test(
    "numbers with the precision they are written to",
    arguments: [
      ("// ≈ 0.9932", 0.9932, 1e-4), ("//≈ 3", 3, 1), ("// ≈ -1.2e-6", -1.2e-6, 1e-7), ("// ≈ −5.0", -5, 0.1),
      ("// ≈ 1_000", 1000, 1), ("// ≈ 2E3", 2000, 1000),
    ])
  func numbers(comment: String, value: Double, unit: Double) throws {
    guard case .check(.approximate(.number(let number), .asWritten)) = CheckComment(comment) else {
      Issue.record("not a check: \(comment)")
      return
    }
    #expect(number.value == value)
    #expect(number.lastDigitUnit == unit)
  }

  @Test(
    "tolerances",
    arguments: [
      ("// ≈ 0.25 ± 1e-6", Tolerance.absolute(1e-6)), ("// ≈ 0.25 ±2%", .relative(0.02)),
      ("// ≈ [1, 2] ± 0.5 %", .relative(0.005)),
    ])
  func tolerances(comment: String, expected: Tolerance) {
    guard case .check(.approximate(_, let tolerance)) = CheckComment(comment) else {
      Issue.record("not a check: \(comment)")
      return
    }
    #expect(tolerance == expected)
  }

  @Test(
    "values to be equal",
    arguments: [
      ("// == true", ExpectedValue.boolean(true)), ("// == nil", .none),
      ("// == \"a \\\"b\\\"\"", .text("a \"b\"")),
      ("// == .circle", .symbol(".circle")),
      ("// == [true, [\"a\"]]", .array([.boolean(true), .array([.text("a")])])),
      ("// == []", .array([])),
    ])
  func values(comment: String, expected: ExpectedValue) {
    #expect(CheckComment(comment) == .check(.equal(expected)))
  }

  @Test("text that must be printed")
  func prints() {
    #expect(CheckComment(#"// Prints "loss: 0.5\n""#) == .check(.prints(["loss: 0.5\n"])))
  }

  @Test(
    "ordinary comments are not checks",
    arguments: ["// the loss", "/// ≈ docs", "// print the loss", "// === ===", "// = mc²"])
  func ordinary(comment: String) {
    #expect(CheckComment(comment) == nil)
  }

  @Test(
    "a comment that is almost a check is an error",
    arguments: [
      ("// ~= 0.5", PlanProblem.nearlyCheck("~=")), ("// = 0.5", .nearlyCheck("=")),
      ("// ≅ [1]", .nearlyCheck("≅")),
      ("// prints \"a\"", .nearlyCheck("prints")), ("// Prints \"a", .printsMalformed),
      ("// ≈ nan", .expectationMalformed(.notFinite("nan"))),
      ("// ≈ inf", .expectationMalformed(.notFinite("inf"))),
      ("// ≈ abc", .expectationMalformed(.notANumber("abc"))), ("// ≈", .expectationMalformed(.noValue)),
      ("// ≈ 1 +- 2", .expectationMalformed(.trailing("+- 2"))),
      ("// ≈ 1 ± x", .expectationMalformed(.badTolerance("x"))),
      ("// ≈ [1, 2", .expectationMalformed(.unclosed)),
      ("// ≈ 1e999", .expectationMalformed(.notANumber("1e999"))),
      ("// == \"a", .expectationMalformed(.unclosed)),
    ])
  func malformed(comment: String, problem: PlanProblem) {
    #expect(CheckComment(comment) == .malformed(problem))
  }

  @Test("random text after a sign is a check or an error, never an ordinary comment")
  func fuzz() {
    var generator = SplitMix64(seed: 1)
    let characters = Array("≈=± []().,0123456789eE+-−%\"\\natrufls_ Prints/")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0..<20, using: &generator)).map { _ in
          characters.randomElement(using: &generator) ?? " "
        })
      #expect(CheckComment("// ≈\(text)") != nil, "≈\(text)")
      #expect(CheckComment("// Prints \"\(text)") != nil, "Prints \"\(text)")
      if !text.hasPrefix("=") { #expect(CheckComment("// ==\(text)") != nil, "==\(text)") }
    }
  }
}

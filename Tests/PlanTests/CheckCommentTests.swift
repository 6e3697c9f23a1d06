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
      (#"// == "\u{e9}\r\0\'\t""#, .text("é\r\0'\t")), (##"// == #"a\n"b"#"##, .text(##"a\n"b"##)),
      ("// == Shape.dot", .symbol("Shape.dot")), ("// == 3.0 km", .symbol("3.0 km")),
      ("// == 1970-01-01 00:00:00 +0000", .symbol("1970-01-01 00:00:00 +0000")),
      ("// == [:]", .dictionary([])),
      ("// == [\"a\": true]", .dictionary([.init(key: .text("a"), value: .boolean(true))])),
      ("// == .square(true)", .call(name: ".square", [.init(label: "", value: .boolean(true))])),
      ("// == (x: nil)", .call(name: "", [.init(label: "x", value: .none)])),
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
    arguments: [
      "// the loss", "/// ≈ docs", "// print the loss", "// === ===", "// = mc²", "// -> Double",
      "// 3 steps",
      "// equals the loss", "/* the loss */", "/** ≈ docs */", "// approximately the same", "// => see below",
    ])
  func ordinary(comment: String) {
    #expect(CheckComment(comment) == nil)
  }

  @Test(
    "a comment that is almost a check is an error",
    arguments: [
      ("// Prints \"a", PlanProblem.printsMalformed), (#"// Prints "\q""#, .unknownEscape("\\q")),
      (#"// == "\q""#, .expectationMalformed(.unknownEscape("\\q"))),
      (#"// == "\u{110000}""#, .expectationMalformed(.unknownEscape("\\u{110000"))),
      ("// == 3 ± 1", .expectationMalformed(.trailing("± 1"))),
      ("// ≈ [1, nan]", .expectationMalformed(.notFinite("nan"))),
      ("// ≈ [1, ten]", .expectationMalformed(.notANumber("ten"))),
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

  @Test(
    "a value in the notation of another tool is an error",
    arguments: [
      "// ~= 0.5", "// ~ 0.5", "// = 0.5", "// ≅ [1]", "// prints \"a\"", "// => 3.0", "//=> \"a\"",
      "// -> 3.0",
      "// → [1, 2]", "// ⇒ true", "// 3.0 ± 0.1", "// [1.0, 2] ± 1e-3", "// 3 +/- 1", "// equals 3.0",
      "// approximately 3.0", "// returns \"a\"", "// expected: \"a\"", "/* ≈ 3.0 */", "/*== 3*/",
      "/* => 3 */", "/// ≈ 3.0", "/// == \"a\"", "// ~> 3", "// ± 3.0", "// (≈ 3.0)", "// 3.0 +- 0.1",
      "// expect: 3.0", "// is 3.0", "// returns [1, 2]", "// result: true", "// Output: -3",
      "/* Prints \"a\" */", "// => .circle", "// = nil",
    ])
  func nearly(comment: String) {
    #expect(CheckComment(comment) == .malformed(.nearlyCheck(comment)))
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

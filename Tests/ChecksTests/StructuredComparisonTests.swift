import Events
import Testing

@testable import Checks
@testable import Plan

@Suite("Values with parts are compared part by part")
struct StructuredComparisonTests {
  private static let circle = Value.enumeration(name: "circle", payload: [field("radius", number(2))])
  private static let square = Value.enumeration(name: "square", payload: [field("", .integer("2"))])
  private static let point = Value.record(
    name: "Point", fields: [field("x", number(1)), field("label", .text("a"))])
  private static let ages = Value.dictionary(
    [entry("ann", .integer("1")), entry("bob", .integer("2"))], isOrdered: false)
  private static let ordered = Value.dictionary(
    [entry("bob", .integer("2")), entry("ann", .integer("1"))], isOrdered: true)
  private static let set = Value.set([.integer("1"), .integer("2"), .integer("3")], count: 3)

  @Test(
    "equal values",
    arguments: [
      (".circle(radius: 2.0)", circle, true), ("Shape.circle(radius: 2)", circle, true),
      (".circle(radius: 3)", circle, false), (".circle(2.0)", circle, false),
      (".square(radius: 2)", circle, false),
      (".square(2)", square, true), (".square", square, false), (".circle", circle, false),
      (".dot", .enumeration(name: "dot", payload: []), true),
      ("Shape.dot", .enumeration(name: "dot", payload: []), true),
      (".dot", .enumeration(name: "dotted", payload: []), false),
      ("\"dot\"", .enumeration(name: "dot", payload: []), false),
      (".success(3)", .enumeration(name: "success", payload: [field("", .integer("3"))]), true),
      (".failure(.odd)", .enumeration(name: "failure", payload: [field("", .opaque("odd"))]), true),
      ("Point(x: 1, label: \"a\")", point, true), ("Point(x: 1, label: \"b\")", point, false),
      ("Point(x: 1)", point, false), ("Line(x: 1, label: \"a\")", point, false),
      ("[\"bob\": 2, \"ann\": 1]", ages, true), ("[\"bob\": 2, \"ann\": 2]", ages, false),
      ("[\"bob\": 2]", ages, false), ("[:]", .dictionary([], isOrdered: false), true),
      ("[\"bob\": 2, \"ann\": 1]", ordered, true), ("[\"ann\": 1, \"bob\": 2]", ordered, false),
      ("[3, 1, 2]", set, true), ("[3, 1, 1]", set, false), ("[1, 2]", set, false),
      ("[]", .set([], count: 0), true),
      ("[1, 2, 3]", .set([.integer("1")], count: 3), false),
      ("Optional(5)", .integer("5"), true), (".some(5)", .integer("5"), true),
      (".some(6)", .integer("5"), false),
      ("1.0 + 2.0i", .opaque("1.0 + 2.0i"), true), ("\"1.0 + 2.0i\"", .opaque("1.0 + 2.0i"), true),
      ("1.0 + 2.1i", .opaque("1.0 + 2.0i"), false), ("3 apples", .integer("3"), false),
      ("3.0 km", .opaque("3.0 km"), true),
      ("1970-01-01 00:00:00 +0000", .opaque("1970-01-01 00:00:00 +0000"), true),
      ("19.99", .decimal("19.99"), true), ("19.990", .decimal("19.99"), true),
      ("−19.99", .decimal("-19.99"), true),
      ("19.99", .decimal("-19.99"), false), ("0", .decimal("-0.0"), true),
      ("0.1234567890123456789", .decimal("0.1234567890123456788"), false),
      ("0.1", .floatingPoint(Double(Float(0.1)), description: "0.1"), true),
      ("0.10000001", .floatingPoint(Double(Float(0.1)), description: "0.1"), false),
      ("(x: 1, y: 2)", .array([.integer("1"), .integer("2")], count: 2), true),
    ])
  func equal(expected: String, actual: Value, holds: Bool) throws {
    let value = try ExpectedValueParser.equal(expected)
    #expect((Comparison.equal(value, actual).difference == nil) == holds)
  }

  @Test(
    "numbers within a tolerance, everything else exactly",
    arguments: [
      (".circle(radius: 2.00)", circle, true), (".circle(radius: 2.02)", circle, false),
      (".circle(radius: 2.1) ± 10%", circle, true), ("Point(x: 1.0, label: \"a\")", point, true),
      ("Point(x: 1.0, label: \"b\")", point, false), ("[\"bob\": 2, \"ann\": 1]", ages, true),
      ("[1.0, 2.0, 3.04] ± 0.1", set, true), ("[1.0, 2.0, 3.2] ± 0.1", set, false),
      ("3.00 km", .opaque("2.999 km"), true), ("3.00 km", .opaque("2.999 m"), false),
      ("3.0 km ± 0.5", .opaque("3.4 km"), true), ("3.0 km ± 0.5", .opaque("3.6 km"), false),
      ("1.0 + 2.0i", .opaque("0.98 + 2.01i"), true), ("1.0 + 2.0i", .opaque("0.98 - 2.01i"), false),
      ("-1.0 + 2.0i", .opaque("(-0.98, 2.01)"), true), ("1.0 - 2.0i", .opaque("(0.98, 2.01)"), false),
      ("1.0 - 2.0i", .opaque("(0.98, -2.01)"), true), ("1.0 + 2.5i", .opaque("(1.0, 2.0)"), false),
      ("19.99", .decimal("19.9901"), true), ("19.99", .decimal("19.98"), false),
    ])
  func approximate(expected: String, actual: Value, holds: Bool) throws {
    let (value, tolerance) = try ExpectedValueParser.approximate(expected)
    #expect((Comparison.approximate(value, actual, within: tolerance).difference == nil) == holds)
  }

  @Test("the place of a difference names fields and keys")
  func places() throws {
    let expected = try ExpectedValueParser.equal("[\"a\": Point(x: 1, label: \"b\")]")
    let actual = Value.dictionary([entry("a", Self.point)], isOrdered: false)
    let difference = try #require(Comparison.equal(expected, actual).difference)
    #expect(difference.wording.english == "at [\"a\"].label expected \"b\", got \"a\"")
  }

  @Test("what has no written form is refused with one that works")
  func advice() throws {
    let expected = try ExpectedValueParser.equal("Date(timeIntervalSince1970: 0)")
    let difference = try #require(
      Comparison.equal(expected, .opaque("1970-01-01 00:00:00 +0000")).difference)
    let check = CheckResult(
      line: 1, column: 1, subject: "d", expectation: .equal("…"), finding: .differs(actual: "…", difference))
    #expect(
      check.fix
        == "write the description, '// == 1970-01-01 00:00:00 +0000', or compare two values in code and expect '// == true'"
    )
  }

  @Test(
    "accepting changes numbers and texts inside of values",
    arguments: [
      ("// == .circle(radius:  3.5)", circle, "// == .circle(radius:  2.0)"),
      ("// ≈ .circle(radius: 3.50)", circle, "// ≈ .circle(radius: 2.00)"),
      ("// == [\"bob\": 7, \"ann\": 1]", ages, "// == [\"bob\": 2, \"ann\": 1]"),
      ("// == [3, 1, 5]", set, "// == [3, 1, 2]"),
      ("// == Point(x: 2, label: \"é\")", point, "// == Point(x: 1.0, label: \"a\")"),
      ("// == 1.0 + 9.0i", .opaque("1.0 + 2.0i"), "// == 1.0 + 2.0i"),
      ("// == \"1.0 + 9.0i\"", .opaque("1.0 + 2.0i"), "// == \"1.0 + 2.0i\""),
      ("// ≈ 2.00 km", .opaque("2.998 km"), "// ≈ 3.00 km"),
      ("// == 18.50", .decimal("19.99"), "// == 19.99"), ("// ≈ 59.9", .decimal("59.97"), "// ≈ 60.0"),
      ("// == \"a\"", .text("\u{7}\r\0é\u{2028}"), #"// == "\u{7}\r\0é\u{2028}""#),
      ("// == #\"a\"#", .text("b"), "// == \"b\""),
    ])
  func accepted(comment: String, actual: Value, new: String) throws {
    #expect(try rewritten(comment, actual) == new)
    // The new comment holds, and is left alone.
    #expect(try rewritten(new, actual) == new)
  }

  @Test(
    "accepting refuses another case, other keys and another unit",
    arguments: [
      ("// == .square(2)", circle), ("// == [\"eve\": 1, \"bob\": 2]", ages),
      ("// ≈ 2.00 km", .opaque("2.998 m")),
      ("// == [1, 2]", set), ("// == Line(x: 1)", point), ("// == .a", .opaque("a\nb")),
    ])
  func refused(comment: String, actual: Value) {
    #expect(throws: Acceptance.Refusal.self) { try rewritten(comment, actual) }
  }

  private func rewritten(_ comment: String, _ actual: Value) throws -> String {
    let kind = try #require(
      CheckComment(comment).flatMap { if case .check(let kind) = $0 { kind } else { nil } })
    switch kind {
    case .approximate(let expected, let tolerance):
      return try CommentRewriter(comment).numbers(of: expected, actual, within: tolerance)
    case .equal(let expected): return try CommentRewriter(comment).equal(expected, actual)
    case .prints: return comment
    }
  }
}

private func number(_ value: Double) -> Value { .floatingPoint(value, description: "\(value)") }
private func field(_ name: String, _ value: Value) -> Value.Field { .init(name: name, value: value) }
private func entry(_ key: String, _ value: Value) -> Value.Entry { .init(key: .text(key), value: value) }

import Events
import Testing

@testable import Checks
@testable import Plan

@Suite("Values are compared")
struct ComparisonTests {
  @Test(
    "numbers within the tolerance pass",
    arguments: [
      ("0.9932", number(0.99324), true), ("0.9932", number(0.99326), false), ("3", .integer("3"), true),
      ("1.2e-6", number(1.24e-6), true), ("1.2e-6", number(1.26e-6), false),
      ("0.25 ± 1e-6", number(0.250_000_9), true),
      ("0.25 ± 1e-6", number(0.250_001_1), false), ("100 ± 2%", number(101.9), true),
      ("100 ± 2%", number(102.1), false),
      ("-100 ± 2%", number(-101.9), true), ("0 ± 2%", number(0), true), ("0 ± 2%", number(1e-300), false),
      ("[1.0, 2.0]", array([number(1.04), number(1.96)]), true),
      ("[1.0, 2.00]", array([number(1.04), number(1.96)]), false),
      ("[[1, 2], [3]]", array([array([number(1), number(2)]), array([number(3)])]), true),
    ])
  func approximate(expected: String, actual: Value, passes: Bool) throws {
    let (value, tolerance) = try ExpectedValueParser.approximate(expected)
    #expect((Comparison.approximate(value, actual, within: tolerance).difference == nil) == passes)
  }

  @Test(
    "NaN, infinities, other shapes and other types never pass",
    arguments: [
      number(.nan), number(.infinity), number(-.infinity), .none, .void, .text("1"), .boolean(true),
      array([]),
      array([number(1)]), array([number(1), number(.nan)]), array([number(1), number(2), number(3)]),
      .array([number(1), number(2)], count: 20_000),
    ])
  func never(actual: Value) throws {
    let scalar = try ExpectedValueParser.approximate("1 ± 1e300")
    let vector = try ExpectedValueParser.approximate("[1, 2] ± 1e300")
    if case .floatingPoint(let number, _) = actual { #expect(!number.isFinite) }
    #expect(Comparison.approximate(scalar.0, actual, within: scalar.1).difference != nil)
    #expect(Comparison.approximate(vector.0, actual, within: vector.1).difference != nil)
  }

  @Test(
    "a number in messages is short",
    arguments: [
      (1e-12, "1e-12"), (9.9999e-13, "1e-12"), (9.996, "10"), (0.25, "0.25"), (1e7, "1e7"), (-2e-9, "-2e-9"),
      (9_999_999, "1e7"),
    ])
  func shortNumber(number: Double, text: String) { #expect(short(number) == text) }

  @Test("a failure knows the expected value, the actual value, the difference, and the place")
  func difference() throws {
    let (value, tolerance) = try ExpectedValueParser.approximate("[[0.9968], [0.9968, 1.9937]]")
    let actual = array([array([number(0.9968)]), array([number(0.9968), number(1.9951)])])
    let difference = try #require(Comparison.approximate(value, actual, within: tolerance).difference)
    #expect(difference.path == [1, 1])
    guard case .number("1.9937", "1.9951", let error, let allowed) = difference.kind else {
      Issue.record("\(difference)")
      return
    }
    #expect(abs(error - 0.0014) < 1e-12 && abs(allowed - 0.00005) < 1e-12)
  }

  @Test("the used part of the tolerance is the maximum over all numbers")
  func used() throws {
    let (value, tolerance) = try ExpectedValueParser.approximate("[1, 2] ± 0.5")
    let comparison = Comparison.approximate(value, array([number(1.125), number(1.75)]), within: tolerance)
    #expect(comparison.toleranceUsed == 0.5)
  }

  @Test(
    "equal values",
    arguments: [
      ("3", Value.integer("3"), true), ("3", .integer("4"), false), ("3.0", .integer("3"), true),
      ("18446744073709551615", .integer("18446744073709551615"), true),
      ("18446744073709551615", .integer("18446744073709551614"), false), ("0.5", number(0.5), true),
      ("0.1", number(0.1), true), ("0.1", number(0.1 + 1e-16), false), ("true", .boolean(true), true),
      ("nil", .none, true), ("nil", .void, false), ("\"a\"", .text("a"), true),
      ("\"a\"", .opaque("a"), true),
      ("[1, 2]", array([.integer("1"), .integer("2")]), true), ("[1]", array([]), false),
      (".circle", .opaque("circle"), true), ("circle", .opaque("circle"), true),
      (".circle", .opaque("square"), false),
    ])
  func equal(expected: String, actual: Value, passes: Bool) throws {
    let value = try ExpectedValueParser.equal(expected)
    #expect((Comparison.equal(value, actual).difference == nil) == passes)
  }

  @Test(
    "sizes in words",
    arguments: [
      (0.0, "0"), (5e-5, "5e-5"), (0.00142, "0.00142"), (0.05, "0.05"), (2.0, "2"), (123_456.0, "123000"),
      (1.5e-9, "1.5e-9"), (-0.25, "-0.25"), (.infinity, "inf"), (9.999, "10"), (1e300, "1e300"),
    ])
  func sizes(number: Double, text: String) {
    #expect(short(number) == text)
  }
}

private func number(_ value: Double) -> Value { .floatingPoint(value, description: "\(value)") }

private func array(_ elements: [Value]) -> Value { .array(elements, count: elements.count) }

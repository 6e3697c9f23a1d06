import Events
import Testing

@testable import Exercises

@Suite("A student's value is compared and printed with the type of the author's value")
struct ValueTests {
  private func number(_ number: Double) -> Value { .floatingPoint(number, description: "\(number)") }

  @Test(
    "lists agree when both have all the elements that they count",
    arguments: [
      (Value.array([], count: 5), false), (.array([.integer("1")], count: 1), true),
      (.array([.integer("1")], count: 2), false), (.array([.integer("1"), .integer("1")], count: 1), false),
    ])
  func lists(answer: Value, agrees: Bool) {
    let one = Value.array([.integer("1")], count: 1)
    #expect((ValueAgreement.difference(answer, from: one, tolerance: 0) == nil) == agrees)
    // The count may also be wrong on the author's side.
    #expect((ValueAgreement.difference(one, from: answer, tolerance: 0) == nil) == agrees)
    #expect(ValueAgreement.difference(answer, from: answer, tolerance: 0) == nil || !agrees)
  }

  @Test("a literal has the type of the author's value, not the type that the answer claims")
  func types() throws {
    let numbers = try #require(LiteralType(of: .array([number(1), number(2)], count: 2)))
    #expect(numbers.name == "[Double]")
    #expect(numbers.literal(of: .array([], count: 0)) == "[]")
    #expect(numbers.literal(of: .array([.integer("3"), number(0.5)], count: 2)) == "[3.0, 0.5]")
    for other in [
      Value.text("abc"), .none, .boolean(true), .opaque("[1.0]"), .array([.text("1")], count: 1),
      .array([], count: 3), .array([number(.nan)], count: 1), .array([number(.infinity)], count: 1),
    ] {
      #expect(numbers.literal(of: other) == nil, "\(other)")
    }
    #expect(LiteralType(of: .array([.none, .integer("1")], count: 2))?.name == "[Int?]")
    #expect(LiteralType(of: .array([number(1), .text("a")], count: 2)) == nil)
    #expect(LiteralType(of: .array([], count: 0))?.name == nil)
    #expect(LiteralType(of: number(.nan))?.literal(of: number(.infinity)) == "Double.infinity")
  }

  @Test("a number that is not whole, or too large for Int, has no literal")
  func integers() throws {
    let type = try #require(LiteralType(of: .integer("7")))
    #expect(type.literal(of: .integer("-12")) == "-12")
    for digits in ["0; exit(0)", "99999999999999999999", "", "1_000", "0x1"] {
      #expect(type.literal(of: .integer(digits)) == nil, "\(digits)")
    }
  }

  @Test("a text is escaped so that nothing in it is Swift code")
  func texts() throws {
    let type = try #require(LiteralType(of: .text("")))
    #expect(type.literal(of: .text("a1")) == "\"a1\"")
    #expect(type.literal(of: .text("\"\\(x)\u{301}")) == #""\u{22}\u{5c}\u{28}x\u{29}\u{301}""#)
  }
}

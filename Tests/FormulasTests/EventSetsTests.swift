import Testing

@testable import Formulas

@Suite("Events as sets of cases")
struct EventSetsTests {
  /// The cases: neither, A alone, B alone, both.
  private static var sets: EventSets {
    EventSets(count: 4) { name in
      switch name {
      case "A": [false, true, false, true]
      case "B": [false, false, true, true]
      default: nil
      }
    }
  }

  @Test(
    "composed events have the cases of set theory",
    arguments: [
      ("A B", [3]), (#"A \cap B"#, [3]), (#"A \cup B"#, [1, 2, 3]), (#"A \setminus B"#, [1]),
      ("A^c", [0, 2]),
      (#"(A \cup B)^c"#, [0]), (#"A^c B^c"#, [0]), (#"\overline{A} \cap B"#, [2]),
    ])
  func composition(latex: String, cases: [Int]) throws {
    let found = try #require(Self.sets.cases(of: MathExpression(latex: latex)))
    #expect(found.indices.filter { found[$0] } == cases)
  }

  @Test("several events together are their intersection; an unknown name or a quotient is no event")
  func joint() throws {
    let (a, b) = (try MathExpression(latex: "A"), try MathExpression(latex: "B"))
    #expect(Self.sets.joint([a, b]) == [false, false, false, true])
    #expect(Self.sets.joint([]) == [true, true, true, true])
    #expect(Self.sets.joint([a, try MathExpression(latex: "C")]) == nil)
    #expect(Self.sets.cases(of: try MathExpression(latex: "A / B")) == nil)
  }
}

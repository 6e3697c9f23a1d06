import TestSupport
import Testing

@testable import Plan

@Suite("Swift is bounded before it is parsed")
struct SwiftBoundsTests {
  /// Programs that nest deeper with a number. The parser need not accept them.
  private static let towers: [(String, @Sendable (Int) -> String)] = [
    ("brackets", { String(repeating: "[", count: $0) }),
    ("closed brackets", { String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) }),
    ("arrays of calls", { String(repeating: "[(", count: $0) }),
    ("arrays of closures", { String(repeating: "[{", count: $0) }),
    ("array types", { "let a: " + String(repeating: "[", count: $0) }),
    ("sized array types", { "let a: " + String(repeating: "[3 of ", count: $0) }),
    ("dictionary types", { "let a: " + String(repeating: "[A: ", count: $0) }),
    ("tuple types", { "let a: " + String(repeating: "(A, ", count: $0) }),
    ("mismatched brackets", { String(repeating: "(]", count: $0) }),
    ("closures", { "let a = " + String(repeating: "{", count: $0) }),
    ("functions", { String(repeating: "func f() {\n", count: $0) }),
    ("members", { "a" + String(repeating: ".b", count: $0) }),
    ("members on lines", { "a" + String(repeating: "\n  .b", count: $0) }),
    ("subscripts", { "a" + String(repeating: "[Int]", count: $0) }),
    ("calls", { "a" + String(repeating: "()", count: $0) }),
    ("trailing closures", { "a" + String(repeating: " {}", count: $0) }),
    ("forced", { "a" + String(repeating: "!", count: $0) }),
    ("optional", { "let a: Int" + String(repeating: "?", count: $0) }),
    ("generic", { "let a: " + String(repeating: "A<", count: $0) }),
    ("generic on lines", { "let a: " + String(repeating: "A\n<", count: $0) }),
    ("generic with commas", { "let a: " + String(repeating: "A<A, ", count: $0) }),
    ("functions of functions", { "let a: " + String(repeating: "(Int) -> ", count: $0) + "Int" }),
    ("if", { String(repeating: "if ", count: $0) + "a" }),
    ("if on lines", { String(repeating: "if\n", count: $0) + "a" }),
    ("lines of a type", { "struct A {\n" + String(repeating: "  x (a)\n", count: $0) + "}" }),
    ("lines of a class", { "final class A: B {\n" + String(repeating: "  x.y = 1\n", count: $0) + "}" }),
    ("else", { "if a {}" + String(repeating: " else if a {}", count: $0) }),
    ("else on lines", { "if a {\n}" + String(repeating: "\nelse if a {\n}", count: $0) }),
    ("return", { String(repeating: "return ", count: $0) }),
    ("try", { String(repeating: "try ", count: $0) + "a" }),
    ("some", { "let a: " + String(repeating: "some ", count: $0) + "A" }),
    ("let", { "if case " + String(repeating: "let ", count: $0) + "x = y {}" }),
    ("conditional", { String(repeating: "a ? ", count: $0) + "c" }),
    ("minus", { String(repeating: "- ", count: $0) + "1" }),
    ("interpolation", { String(repeating: "\"\\(", count: $0) }),
    ("#if", { String(repeating: "#if a\n", count: $0) }),
    ("behind a quote", { "'\"'; " + String(repeating: "[", count: $0) }),
    ("behind a comment", { "/*/ ) */ " + String(repeating: "[", count: $0) }),
    (
      "behind an operator with a slash",
      {
        String(
          repeating: "1+/\"" + String(repeating: ")", count: 60) + "\"+" + String(repeating: "(", count: 60)
            + "1/", count: $0 / 60 + 1)
      }
    ),
    (
      "arrays behind an operator with a slash",
      { "1+/\"" + String(repeating: "]", count: $0) + "\"+" + String(repeating: "[", count: $0) + "1/1" }
    ),
    ("arrays behind a long regular expression", { "##/ a/# \" /## + " + String(repeating: "[", count: $0) }),
    ("hidden from a scanner", { String(repeating: "([{ \"'\" /*\"*/ #\")]}\"#\n", count: $0) }),
  ]

  @Test("deep nesting is refused before parsing, and code just within the bounds is parsed")
  func nesting() {
    for (name, tower) in Self.towers {
      #expect(SwiftBounds.excess(in: tower(20_000)) != nil, "\(name)")
      #expect(!BlockSyntax(code: tower(20_000)).errors.isEmpty, "\(name)")
      // The largest accepted program.
      var (low, high) = (1, 20_000)
      while high - low > 1 {
        let middle = (low + high) / 2
        if SwiftBounds.excess(in: tower(middle)) == nil { low = middle } else { high = middle }
      }
      let time = processorTime { _ = BlockSyntax(code: tower(low)) }
      #expect(time < .seconds(10), "\(name) × \(low)")
    }
  }

  @Test("brackets that the parser reads as text do not count")
  func text() {
    let brackets = String(repeating: "[", count: 20_000)
    for code in ["let a = \"\(brackets)\"", "return/\"/; \(brackets)", "1 +/\(brackets)/", "// \(brackets)"] {
      #expect(SwiftBounds.excess(in: code) == nil, "\(code.prefix(12))")
      _ = BlockSyntax(code: code)
    }
  }

  @Test("ordinary code is not refused")
  func ordinary() {
    for (line, count) in [
      ("print(\"[\")\n", 100), ("let a = b < c\n", 2000), ("let x = a ? b : c\n", 2000),
      ("x.map { $0 + 1 }\n", 2000), ("a\n", 3000), ("f(x)  // ≈ 0.5\n", 1000), ("let r = /[^\"]+\"/\n", 30),
      ("func f(_ x: Int) -> Int {\n  if x < 0 { return -x } else { return x }\n}\n", 500),
      ("switch a {\ncase .b: c()\ndefault: d()\n}\n", 500),
      ("class A {\n  class func f() {\n    a(b)\n    c = d\n  }\n}\n", 500),
      ("struct A<B: C> where B.D == E {\n  var f: [G<H>]? { nil }\n}\n", 500),
    ] {
      #expect(SwiftBounds.excess(in: String(repeating: line, count: count)) == nil, "\(line)")
    }
    let calls = "class A {\n  class func f() {\n" + String(repeating: "    a(b)\n", count: 900) + "  }\n}"
    #expect(SwiftBounds.excess(in: calls) == nil)
    let members =
      "enum A {\n" + String(repeating: "  case b\n  lazy var c = d\n  static let e =\n    f\n", count: 300)
    #expect(SwiftBounds.excess(in: members + "}") == nil)
    let numbers = "let a = [" + String(repeating: "1.5, ", count: 5000) + "]"
    #expect(SwiftBounds.excess(in: numbers) == nil)
    let text = "let text = \"\"\"\n" + String(repeating: "a ( b ) \\(c)\n", count: 900) + "\"\"\""
    #expect(SwiftBounds.excess(in: text) == nil)
  }

  @Test("comments on lines that end in a carriage return are found", arguments: ["\r\n", "\r", "\n"])
  func lineEnds(end: String) {
    let syntax = BlockSyntax(
      code: ["let a = 1", "// one", "let b = 2  // two", "/* three */ b"].joined(separator: end))
    #expect(syntax.comments.map(\.text) == ["// one", "// two", "/* three */"])
    #expect(syntax.comments.map(\.isTrailing) == [false, true, false])
  }

  @Test("the message has its position")
  func message() {
    let errors = BlockSyntax(code: "let a = 1\nlet b = " + String(repeating: "(", count: 1500)).errors
    #expect(errors.map(\.message) == ["brackets are nested more than 64 deep"])
    #expect(errors.first?.offset == 82)
    #expect(
      BlockSyntax(code: String(repeating: "[", count: 13)).errors.map(\.message) == [
        "square brackets are nested more than 12 deep"
      ])
    #expect(
      BlockSyntax(code: String(repeating: "a\n", count: 1 << 18)).errors.map(\.message) == [
        "the code is longer than 256 KiB"
      ])
  }
}

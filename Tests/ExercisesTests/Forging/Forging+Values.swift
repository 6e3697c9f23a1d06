extension Forging {
  /// Values that misuse the ways in which Swift code describes itself.
  static let values: [Forging] = [
    Forging(
      "a collection that counts more elements than it gives",
      """
      struct Liar: CustomReflectable, Collection {
        struct Never_: IteratorProtocol { mutating func next() -> Any? { nil } }
        var startIndex: Int { 0 }
        var endIndex: Int { 5 }
        func index(after i: Int) -> Int { i + 1 }
        subscript(i: Int) -> Any { 0.0 }
        func makeIterator() -> Never_ { Never_() }
        func prefix(_ n: Int) -> Slice<Liar> { self[5..<5] }
        var customMirror: Mirror { Mirror(self, unlabeledChildren: self, displayStyle: .collection) }
      }
      func half(_ x: Double) -> Liar { Liar() }
      """),
    Forging(
      "a type that describes itself as the right number",
      "struct Right: CustomStringConvertible { var description: String { \"1.5\" } }\nfunc half(_ x: Double) -> Right { Right() }"
    ),
    Forging("a text that looks like a number", "func half(_ x: Double) -> String { \"\\(x / 2)\" }"),
    Forging("code in a text", "func half(_ x: Double) -> String { \"\\\\(0)\\\" + \\\"\"}"),
    Forging("nothing where a number belongs", "func half(_ x: Double) -> Double? { nil }"),
    Forging("not a number", "func half(_ x: Double) -> Double { .nan }"),
    Forging("an infinite number", "func half(_ x: Double) -> Double { .infinity }"),
    Forging("a list where a number belongs", "func half(_ x: Double) -> [Double] { [] }"),
    Forging(
      "something that always compares as equal",
      "struct Any_: Equatable { static func == (a: Any_, b: Any_) -> Bool { true } }\nfunc half(_ x: Double) -> Any_ { Any_() }"
    ),
    Forging(
      "another generator",
      "struct SeededGenerator { init(seed: UInt64) {}\n mutating func nextNormal() -> Double { 0 } }\nfunc half(_ x: Double) -> Double { .nan }"
    ),
    Forging(
      "another map",
      "extension Range where Bound == Int { func map(_ f: (Int) -> Double) -> [Double] { [] } }\nfunc half(_ x: Double) -> Double { .nan }"
    ),
    Forging(
      "another literal",
      "typealias FloatLiteralType = Float\nfunc half(_ x: Double) -> Double { .nan }"
    ),
    Forging(
      "operators that always agree",
      "func < (a: Double, b: Double) -> Bool { true }\nfunc - (a: Double, b: Double) -> Double { 0 }\nfunc abs(_ x: Double) -> Double { 0 }\nfunc half(_ x: Double) -> Double { .nan }"
    ),
    Forging(
      "another way to report",
      "func _galleyValue<T>(_ n: Int, _ v: T) { say(event(\"value\", n, \",\\\"value\\\":{\\\"elements\\\":[],\\\"count\\\":5}\")) }\nfunc half(_ x: Double) -> Double { .nan }"
    ),
    Forging(
      "a number type of one's own",
      "struct Double: ExpressibleByIntegerLiteral { init(integerLiteral v: Int) {}\n init(_ x: Swift.Double) {} }\nfunc half(_ x: Swift.Double) -> Double { Double(x) }"
    ),
    Forging(
      "lines that pretend to be the author's",
      "#sourceLocation(file: \"galley\", line: 1)\nfunc half(_ x: Double) -> Double { .nan }"),
  ]

  /// Code that would remove the checks from the program, and must not compile.
  static let swallowing: [Forging] = [
    Forging(
      "braces that close what is around them",
      "func half(_ x: Double) -> Double { .nan }\n}\n_galleyFinish()\nif true {"),
    Forging("a comment that swallows the checks", "func half(_ x: Double) -> Double { .nan }\n/*"),
    Forging(
      "a text that swallows the checks", "func half(_ x: Double) -> Double { .nan }\nlet rest = \"\"\""),
    Forging("a condition that leaves the checks out", "func half(_ x: Double) -> Double { .nan }\n#if false"),
  ]
}

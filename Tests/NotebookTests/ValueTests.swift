import Events
import Foundation
import Testing

@testable import Notebook

@Suite("Swift values are recorded")
struct ValueTests {
  struct Point: Encodable {
    var x: Double
    var label: String?
  }

  struct Renamed: Encodable {
    var secret = 1
    var shown = [1, 2]
    enum CodingKeys: String, CodingKey { case shown = "values" }
  }

  struct Bare { var a = 1 }
  enum Shape { case circle }
  struct Described: CustomStringConvertible { var description: String { "described" } }

  @Test("as they would be printed")
  func descriptions() {
    #expect("\(Value(of: 1))" == "1")
    #expect("\(Value(of: UInt64.max))" == "18446744073709551615")
    #expect("\(Value(of: 0.1))" == "0.1")
    #expect("\(Value(of: Float(0.1)))" == "0.1")
    #expect("\(Value(of: Double.nan))" == "nan")
    #expect("\(Value(of: true))" == "true")
    #expect("\(Value(of: "text"))" == "text")
    #expect("\(Value(of: Substring("text")))" == "text")
    #expect("\(Value(of: ["a", "b"]))" == "[\"a\", \"b\"]")
    #expect("\(Value(of: [1.5, 2]))" == "[1.5, 2.0]")
    #expect("\(Value(of: [[1, 2], [3]]))" == "[[1, 2], [3]]")
    #expect("\(Value(of: [1, 2, 3].prefix(2)))" == "[1, 2]")
    #expect("\(Value(of: Int?.none as Any))" == "nil")
    #expect("\(Value(of: Int?.some(3) as Any))" == "3")
    #expect("\(Value(of: (1, "a")))" == "[1, \"a\"]")
    #expect("\(Value(of: Set([3, 1, 2])))" == "[1, 2, 3]")
    #expect("\(Value(of: ["b": 1, "a": 2]))" == "[\"a\": 2, \"b\": 1]")
    #expect("\(Value(of: SIMD2<Float>(1, 2)))" == "[1.0, 2.0]")
    #expect(
      "\(Value(of: Point(x: 1, label: nil)))" == "Point(x: 1.0, label: nil)"
        || "\(Value(of: Point(x: 1, label: nil)))" == "Point(x: 1.0)")
    #expect("\(Value(of: Renamed()))" == "Renamed(values: [1, 2])")
    #expect("\(Value(of: Bare()))" == "Bare(a: 1)")
    #expect("\(Value(of: Shape.circle))" == "circle")
    #expect("\(Value(of: Described()))" == "described")
    #expect(Value(of: ()) == .void)
  }

  @Test("a Float keeps its exact value beside its short text")
  func float() {
    #expect(Value(of: Float(0.1)) == .floatingPoint(Double(Float(0.1)), description: "0.1"))
  }

  @Test("a long array keeps its first elements and its length")
  func long() {
    guard case .array(let elements, let count) = Value(of: Array(repeating: 0, count: 12_345)) else {
      Issue.record("not an array")
      return
    }
    #expect(elements.count == 10_000)
    #expect(count == 12_345)
  }

  @Test(
    "JSON returns the same value, including NaN",
    arguments: [
      Value.none, .void, .boolean(false), .integer("-3"), .floatingPoint(.infinity, description: "inf"),
      .floatingPoint(Double(Float(0.1)), description: "0.1"), .text("a\"\n"), .array([], count: 0),
      .array([.none, .array([.boolean(true)], count: 1)], count: 2),
      .array(Array(repeating: .integer("1"), count: 10_000), count: 10_001),
      .dictionary([.init(key: .text("a"), value: .void)], isOrdered: false),
      .dictionary([.init(key: .text("a"), value: .void)], isOrdered: true), .decimal("-19.90"),
      .set([.integer("1")], count: 1), .set([], count: 0),
      .enumeration(
        name: "circle", payload: [.init(name: "radius", value: .none), .init(name: "", value: .void)]),
      .image(ImageValue(format: .png, base64: "iVBO+/==", alternative: "a")),
      .record(name: "P", fields: [.init(name: "x", value: .none)]), .opaque("o"),
      .table(TableValue(columns: ["a"], rows: [[.integer("1")]], digits: [nil])),
      .figure(
        FigureValue(wide: drawing("w"), narrow: drawing("n"), title: "t", description: "d", data: "x\n1\n")),
    ])
  func coding(value: Value) throws {
    let data = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(Value.self, from: data) == value)
  }

  @Test("NaN is encoded as a number that is not a number")
  func nan() throws {
    let data = try JSONEncoder().encode(Value.floatingPoint(.nan, description: "nan"))
    guard case .floatingPoint(let number, _) = try JSONDecoder().decode(Value.self, from: data) else {
      Issue.record("not a number")
      return
    }
    #expect(number.isNaN)
  }

  @Test("a table asks its columns for each row")
  func table() {
    let table = Table([1, 2]) {
      Column("n") { $0 }
      Column("half", digits: 2) { Double($0) / 2 }
    }
    #expect(
      table.displayedValue
        == .table(
          TableValue(
            columns: ["n", "half"],
            rows: [
              [.integer("1"), .floatingPoint(0.5, description: "0.5")],
              [.integer("2"), .floatingPoint(1, description: "1.0")],
            ], digits: [nil, 2])))
  }
}

@Suite("The seeded generator")
struct SeededGeneratorTests {
  @Test("gives the reference numbers of SplitMix64")
  func reference() {
    // Computed with the authors' C code for the seed 1234567.
    var generator = SeededGenerator(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in generator.next() } == expected)
  }

  @Test("draws normal numbers with mean 0, variance 1 and the right tails")
  func normal() {
    var generator = SeededGenerator(seed: 1)
    let numbers = (0..<100_000).map { _ in generator.nextNormal() }
    let mean = numbers.reduce(0, +) / 1e5
    let variance = numbers.map { $0 * $0 }.reduce(0, +) / 1e5
    // Five standard errors: 5/√100000 and 5·√(2/100000).
    #expect(abs(mean) < 0.0158)
    #expect(abs(variance - 1) < 0.0224)
    let tail = Double(numbers.count { abs($0) > 1.959964 }) / 1e5
    #expect(abs(tail - 0.05) < 0.0035)
  }
}

private func drawing(_ name: String) -> Drawing {
  Drawing(
    opening: "<svg class=\"\(name)\">", descriptionID: name, description: "d", styleSheet: "a{}",
    content: "</svg>\n")
}

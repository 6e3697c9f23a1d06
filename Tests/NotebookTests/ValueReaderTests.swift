import Events
import Foundation
import Testing

@testable import Notebook

@Suite("Values of every kind are read, and their reading ends")
struct ValueReaderTests {
  enum Shape: Codable { case circle(radius: Double), square(Double), dot, pair(Int, String) }
  enum Suit: String, Codable { case hearts }
  struct Evens: Collection {
    var startIndex: Int { 0 }
    var endIndex: Int { 3 }
    func index(after index: Int) -> Int { index + 1 }
    subscript(index: Int) -> Int { 2 * index }
  }
  final class Node {
    var value = 1
    var next: Node?
  }
  final class CodableNode: Codable {
    var value = 1
    var next: CodableNode?
  }
  indirect enum Chain { case end, link(Chain) }

  @Test("cases with their associated values")
  func cases() {
    #expect("\(Value(of: Shape.circle(radius: 2)))" == "circle(radius: 2.0)")
    #expect("\(Value(of: Shape.square(2)))" == "square(2.0)")
    #expect("\(Value(of: Shape.pair(1, "a")))" == "pair(1, \"a\")")
    #expect(Value(of: Shape.dot) == .enumeration(name: "dot", payload: []))
    #expect(Value(of: Suit.hearts) == .enumeration(name: "hearts", payload: []))
    #expect("\(Value(of: Result<Int, any Error>.success(3)))" == "success(3)")
  }

  @Test("numbers of all types")
  func numbers() throws {
    #expect(Value(of: try #require(Decimal(string: "19.99"))) == .decimal("19.99"))
    #expect(Value(of: Decimal.greatestFiniteMagnitude) == .decimal("\(Decimal.greatestFiniteMagnitude)"))
    #expect("\(Value(of: Decimal.nan))" == "NaN")
    #if arch(arm64) || os(Linux)
      #expect("\(Value(of: Float16(0.1)))" == "0.1")
    #endif
    #expect("\(Value(of: Measurement(value: 3, unit: UnitLength.kilometers)))" == "3.0 km")
    #expect("\(Value(of: Date(timeIntervalSince1970: 0)))" == "1970-01-01 00:00:00 +0000")
  }

  @Test("what has no order is sorted, numbers by their size")
  func order() {
    #expect(
      Value(of: Set([10, 9, 100])) == .set([.integer("9"), .integer("10"), .integer("100")], count: 3))
    #expect("\(Value(of: [10: "b", 9: "a"]))" == "[9: \"a\", 10: \"b\"]")
    let pairs: KeyValuePairs = ["h": 1, "e": 1, "a": 2]
    #expect("\(Value(of: pairs))" == "[\"h\": 1, \"e\": 1, \"a\": 2]")
  }

  @Test("any collection shows its elements")
  func collections() {
    #expect("\(Value(of: Evens()))" == "[0, 2, 4]")
    #expect("\(Value(of: [1, 2].lazy.map { $0 * 2 }))" == "[2, 4]")
    #expect("\(Value(of: [1, 2, 3].reversed()))" == "[3, 2, 1]")
    #expect("\(Value(of: [3: 1].values))" == "[1]")
    #expect("\(Value(of: 1...3))" == "1...3")
  }

  @Test("an object inside of itself is named")
  func cycles() {
    let node = Node()
    node.next = node
    #expect("\(Value(of: node))" == "Node(value: 1, next: Node(…))")
    node.next = nil
    let encoded = CodableNode()
    encoded.next = encoded
    #expect("\(Value(of: encoded))" == "CodableNode(value: 1, next: CodableNode(…))")
    encoded.next = nil
    // The same object twice is no cycle.
    #expect("\(Value(of: [node, node]))" == "[Node(value: 1, next: nil), Node(value: 1, next: nil)]")
  }

  @Test("deep and huge values end, and can be written and read")
  func bounds() throws {
    var chain = Chain.end
    for _ in 0..<10_000 { chain = .link(chain) }
    let nodes = (0..<10_000).map { _ in Node() }
    for (one, next) in zip(nodes, nodes.dropFirst()) { one.next = next }
    let wide = Array(repeating: Array(repeating: 1, count: 9_000), count: 9_000)
    for value in [Value(of: chain), Value(of: nodes[0]), Value(of: wide)] {
      let data = try JSONEncoder().encode(value)
      #expect(data.count < 4 << 20)
      #expect(try JSONDecoder().decode(Value.self, from: data) == value)
    }
    guard case .array(let rows, 9_000) = Value(of: wide) else {
      Issue.record("not an array of 9000")
      return
    }
    #expect(rows.count == 9_000 && rows.last == .opaque("…"))
    for node in nodes { node.next = nil }
  }

  @Test("the bytes of an image are an image, other bytes are not")
  func images() throws {
    let png = Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])
    #expect(Value(of: png) == .image(ImageValue(format: .png, base64: png.base64EncodedString())))
    let svg = Data("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)
    #expect(Value(of: svg) == .image(ImageValue(format: .svg, base64: svg.base64EncodedString())))
    #expect(Value(of: Data([1, 2, 3])) == .opaque("3 bytes"))
    #expect(Value(of: Data("text about <svg>".utf8)) == .opaque("16 bytes"))
    #expect(throws: Picture.Failure.self) { try Picture(Data([1])) }
    let picture = try Picture(png, alternative: "two bytes")
    #expect(
      picture.displayedValue
        == .image(ImageValue(format: .png, base64: png.base64EncodedString(), alternative: "two bytes")))
  }
}

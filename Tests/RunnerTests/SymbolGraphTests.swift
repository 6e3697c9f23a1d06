import Foundation
import Testing

@testable import Runner

@Suite("Symbol graphs")
struct SymbolGraphTests {
  private func graph(_ names: [(name: String, line: Int)]) throws -> SymbolGraph {
    let symbols = names.map { name, line in
      """
      {"kind": {"identifier": "swift.struct"}, "identifier": {"precise": "s:\(name)"}, "pathComponents": ["\(name)"],
       "docComment": {"lines": [{"text": "One."}, {"text": "Two."}]},
       "declarationFragments": [{"kind": "keyword", "spelling": "struct"}],
       "location": {"uri": "file:///a.swift", "position": {"line": \(line), "character": 0}}}
      """
    }
    let relations = [
      ("s:B", "s:A", "M.A"), ("s:B", "s:s8SendableP", "Swift.Sendable"), ("s:B", "s:x", "Swift.Copyable"),
    ]
    .map {
      "{\"kind\": \"conformsTo\", \"source\": \"\($0.0)\", \"target\": \"\($0.1)\", \"targetFallback\": \"\($0.2)\"}"
    }
    let text =
      "{\"symbols\": [\(symbols.joined(separator: ","))], \"relationships\": [\(relations.joined(separator: ","))]}"
    return try JSONDecoder().decode(SymbolGraph.self, from: Data(text.utf8))
  }

  @Test(
    "the symbols of several graphs come in the order of the sources, each once, with what they conform to")
  func order() throws {
    let symbols = SymbolGraph.symbols(in: [
      try graph([("B", 9), ("A", 2)]), try graph([("B", 9), ("C", 5)]),
    ])
    #expect(symbols.map(\.path) == [["A"], ["C"], ["B"]])
    #expect(symbols[2].conformances == ["A", "Sendable"])
    #expect(symbols[0].documentation == "One.\nTwo.")
    #expect(symbols[0].kind == "struct")
  }
}

@Suite("Names in code")
struct CodeNameTests {
  @Test(
    "a type is written as in Swift, without modules and the compiler's own words",
    arguments: [
      ("[Swift.Double]", "[Double]"), ("(__owned [Chapter.Row]) -> ()", "([Row]) -> Void"),
      ("Optimizers.RMSProp<Swift.Double>", "RMSProp<Double>"),
      ("any Optimizers.Optimizer<Self.Optimizers.Optimizer.Scalar == Swift.Double>", "any Optimizer<Double>"),
      ("(_: Swift.Int, on: Chapter.Ravine) -> Swift.Int?", "(Int, on: Ravine) -> Int?"),
      ("Outer.Inner", "Outer.Inner"),
    ])
  func types(mangled: String, shown: String) {
    #expect(TypeText.short(mangled, modules: ["Optimizers"]) == shown)
  }

  @Test("only what the source spells at the place of a declaration is a name")
  func places() throws {
    let source = "let one = two(one)"
    func node(_ name: String, _ place: Int, _ rest: String = "") -> String {
      "{\"decl\": {\"base_name\": \"\(name)\", \"decl_usr\": \"s:x\"}, \"type\": \"$sSd\", \"range\": {\"start\": \(place), \"end\": \(place)}\(rest)}"
    }
    let tree = [
      node("one", 14), node("two", 10), node("two", 14), node("on", 14), node("one", 900),
      node("one", 4, ", \"implicit\": true"), "[3, null, \"text\"]",
    ]
    let names = try #require(
      SyntaxTreeNames(of: source, tree: Data("[\(tree.joined(separator: ","))]".utf8)))
    #expect(names.uses.map(\.text) == ["two", "one"])
    #expect(names.uses.map(\.offset) == [10, 14])
    #expect(SyntaxTreeNames(of: source, tree: Data("no JSON".utf8)) == nil)
  }

  @Test("the types of annotations are found by their names, but not in comments, strings and labels")
  func annotations() throws {
    let source = "let a: [Double] = f(Word: 1) // Int\nlet b = \"Text \\\" String\" as Float"
    let names = try #require(SyntaxTreeNames(of: source, tree: Data("[]".utf8)))
    #expect(names.uses.map(\.text) == ["Double", "Float"])
    let long =
      "/* It's \" Here */ let a: Int = f(\"\"\"\n  A \" Word \\(g as Bool)\n  \"\"\")\nlet b: UInt = 1"
    let others = try #require(SyntaxTreeNames(of: long, tree: Data("[]".utf8)))
    #expect(others.uses.map(\.text) == ["Int", "Bool", "UInt"])
  }
}

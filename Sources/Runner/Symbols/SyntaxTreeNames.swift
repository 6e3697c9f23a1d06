import Foundation
import Plan

/// Finds the names in a syntax tree that the compiler wrote with `-dump-ast -dump-ast-format json`.
struct SyntaxTreeNames {
  /// A name with its place in the source, in bytes. Its type is mangled.
  struct Use {
    var offset: Int
    var text: String
    var type: String
    var usr: String
    var isType: Bool
  }

  private(set) var uses: [Use] = []
  private let source: [UInt8]

  /// The names of the program `source` in its tree `json`; nil if that is not JSON.
  init?(of source: String, tree json: Data) {
    guard let tree = try? JSONSerialization.jsonObject(with: json) else { return nil }
    self.source = Array(source.utf8)
    visit(tree)
    addTypes(in: source)
    // The order of the keys of JSON is not defined. At one place, a declaration that other modules know comes first.
    uses.sort { first, second in
      let keys = [first, second].map { ($0.offset, $0.usr.isEmpty ? 1 : 0, $0.usr, $0.type) }
      return keys[0] < keys[1]
    }
  }

  private typealias Node = [String: Any]

  private mutating func visit(_ value: Any, type: String? = nil) {
    if let list = value as? [Any] {
      for element in list { visit(element) }
    } else if let node = value as? Node {
      note(node, type)
      // The function of a call of a member has the type without the value before the point.
      let isCall = ["dot_syntax_call_expr", "constructor_ref_call_expr"].contains(node["_kind"] as? String)
      for (key, child) in node where key != "conformances" && key != "inherits" {
        visit(child, type: isCall && key == "fn" ? node["type"] as? String : nil)
      }
    }
  }

  private mutating func note(_ node: Node, _ outerType: String?) {
    if let declaration = node["decl"] as? Node, let place = range(of: node)?.upperBound {
      let name = declaration["base_name"] as? String ?? ""
      guard let text = word(at: place) else { return }
      // `RMSProp(…)` calls an initializer at the place of the type's name.
      let isInitializer = name == "init" && text.first?.isUppercase == true
      guard isInitializer || (node["implicit"] == nil && text == name) else { return }
      let type = outerType ?? node["type"] as? String ?? ""
      add(text, at: place, type, declaration["decl_usr"] as? String ?? "", isType: isInitializer)
    } else if let name = (node["name"] as? Node)?["base_name"] as? Node, let text = name["name"] as? String,
      node["implicit"] == nil, let type = node["interface_type"] as? String
    {
      noteDeclaration(text, type, node)
    } else if node["_kind"] as? String == "keypath_expr", let range = range(of: node) {
      noteKeyPath(node["components"] as? [Node] ?? [], from: range.lowerBound)
    }
    if let parameters = node["params"] as? Node { noteParameters(parameters) }
  }

  private mutating func noteParameters(_ list: Node) {
    guard let range = range(of: list) else { return }
    for parameter in list["params"] as? [Node] ?? [] {
      guard let name = (parameter["name"] as? Node)?["base_name"] as? Node,
        let text = name["name"] as? String,
        let place = place(of: text, in: range.lowerBound...(range.upperBound + 1)),
        let type = parameter["interface_type"] as? String
      else { continue }
      add(text, at: place, type, "")
    }
  }

  private mutating func noteDeclaration(_ name: String, _ type: String, _ node: Node) {
    guard let range = range(of: node),
      let place = place(of: name, in: range.lowerBound...(range.upperBound + 1))
    else { return }
    let isType = ["struct_decl", "class_decl", "enum_decl", "protocol_decl", "typealias_decl"].contains(
      node["_kind"] as? String)
    add(name, at: place, type, node["usr"] as? String ?? "", isType: isType)
  }

  private mutating func noteKeyPath(_ components: [Node], from start: Int) {
    var start = start
    for component in components {
      guard let name = (component["decl"] as? Node)?["base_name"] as? String,
        let place = place(of: name, in: start...min(source.count, start + 400)),
        let type = component["type"] as? String
      else { return }
      add(name, at: place, type, (component["decl"] as? Node)?["decl_usr"] as? String ?? "")
      start = place + name.utf8.count
    }
  }

  /// Adds the types of annotations, which the tree leaves out: all other capitalized names. Only the names say which
  /// types they are.
  private mutating func addTypes(in source: String) {
    let known = Set(uses.map(\.offset))
    var declared: [String: Use] = [:]
    for use in uses where use.isType && use.type.hasSuffix("mD") { declared[use.text] = use }
    for (offset, name) in CapitalizedNames.places(in: source) where !known.contains(offset) {
      add(name, at: offset, declared[name]?.type ?? "", declared[name]?.usr ?? "", isType: true)
    }
  }

  private mutating func add(
    _ text: String, at offset: Int, _ type: String, _ usr: String, isType: Bool = false
  ) {
    uses.append(Use(offset: offset, text: text, type: type, usr: usr, isType: isType))
  }

  private func range(of node: Node) -> ClosedRange<Int>? {
    guard let range = node["range"] as? Node, let start = range["start"] as? Int,
      let end = range["end"] as? Int,
      start >= 0, start <= end, end < source.count
    else { return nil }
    return start...end
  }

  /// The identifier that begins at `offset`; nil if none does.
  private func word(at offset: Int) -> String? {
    guard offset == 0 || !Self.isPart(source[offset - 1]) else { return nil }
    let word = source[offset...].prefix(while: Self.isPart)
    guard let first = word.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
    return String(decoding: word, as: UTF8.self)
  }

  /// The place of the first identifier `word` in `range`.
  private func place(of word: String, in range: ClosedRange<Int>) -> Int? {
    let bytes = Array(word.utf8)
    var start = range.lowerBound
    let end = min(range.upperBound + bytes.count, source.count) - bytes.count
    while start <= end {
      if source[start] == bytes[0], source[start...].starts(with: bytes), self.word(at: start) == word {
        return start
      }
      start += 1
    }
    return nil
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}

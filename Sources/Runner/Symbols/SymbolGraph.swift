/// A symbol graph as `swift-symbolgraph-extract` writes it, as far as a reference needs it.
struct SymbolGraph: Decodable {
  var symbols: [Node]
  var relationships: [Edge]

  struct Node: Decodable {
    var kind: Kind
    var identifier: Identifier
    var pathComponents: [String]
    var docComment: Comment?
    var declarationFragments: [Fragment]?
    var location: Location?
  }

  struct Edge: Decodable {
    var kind: String
    var source: String
    var target: String
    var targetFallback: String?
  }

  struct Kind: Decodable { var identifier: String }
  struct Identifier: Decodable { var precise: String }
  struct Comment: Decodable { var lines: [Line] }
  struct Line: Decodable { var text: String }
  struct Fragment: Decodable {
    var kind: String
    var spelling: String
    var preciseIdentifier: String?
  }
  struct Location: Decodable {
    var uri: String
    var position: Position
  }
  struct Position: Decodable {
    var line: Int
    var character: Int
  }
}

extension SymbolGraph {
  /// The symbols of several graphs of one module, in the order of its sources. A machine's paths decide only the order
  /// of files, and they begin alike.
  static func symbols(in graphs: [SymbolGraph]) -> [Symbol] {
    let names = Dictionary(
      graphs.flatMap(\.symbols).map { ($0.identifier.precise, $0.pathComponents.joined(separator: ".")) },
      uniquingKeysWith: { first, _ in first })
    var conformances: [String: Set<String>] = [:]
    for edge in graphs.flatMap(\.relationships) where ["conformsTo", "inheritsFrom"].contains(edge.kind) {
      // `Swift.Sendable` is written without its module.
      let name = names[edge.target] ?? edge.targetFallback.map { String($0.drop { $0 != "." }.dropFirst()) }
      if let name, !implied.contains(name) { conformances[edge.source, default: []].insert(name) }
    }
    let nodes = graphs.flatMap(\.symbols).sorted { first, second in
      let keys = [first, second].map { node in
        (
          node.location?.uri ?? "", node.location?.position.line ?? 0,
          node.location?.position.character ?? 0, node.identifier.precise
        )
      }
      return keys[0] < keys[1]
    }
    var known: Set<String> = []
    return nodes.compactMap { node in
      guard known.insert(node.identifier.precise).inserted else { return nil }
      return Symbol(
        usr: node.identifier.precise, kind: String(node.kind.identifier.trimmingPrefix("swift.")),
        path: node.pathComponents,
        declaration: (node.declarationFragments ?? []).map {
          Symbol.Piece(text: $0.spelling, kind: $0.kind, usr: $0.preciseIdentifier)
        },
        documentation: (node.docComment?.lines ?? []).map(\.text).joined(separator: "\n"),
        conformances: (conformances[node.identifier.precise] ?? []).sorted())
    }
  }

  /// Every type conforms to these protocols without saying so.
  private static let implied: Set = ["Copyable", "Escapable", "SendableMetatype", "BitwiseCopyable"]
}

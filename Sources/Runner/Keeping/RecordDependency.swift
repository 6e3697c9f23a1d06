/// One thing that a recorded value depends on.
package enum RecordDependency: Hashable, Codable, Sendable {
  /// The code of a block, numbered from one among the blocks that the record uses.
  case code(Int)
  case compiler
  case data(String)
  case input(String)
  case module(String)
}

/// The keys in a file are `code:1`, `compiler`, `data:mnist` and the like.
extension RecordDependency: CodingKeyRepresentable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package var codingKey: any CodingKey {
    switch self {
    case .code(let number): Key(stringValue: "code:\(number)")
    case .compiler: Key(stringValue: "compiler")
    case .data(let name): Key(stringValue: "data:\(name)")
    case .input(let name): Key(stringValue: "input:\(name)")
    case .module(let name): Key(stringValue: "module:\(name)")
    }
  }

  package init?<Other: CodingKey>(codingKey: Other) {
    let parts = codingKey.stringValue.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("code", 2): if let number = Int(parts[1]) { self = .code(number) } else { return nil }
    case ("compiler", 1): self = .compiler
    case ("data", 2): self = .data(parts[1])
    case ("input", 2): self = .input(parts[1])
    case ("module", 2): self = .module(parts[1])
    default: return nil
    }
  }
}

/// What a program says of a value that it made for a record.
public struct RecordOrigin: Sendable, Equatable, Codable {
  /// The name of the record.
  public var name: String
  /// The number of the block that made it.
  public var block: Int
  /// The folders or files of data that it was made from.
  public var data: [String]
  /// By how much its numbers may differ when they are made again.
  public var spread: Double

  /// An origin made of its parts.
  public init(name: String, block: Int, data: [String], spread: Double) {
    self.name = name
    self.block = block
    self.data = data
    self.spread = spread
  }
}

/// What a program has to know of a record before it uses it.
public struct RecordStanding: Sendable, Equatable, Codable {
  /// The number of the block that made it.
  public var block: Int
  /// What it depends on and has changed, in words; empty for a record that holds.
  public var changes: [String]

  /// A standing made of its parts.
  public init(block: Int, changes: [String]) {
    self.block = block
    self.changes = changes
  }
}

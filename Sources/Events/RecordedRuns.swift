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
  /// For each block that could ask for it, what it depends on there and has changed, in words; nothing for a record
  /// that holds.
  public var changes: [[String]]

  /// The standing of a record with these changes, block by block.
  public init(changes: [[String]]) { self.changes = changes }
}

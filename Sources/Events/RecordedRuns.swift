/// The origin of a value that a program has made for a record.
public struct RecordOrigin: Sendable, Equatable, Codable {
  /// The name of the record.
  public var name: String
  /// The number of the block that made it.
  public var block: Int
  /// The folders or files of data that it was made from.
  public var data: [String]
  /// The largest allowed difference of a number when the value is made again.
  public var spread: Double

  /// Creates the origin of a value.
  public init(name: String, block: Int, data: [String], spread: Double) {
    self.name = name
    self.block = block
    self.data = data
    self.spread = spread
  }
}

/// The information that a program needs before it uses a record.
public struct RecordStanding: Sendable, Equatable, Codable {
  /// For each block, the changed dependencies of the record in words; empty when the block may use the record.
  public var changes: [[String]]

  /// Creates a standing with the changes of each block.
  public init(changes: [[String]]) { self.changes = changes }
}

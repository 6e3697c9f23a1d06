/// What a block may use up. Whoever goes beyond is stopped and told which limit it was.
public struct BlockLimits: Sendable, Hashable, Codable {
  /// Seconds of processor time, of all threads and processes together; nil is four times the timeout.
  public var processorSeconds: Double?
  /// Mebibytes of memory that all processes together hold at a time.
  public var memory = 2048
  /// Processes at a time, the chapter's own included.
  public var processes = 64
  /// Open files at a time, of one process.
  public var files = 512

  /// The limits of a block that says nothing.
  public init() {}
}

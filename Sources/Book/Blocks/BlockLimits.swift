/// The limits on the resources of a block. A block that exceeds a limit is stopped, and the report names the limit.
package struct BlockLimits: Sendable, Hashable, Codable {
  /// Seconds of processor time for all threads and processes together; nil means four times the timeout.
  package var processorSeconds: Double?
  /// Mebibytes of memory that all processes together hold at a time.
  package var memory = 2048
  /// The most processes at a time, including the chapter's own.
  package var processes = 64
  /// The most open files of one process.
  package var files = 512

  /// The limits of a block that sets none.
  package init() {}
}

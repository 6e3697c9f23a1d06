/// What a block may use up. Whoever goes beyond is stopped and told which limit it was.
package struct BlockLimits: Sendable, Hashable, Codable {
  /// Seconds of processor time, of all threads and processes together; nil is four times the timeout.
  package var processorSeconds: Double?
  /// Mebibytes of memory that all processes together hold at a time.
  package var memory = 2048
  /// Processes at a time, the chapter's own included.
  package var processes = 64
  /// Open files at a time, of one process.
  package var files = 512

  /// The limits of a block that says nothing.
  package init() {}
}

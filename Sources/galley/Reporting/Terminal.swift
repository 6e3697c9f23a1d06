import Foundation

/// Writes lines to a file descriptor of the terminal.
struct Terminal: Sendable {
  private let descriptor: Int32

  static let standardError = Terminal(descriptor: STDERR_FILENO)

  /// Writes `line`, followed by `end`.
  func write(_ line: String, end: String = "\n") {
    try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(
      contentsOf: Data((line + end).utf8))
  }
}

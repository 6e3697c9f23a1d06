import Events

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  @preconcurrency internal import Glibc
#endif

/// Writes events to the runner's file, each in one `write`, so that a trap loses none.
struct EventWriter {
  /// The environment variable with the path of the file.
  static let environmentVariable = "GALLEY_EVENTS"

  private let descriptor: Int32

  /// Opens the runner's file. Outside of a runner, nothing is written.
  init() {
    let path = getenv(Self.environmentVariable).map { String(cString: $0) }
    descriptor = path.map { open($0, O_WRONLY | O_APPEND | O_CLOEXEC) } ?? -1
    // If stdout is a file or a pipe, it would be buffered until the program ends, and a trap would lose the buffer.
    setvbuf(stdout, nil, _IOLBF, 0)
  }

  /// Writes one event together with the current offsets of the program's output.
  func write(
    _ kind: Event.Kind, number: Int = 0, value: Value? = nil, message: String? = nil,
    verification: FormulaVerification? = nil
  ) {
    fflush(nil)
    guard descriptor >= 0 else { return }
    let output = OutputOffsets(
      standardOutput: Int(max(0, lseek(STDOUT_FILENO, 0, SEEK_CUR))),
      standardError: Int(max(0, lseek(STDERR_FILENO, 0, SEEK_CUR))))
    let event = Event(
      kind, number: number, output: output, value: value, message: message,
      verification: verification)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard var line = try? encoder.encode(event) else { return }
    line.append(UInt8(ascii: "\n"))
    line.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Self.writeSome(descriptor, rest)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  private static func writeSome(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let buffer = UnsafeRawBufferPointer(rebasing: bytes)
    #if canImport(Darwin)
      return Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      return Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}

import Foundation

/// A running curl, whose output comes through a pipe.
final class CurlProcess {
  private let process = Process()
  private let output = Pipe()
  private let errors: String

  /// Starts curl at byte `offset`. It follows up to five redirects and ends a stalled transfer after a minute.
  init(address: String, offset: Int, protocols: String) throws {
    errors = FileManager.default.temporaryDirectory.path + "/galley-curl-\(UUID().uuidString)"
    guard FileManager.default.createFile(atPath: errors, contents: nil),
      let errorFile = FileHandle(forWritingAtPath: errors)
    else { throw DownloadError.writing(path: errors, message: "no temporary file") }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    guard
      let curl = path.split(separator: ":").map({ "\($0)/curl" })
        .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { throw DownloadError.noCurl }
    process.executableURL = URL(fileURLWithPath: curl)
    process.arguments =
      [
        "--disable", "--silent", "--show-error", "--fail", "--location", "--max-redirs", "5",
        "--proto", protocols, "--proto-redir", protocols, "--connect-timeout", "30",
        "--speed-limit", "1", "--speed-time", "60", "--no-buffer",
      ] + (offset > 0 ? ["--continue-at", "\(offset)"] : []) + ["--", address]
    process.standardOutput = output
    process.standardError = errorFile
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Only curl holds the writing end now, so that the pipe ends when curl ends.
    try? output.fileHandleForWriting.close()
  }

  deinit { try? FileManager.default.removeItem(atPath: errors) }

  /// The next bytes, or nil at the end.
  func read() -> Data? {
    let piece = output.fileHandleForReading.availableData
    return piece.isEmpty ? nil : piece
  }

  /// Kills curl, which has nothing to clean up and may be waiting for room in the pipe.
  func stop() {
    kill(process.processIdentifier, SIGKILL)
    try? output.fileHandleForReading.close()
    process.waitUntilExit()
  }

  /// Waits for curl to end. The code is negative after a signal, and the message is curl's own.
  func finish() -> (code: Int32, message: String) {
    process.waitUntilExit()
    let text = FileManager.default.contents(atPath: errors).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return (code, text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}

import Foundation

/// A call of the `swift` on the `PATH`. It ends together with everything that it has started when this process ends,
/// in any way.
struct SwiftCall {
  private let arguments: [String]
  private let environment: [String: String]

  init(_ arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs the command.
  ///
  /// - Parameter read: Gets each line of its standard output as soon as it is complete.
  func run(
    read: (Substring) -> Void = { _ in }
  ) async throws -> (isSuccess: Bool, output: String, errors: String) {
    let folder = try ScratchFolder()
    let process = ChildProcess(
      executable: "/usr/bin/env", arguments: ["swift"] + arguments,
      environment: environment,
      workingDirectory: FileManager.default.currentDirectoryPath,
      output: try OpenFile(creating: folder.path + "/swift.out"),
      errors: try OpenFile(creating: folder.path + "/swift.err"),
      limits: ChildProcess.Limits(forbidsPrivileges: false))
    var lines = GrowingLines(of: process.output)
    let ending = try await process.run { _ in
      lines.read(read)
      return false
    }
    lines.read(read)
    return (ending == .exited(code: 0), process.output.text, process.errors.text)
  }
}

/// The lines of a file that a program is writing.
private struct GrowingLines {
  private let file: OpenFile
  private var offset = 0
  private var rest: [UInt8] = []

  init(of file: OpenFile) { self.file = file }

  /// Hands over each line that is complete now.
  mutating func read(_ body: (Substring) -> Void) {
    while true {
      let bytes = file.read(at: offset, count: 1 << 16)
      if bytes.isEmpty { return }
      offset += bytes.count
      rest += bytes
      var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      rest = lines.popLast().map(Array.init) ?? []
      for line in lines { body(Substring(decoding: line, as: UTF8.self)) }
    }
  }
}

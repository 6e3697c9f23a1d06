#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @testable import Runner

  @Suite("The time limit of the compiler", .heavy)
  struct CompilerDeadlineTests {
    @Test("a program that waits for a busy machine is not stopped, one that computes is")
    func processorTime() async throws {
      let waited = try await end("sleep 1", processorTime: .milliseconds(500))
      #expect(waited == .exited(code: 0))
      let computed = try await end("while :; do :; done", processorTime: .milliseconds(500))
      #expect(computed == .stopped)
    }

    private func end(_ script: String, processorTime: Duration) async throws -> ChildProcess.Ending {
      let folder = FileManager.default.temporaryDirectory.appending(path: "deadline-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let process = ChildProcess(
        executable: "/bin/sh", arguments: ["-c", script], environment: [:], workingDirectory: folder.path,
        output: try OpenFile(creating: "\(folder.path)/out"),
        errors: try OpenFile(creating: "\(folder.path)/err"))
      let deadline = CompilerDeadline(processorTime: processorTime)
      return try await process.run(shouldStop: deadline.isPassed)
    }
  }
#endif

#if os(Linux)
  import Foundation
  import Testing

  @testable import Runner

  @Suite("The limit of the compiler")
  struct CompilerDeadlineTests {
    @Test("a process that has to wait for a busy machine is not given up, one that computes is")
    func processorTime() async throws {
      let waiting = Process()
      waiting.executableURL = URL(filePath: "/bin/sleep")
      waiting.arguments = ["600"]
      try waiting.run()
      defer { waiting.terminate() }
      let deadline = CompilerDeadline(processorTime: .milliseconds(40))
      let own = ProcessFamily(leader: getpid(), mark: nil)
      while own.processorTime <= .milliseconds(40) {}
      try await Task.sleep(for: .milliseconds(50))
      #expect(!CompilerDeadline(processorTime: .seconds(600)).isPassed(own))
      #expect(deadline.isPassed(own))
      let patient = CompilerDeadline(processorTime: .seconds(1))
      try await Task.sleep(for: .seconds(1.1))
      #expect(!patient.isPassed(ProcessFamily(leader: waiting.processIdentifier, mark: nil)))
    }
  }
#endif

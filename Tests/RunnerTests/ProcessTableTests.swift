import Foundation
import Testing

@testable import Runner

@Suite("Table of processes", .enabled("this system has no /proc") { ProcessTable.entry(of: getpid()) != nil })
struct ProcessTableTests {
  @Test("the descendants of a process are those that the whole table leads to")
  func descendants() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "sh -c 'sleep 60 & echo a; wait' & sleep 60 & echo b; wait"]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let root = shell.processIdentifier
    var found: [ProcessTable.Entry] = []
    defer {
      for process in found { kill(process.id, SIGKILL) }
      kill(root, SIGKILL)
      shell.waitUntilExit()
    }
    // Both shells have started their processes when they have written.
    var text = Data()
    while text.count < 4 { text += output.fileHandleForReading.availableData }

    found = try #require(ProcessTable.descendants(of: root))
    #expect(found.count == 3)
    var expected: Set<pid_t> = [root]
    for _ in 0..<3 {
      for process in ProcessTable.now().processes.values where expected.contains(process.parent) {
        expected.insert(process.id)
      }
    }
    #expect(Set(found.map(\.id)) == expected.subtracting([root]))
    #expect(ProcessTable.descendants(of: root, most: 2)?.count == 2)
  }

  @Test("a process that does not exist has no descendants")
  func nobody() {
    #expect(ProcessTable.descendants(of: pid_t.max) == nil)
  }
}

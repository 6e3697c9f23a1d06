import Foundation
import TestSupport
import Testing

@testable import Runner

@Suite("Calls of the toolchain", .heavy)
struct SwiftCallTests {
  @Test("a cancelled call ends with everything that it started, and its lines are read while it runs")
  func cancelled() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "call-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "swift")
    try Data("#!/bin/sh\necho \"[1/2] $1\"\nprintf 'half'\n(setsid sleep 987654 &)\nsleep 987654\n".utf8)
      .write(to: script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = folder.path + ":" + (environment["PATH"] ?? "")
    let call = SwiftCall(["build"], environment: environment)
    let (lines, continuation) = AsyncStream.makeStream(of: String.self)
    let task = Task { try await call.run { continuation.yield(String($0)) } }
    var iterator = lines.makeAsyncIterator()
    #expect(await iterator.next() == "[1/2] build")
    // The shell starts its programs behind the line.
    #expect(try await eventually { Self.sleepers() >= 2 })
    task.cancel()
    #expect(try await task.value.isSuccess == false)
    #expect(Self.sleepers() == 0)
  }

  private static func sleepers() -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.count { name in
      let line = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(name)/cmdline"))) ?? Data()
      return String(decoding: line, as: UTF8.self).contains("sleep\u{0}987654")
    }
  }
}

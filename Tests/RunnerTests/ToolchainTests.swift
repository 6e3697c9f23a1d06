import Foundation
import TestSupport
import Testing

@testable import Runner

@Suite("The toolchain", .heavy)
struct ToolchainTests {
  @Test("a toolchain that works has no problem")
  func working() async throws {
    let toolchain = try #require(Toolchain.find())
    #expect(await toolchain.problem() == nil)
    #expect(try await toolchain.version().hasPrefix("Swift version "))
  }

  @Test("a compiler that cannot start is not taken for another version")
  func missingLibrary() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "toolchain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let reason = "swiftc: error while loading shared libraries: libncurses.so.6: No such file"
    let compiler = folder.appending(path: "swiftc").path
    try "#!/bin/sh\necho '\(reason)' >&2\nexit 127\n".write(
      toFile: compiler, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: compiler)
    let toolchain = try #require(Toolchain.find(environment: ["PATH": folder.path]))
    #expect(await toolchain.problem() == reason)
    await #expect(throws: Toolchain.Unusable.self) { try await toolchain.version() }
  }
}

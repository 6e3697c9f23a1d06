import Foundation
import Testing

@testable import Downloads

@Suite("data sets on the web", .timeLimit(.minutes(15)))
struct UnpackingTests {
  /// A folder with `top/recordings/{a,b}.wav` packed, and the digest of its list.
  private func archive(in folder: String) throws -> (bytes: [UInt8], digest: String) {
    let recordings = folder + "/top/recordings"
    try FileManager.default.createDirectory(atPath: recordings, withIntermediateDirectories: true)
    for name in ["a", "b"] {
      try Data(name.utf8).write(to: URL(fileURLWithPath: "\(recordings)/\(name).wav"))
    }
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-czf", folder + "/made.tar.gz", "-C", folder, "top"]
    try tar.run()
    tar.waitUntilExit()
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/made.tar.gz")))
    return (bytes, try Unpacking.listSHA256(of: "recordings", in: folder + "/top"))
  }

  private func dataset(_ address: String, list: String) -> RemoteDataset {
    var unpacking = Unpacking(member: "recordings", strip: 1, listSHA256: list)
    unpacking.limit = 1 << 20
    return RemoteDataset(
      name: "sounds", summary: "", folder: "sounds",
      files: [RemoteFile(address: address, name: "sounds.tar.gz", limit: 1 << 20, sha256: nil)],
      unpacking: unpacking)
  }

  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/unpacking-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  @Test("an archive is unpacked, verified, and downloaded once")
  func unpacks() async throws {
    try await inFolder { folder in
      let (bytes, digest) = try archive(in: folder)
      try await LoopbackServer.serving(bytes) { server in
        let sounds = dataset(server.address("whole"), list: digest)
        for _ in 0..<2 { try sounds.fetch(to: folder, protocols: "=http") { _, _ in } }
        #expect(server.ranges.withLock { $0.count } == 1)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/sounds") == ["recordings"])
      #expect(FileManager.default.contents(atPath: folder + "/sounds/recordings/b.wav") == Data("b".utf8))
    }
  }

  @Test("wrong contents and a file that is not an archive leave nothing behind")
  func refuses() async throws {
    try await inFolder { folder in
      let (bytes, digest) = try archive(in: folder)
      try await LoopbackServer.serving(bytes) { server in
        #expect {
          try dataset(server.address("whole"), list: "00").fetch(to: folder, protocols: "=http") { _, _ in }
        } throws: { "\($0)".contains("SHA-256 \(digest), expected 00") }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/sounds").isEmpty)
      try await LoopbackServer.serving(Array(bytes.prefix(40))) { server in
        #expect {
          try dataset(server.address("whole"), list: digest).fetch(to: folder, protocols: "=http") { _, _ in }
        } throws: { "\($0)".contains("cannot be unpacked") }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/sounds").isEmpty)
    }
  }

  /// A packed folder to which `prepare` has added something.
  private func packed(in folder: String, _ prepare: (String) throws -> Void) throws -> [UInt8] {
    _ = try archive(in: folder)
    try prepare(folder + "/top/recordings")
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-czf", folder + "/made.tar.gz", "-C", folder, "top"]
    try tar.run()
    tar.waitUntilExit()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/made.tar.gz")))
  }

  @Test("an archive that is too large, or that holds links or pipes, is refused before anything is written")
  func hostile() async throws {
    try await inFolder { folder in
      let link = try packed(in: folder) {
        try FileManager.default.createSymbolicLink(atPath: $0 + "/l", withDestinationPath: "/dev/zero")
      }
      try FileManager.default.removeItem(atPath: folder + "/top/recordings/l")
      let pipe = try packed(in: folder) { mkfifo($0 + "/p", 0o600) }
      try FileManager.default.removeItem(atPath: folder + "/top/recordings/p")
      let bomb = try packed(in: folder) {
        _ = FileManager.default.createFile(atPath: $0 + "/z", contents: nil)
        truncate($0 + "/z", 16 << 20)
      }
      #expect(bomb.count < 1 << 20)
      for (bytes, reason) in [
        (link, "neither a file nor a folder"), (pipe, "neither a file nor a folder"),
        (bomb, "it holds more than expected"),
      ] {
        try await LoopbackServer.serving(bytes) { server in
          #expect {
            try dataset(server.address("whole"), list: "00").fetch(to: folder, protocols: "=http") { _, _ in }
          } throws: { "\($0)".contains(reason) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/sounds").isEmpty)
      }
    }
  }

  @Test("names are known or listed, and every file has a digest")
  func catalogue() throws {
    #expect(throws: DownloadError.unknownName("mnits", known: RemoteDataset.all.map(\.name))) {
      try RemoteDataset.named("mnits")
    }
    for dataset in RemoteDataset.all {
      let digests = dataset.files.compactMap { $0.sha256 ?? dataset.unpacking?.listSHA256 }
      #expect(digests.count == dataset.files.count && digests.allSatisfy { $0.count == 64 })
      #expect(dataset.files.allSatisfy { $0.address.hasPrefix("https://") })
    }
  }

  @Test(
    "the catalogue's digests are those of the real files",
    .enabled(if: ProcessInfo.processInfo.environment["GALLEY_DATA"] != nil, "set GALLEY_DATA"))
  func real() throws {
    let root = try #require(ProcessInfo.processInfo.environment["GALLEY_DATA"])
    for file in try RemoteDataset.named("mnist").files {
      #expect(try SHA256.ofFile("\(root)/mnist/\(file.name)") == file.sha256)
    }
    let expected = try RemoteDataset.named("fsdd").unpacking?.listSHA256
    #expect(try Unpacking.listSHA256(of: "recordings", in: root + "/fsdd") == expected)
  }
}

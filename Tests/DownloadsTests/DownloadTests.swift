import Foundation
import Testing

@testable import Downloads

@Suite("downloads", .timeLimit(.minutes(15)))
struct DownloadTests {
  private static let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
  private static let folderOfAll =
    FileManager.default.temporaryDirectory.path + "/downloads-\(UUID().uuidString)"

  /// Runs `body` with a server, and a download of `path` into a folder of its own.
  private func download(
    _ path: String, digest: String? = nil, limit: Int = 1 << 20,
    _ body: @escaping @Sendable (LoopbackServer, Download) throws -> Void
  ) async throws {
    let folder = Self.folderOfAll + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await LoopbackServer.serving(Self.content) { server in
      let file = RemoteFile(
        address: server.address(path), name: "data.bin", limit: limit,
        sha256: digest ?? SHA256.of(Self.content))
      var download = Download(file, to: folder)
      download.protocols = "=http"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try body(server, download)
    }
  }

  private func names(in folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: folder)
  }

  private func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  @Test("the digests are the published ones")
  func digests() {
    // FIPS 180-4's examples.
    #expect(SHA256.of([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.of(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("a whole file is downloaded with progress, and is not requested again")
  func whole() async throws {
    try await download("whole") { server, download in
      var progress: [Int] = []
      try download.run { progress.append($0) }
      #expect(bytes(download.path) == Self.content)
      #expect(progress.last == Self.content.count && progress == progress.sorted())
      #expect(!FileManager.default.fileExists(atPath: download.partPath))
      try download.run()
      #expect(server.ranges.withLock { $0 } == ["all"])
    }
  }

  @Test("a partial file is continued where it ends")
  func resumes() async throws {
    try await download("whole") { server, download in
      try Data(Self.content.prefix(100_001)).write(to: URL(fileURLWithPath: download.partPath))
      try download.run()
      #expect(bytes(download.path) == Self.content)
      #expect(server.ranges.withLock { $0 } == ["bytes=100001-"])
    }
  }

  @Test("a complete partial file needs no server")
  func wholePart() async throws {
    try await download("absent") { _, download in
      try Data(Self.content).write(to: URL(fileURLWithPath: download.partPath))
      try download.run()
      #expect(bytes(download.path) == Self.content)
    }
  }

  @Test(
    "a server that cannot continue, or has nothing more, sends the whole file again",
    arguments: ["rangeless", "whole"])
  func rangeless(_ path: String) async throws {
    try await download(path) { _, download in
      let size = path == "whole" ? Self.content.count : 1000
      try Data(repeating: 1, count: size).write(to: URL(fileURLWithPath: download.partPath))
      try download.run()
      #expect(bytes(download.path) == Self.content)
    }
  }

  @Test("a wrong digest is reported with both, and nothing is kept")
  func wrongDigest() async throws {
    let wrong = String(repeating: "0", count: 64)
    try await download("whole", digest: wrong) { _, download in
      let found = SHA256.of(Self.content)
      #expect(throws: DownloadError.wrongDigest(file: download.path, found: found, expected: wrong)) {
        try download.run()
      }
      #expect(names(in: download.folder) == [])
    }
  }

  @Test("a file that is too large is given up")
  func tooLarge() async throws {
    try await download("whole", limit: 1000) { _, download in
      #expect(throws: DownloadError.tooLarge(address: download.file.address, limit: 1000)) {
        try download.run()
      }
      #expect(names(in: download.folder) == [])
    }
  }

  @Test("a missing file is reported, and leaves nothing")
  func absent() async throws {
    try await download("absent") { _, download in
      #expect {
        try download.run()
      } throws: { error in "\(error)".contains("absent: error: ") && "\(error)".contains("404") }
      #expect(names(in: download.folder) == [])
    }
  }

  @Test("redirects are followed, but not endlessly and not to local files")
  func redirects() async throws {
    try await download("moved") { _, download in
      try download.run()
      #expect(bytes(download.path) == Self.content)
    }
    for path in ["loop", "file"] {
      try await download(path) { _, download in
        #expect(throws: DownloadError.self) { try download.run() }
        #expect(!FileManager.default.fileExists(atPath: download.path))
      }
    }
  }

  @Test("an interrupted download keeps its part, and the next attempt finishes it")
  func interrupted() async throws {
    try await download("whole") { server, download in
      let port = try BrokenServer.start(
        promising: Self.content.count, sending: Array(Self.content.prefix(70_000)))
      var first = download
      first.file.address = "http://127.0.0.1:\(port)/"
      #expect {
        try first.run()
      } throws: { error in "\(error)".contains("run the same command again to continue") }
      #expect(!FileManager.default.fileExists(atPath: download.path))
      #expect(bytes(download.partPath)?.count == 70_000)
      try download.run()
      #expect(bytes(download.path) == Self.content)
      #expect(server.ranges.withLock { $0 } == ["bytes=70000-"])
    }
  }

  @Test("only the protocols that are allowed are used")
  func protocols() async throws {
    try await download("whole") { _, download in
      var strict = download
      strict.protocols = "=https"
      #expect(throws: DownloadError.self) { try strict.run() }
    }
  }
}

import Foundation
import Testing

@testable import Preview

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("The preview", .timeLimit(.minutes(15)))
struct PreviewTests {
  @Test("the server answers only requests that name it as host and origin")
  func rules() {
    let rules = RequestRules(port: 4000)
    #expect(rules.allow(host: "127.0.0.1:4000", origin: nil))
    #expect(rules.allow(host: "LOCALHOST:4000", origin: "http://localhost:4000"))
    for host in [nil, "", "127.0.0.1", "127.0.0.1:4001", "evil.example:4000", "127.0.0.1.evil.example:4000"] {
      #expect(!rules.allow(host: host, origin: nil))
    }
    for origin in ["null", "http://evil.example", "https://127.0.0.1:4000", "http://127.0.0.1:4001"] {
      #expect(!rules.allow(host: "127.0.0.1:4000", origin: origin))
    }
  }

  @Test(
    "a path names a file of the site or nothing",
    arguments: [
      ("/", "index.html"), ("/a.html", "a.html"), ("/assets/", "assets/index.html"),
      ("/a%20b.html", "a b.html"),
      ("/../x", nil), ("/a/%2e%2e/x", nil), ("/%2e%2e%2fx", nil), ("/a%00", nil), ("/..%5cx", nil),
      ("x", nil),
      ("/%", nil), ("", nil),
    ])
  func paths(path: String, name: String?) {
    #expect(RequestRules.fileName(ofPath: path) == name)
  }

  @Test("a waiting page learns of a change at once, and only of real changes")
  func changes() async throws {
    let state = PreviewState()
    state.show(files: ["index.html": Data("a".utf8)], problems: [])
    let first = state.change
    #expect(await state.change(after: nil, timeout: .seconds(600)) == first)
    #expect(await state.change(after: first.version, timeout: .milliseconds(30)) == first)
    state.show(files: ["index.html": Data("a".utf8)], problems: [])
    #expect(state.change == first)
    async let told = state.change(after: first.version, timeout: .seconds(600))
    try await Task.sleep(for: .milliseconds(20))
    state.show(files: nil, problems: ["c.md:1:1: error: no"])
    #expect(await told.problems == ["c.md:1:1: error: no"])
    #expect(state.file("index.html") == Data("a".utf8))
    #expect(PreviewState().change.version != PreviewState().change.version)
  }

  @Test(
    "files are served from memory with their types, other sites are refused, and the server can be stopped")
  func server() async throws {
    let state = PreviewState()
    state.show(files: ["index.html": Data("<p>hello</p>".utf8), "a/s.css": Data("p{}".utf8)], problems: [])
    let server = try PreviewServer(port: 0, state: state)
    let (ports, told) = AsyncStream<UInt16>.makeStream()
    let running = Task { try await server.run { told.yield($0) } }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())

    let home = try await get("http://127.0.0.1:\(port)/")
    #expect(home.status == 200)
    #expect(home.body.hasPrefix("<p>hello</p><script src="))
    #expect(try await get("http://127.0.0.1:\(port)/a/s.css").body == "p{}")
    #expect(try await get("http://127.0.0.1:\(port)/.galley/preview.js").body.contains("location.reload"))
    let missing = try await get("http://127.0.0.1:\(port)/a/../../etc/passwd")
    #expect(missing.status == 404)
    #expect(missing.body.contains("<script src="))
    #expect(try await get("http://127.0.0.1:\(port)/", headers: ["Host": "evil.example"]).status == 403)
    #expect(
      try await get("http://127.0.0.1:\(port)/", headers: ["Origin": "http://evil.example"]).status == 403)
    #expect(try await get("http://127.0.0.1:\(port)/", method: "POST").status == 405)
    let changes = try await get("http://127.0.0.1:\(port)/.galley/changes?after=0")
    #expect(changes.body.contains("\"problems\":[]"))
    running.cancel()
    _ = await running.result
  }

  @Test("a written, renamed, emptied or deleted folder is a change, an editor's temporary file is not")
  func watching() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let watch = FolderWatch(folders: [folder.path])
    let empty = watch.snapshot()
    try Data("a".utf8).write(to: folder.appending(path: "01-a.md"))
    let one = try #require(await watch.change(from: empty))
    // An edit that keeps size and time is a change, too.
    let file = folder.appending(path: "01-a.md").path
    let time = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    try handle.write(contentsOf: Data("b".utf8))
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: time as Any], ofItemAtPath: file)
    let edited = watch.snapshot()
    #expect(edited != one)
    try Data().write(to: folder.appending(path: ".01-a.md.swp"))
    try Data().write(to: folder.appending(path: "01-a.md~"))
    #expect(watch.snapshot() == edited)
    try FileManager.default.moveItem(
      at: folder.appending(path: "01-a.md"), to: folder.appending(path: "02-a.md"))
    let renamed = try #require(await watch.change(from: edited))
    #expect(renamed != edited)
    try FileManager.default.removeItem(at: folder)
    #expect(await watch.change(from: renamed) == empty)
  }

  private func get(
    _ address: String, method: String = "GET", headers: [String: String] = [:]
  ) async throws -> (status: Int, body: String) {
    var request = URLRequest(url: try #require(URL(string: address)))
    request.httpMethod = method
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }
}

import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Tests `galley serve` on a whole book, on its own port.
@Suite("Serving", .heavy)
struct ServeTests {
  @Test("a saved change is shown, an error has its line, and the server survives renames and deletions")
  func serve() async throws {
    let book = try TemporaryBook(["01-a.md": CommandTests.good])
    try book.write("02-b.md", "# B\n\n```swift-run\n1 + 1  // == 2\n```\n")
    let process = try book.start("serve", "--port", "0")
    defer { process.terminate() }
    let address = try await book.address()
    var seen = try await change(address, after: "0") { $0.problems.isEmpty && $0.version.hasSuffix("-1") }
    #expect(try await get(address + "a.html").contains("42.0</span>"))

    try book.write("01-a.md", CommandTests.good.replacing("42.0", with: "43.0"))
    seen = try await change(address, after: seen.version) { !$0.problems.isEmpty }
    #expect(seen.problems.first?.contains(/^Chapters\/01-a\.md:11:15: error: .*10\.5.*10\.75/) == true)
    #expect(try await get(address + "a.html").contains("43.0</span>"))

    // Broken input does not change the pages.
    try book.write("01-a.md", "# A\n\n```swift-run\nlet a: Int = \"\"\n```\n")
    seen = try await change(address, after: seen.version) {
      $0.problems.first?.contains("01-a.md:4:14") == true
    }
    #expect(try await get(address + "a.html").contains("43.0</span>"))

    // A block that never ends is stopped when the chapter changes.
    try book.write("01-a.md", "# A\n\n```swift-run\nlet a = 1\nwhile a == 1 {}\n```\n")
    try await Task.sleep(for: .milliseconds(500))
    try book.remove("01-a.md")
    try book.rename("02-b.md", to: "01-c.md")
    seen = try await change(address, after: seen.version) { $0.problems.isEmpty }
    #expect(try await get(address + "c.html").contains("1 check"))
    // The changed page is shown first, and pages of removed chapters go when the whole site is set.
    while try await !get(address + "a.html").contains("There is no such page") {
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  private struct Change: Decodable {
    var version: String
    var problems: [String]
  }

  /// Waits for changes until one is as expected.
  private func change(
    _ address: String, after version: String, until isAwaited: (Change) -> Bool
  ) async throws -> Change {
    var version = version
    while true {
      let text = try await get(address + ".galley/changes?after=" + version)
      let change = try JSONDecoder().decode(Change.self, from: Data(text.utf8))
      if isAwaited(change) { return change }
      version = change.version
    }
  }

  private func get(_ address: String) async throws -> String {
    let url = try #require(URL(string: address))
    return String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
  }
}

import Caching
import Foundation
import Testing

@Suite("The digest of a folder")
struct FingerprintTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "tree-\(UUID().uuidString)")

  private func write(_ name: String, _ text: String) throws {
    let file = root.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      at: root.appending(path: name), withDestinationURL: root.appending(path: target))
  }

  private func digest(_ name: String, atMost limit: Int = .max) -> String? {
    Fingerprint.ofTree(root.appending(path: name).path, atMost: limit)
  }

  @Test("differs when a file behind a link to a folder does, and when the folder itself is a link")
  func links() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try write("book/a.md", "a")
    try write("data/inner/b.csv", "b")
    try link("book/data", to: "data")
    try link("alias", to: "data")
    let (book, alias) = (digest("book"), digest("alias"))
    #expect(book != nil && alias != nil)
    #expect(alias == digest("data"))
    try write("data/inner/b.csv", "c")
    #expect(digest("book") != book)
    #expect(digest("alias") != alias)
  }

  @Test("a link to an enclosing folder does not loop, and a link to nothing is skipped")
  func circles() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try write("a/x", "x")
    try write("b/y", "y")
    try link("a/b", to: "b")
    try link("b/a", to: "a")
    try link("a/nothing", to: "nowhere")
    #expect(digest("a") != nil)
    #expect(digest("nowhere") == nil)
  }

  @Test("is nil if there are more bytes than the limit")
  func limit() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try write("a/x", "12345")
    #expect(digest("a", atMost: 5) != nil)
    #expect(digest("a", atMost: 4) == nil)
  }
}

import Foundation
import Testing

@testable import Book

/// Books with special files, links to other folders, or files that are far too large.
@Suite("A hostile folder is reported")
struct HostileFolderTests {
  private func messages(
    _ settings: String = "title: Test\n", body: String = "Text.\n", _ prepare: (String) throws -> Void
  ) throws -> [String] {
    let book = try TemporaryBook(["01-a.md": "# A\n\n" + body], settings: settings)
    try prepare(book.folder.path)
    return book.read().diagnostics.filter { $0.severity == .error }.map(\.description)
  }

  @Test("a pipe in place of any file is reported and does not block")
  func pipes() throws {
    for name in ["02-b.md", "references.bib"] {
      let found = try messages { #expect(mkfifo("\($0)/\(name)", 0o600) == 0) }
      #expect(
        found == [
          "Chapters/\(name):1:1: error: the file cannot be read: it is a pipe, not a file; put an ordinary file there"
        ])
    }
    let found = try messages(body: "```swift-run\n//| inputs: p\n1\n```\n") {
      #expect(mkfifo("\($0)/p", 0o600) == 0)
    }
    #expect(
      found == [
        "Chapters/01-a.md:3:1: error: the input 'p' cannot be read: it is a pipe, not a file; put an ordinary file there"
      ])
  }

  @Test("a link out of the folder is not followed, one inside is")
  func links() throws {
    let files = FileManager.default
    let found = try messages(body: "```swift-run\n//| inputs: in, out\n1\n```\n") { folder in
      for name in ["02-b.md", "out"] {
        try files.createSymbolicLink(atPath: "\(folder)/\(name)", withDestinationPath: "/etc/hostname")
      }
      try files.createSymbolicLink(atPath: "\(folder)/in", withDestinationPath: "book.yml")
    }
    #expect(
      found == [
        "Chapters/02-b.md:1:1: error: the file cannot be read: it lies outside of the folder, or a link leads there; put a copy into the folder",
        "Chapters/01-a.md:3:1: error: the input 'out' cannot be read: it lies outside of the folder, or a link leads there; put a copy into the folder",
      ])
  }

  @Test("a sparse file of 6 GB is reported and not read")
  func sparse() throws {
    let found = try messages { folder in
      let file = open("\(folder)/02-b.md", O_WRONLY | O_CREAT, 0o600)
      #expect(ftruncate(file, 6 << 30) == 0)
      close(file)
    }
    #expect(
      found == [
        "Chapters/02-b.md:1:1: error: the file cannot be read: it is larger than 1 MiB; make it smaller"
      ])
  }

  @Test("a redirect must have a page name", arguments: ["../../out", "a/b", ".", "", "a.b", "a b", "a%2fb"])
  func redirects(name: String) throws {
    let found = try messages("title: Test\nredirects:\n  \"\(name)\": a\n") { _ in }
    #expect(
      found == [
        "Chapters/book.yml:3:3: error: the old name in a redirect must be a page name, unlike '\(name)'; write letters, digits, '-' and '_', such as 'old-name'"
      ])
  }
}

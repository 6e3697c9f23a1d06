import Foundation
import GFM
import Testing

@testable import Site

@Suite("Nothing from outside is published")
struct HostileFilesTests {
  /// The problems of a book after `prepare` has put something into its folder.
  private func problems(_ body: String, _ prepare: (String) throws -> Void) throws -> [String] {
    let book = try SampleBook(["01-a.md": "# A\n\n" + body, "sub/a.txt": "text"], prepare: prepare)
    #expect(!book.pages.files.values.contains { String(decoding: $0, as: UTF8.self).contains("SECRET") })
    return book.pages.diagnostics.filter { $0.severity == .error }.map(\.description)
  }

  private func secret(beside folder: String) throws -> String {
    let outside = folder + "/../outside"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try Data("SECRET".utf8).write(to: URL(fileURLWithPath: outside + "/secret.txt"))
    return outside
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test("a link of a chapter must lead to a regular file in its folder")
  func attachments() throws {
    let rule = "error: the link leads to"
    #expect(try problems("[x](sub/a.txt)\n") { _ in } == [])
    #expect(
      try problems("[x](sub)\n") { _ in } == [
        "Chapters/01-a.md:3:5: \(rule) 'sub', which cannot be published: it is a folder; put an ordinary file there"
      ])
    #expect(
      try problems("[x](p)\n") { mkfifo("\($0)/p", 0o600) } == [
        "Chapters/01-a.md:3:5: \(rule) 'p', which cannot be published: it is a pipe, not a file; put an ordinary file there"
      ])
    let outside =
      "which cannot be published: it lies outside of the folder, or a link leads there; put a copy into the folder"
    #expect(
      try problems("![x](s.txt) [y](out/secret.txt)\n") { folder in
        let place = try secret(beside: folder)
        try link("\(folder)/s.txt", to: "../outside/secret.txt")
        try link("\(folder)/out", to: place)
      } == [
        "Chapters/01-a.md:3:6: \(rule) 's.txt', \(outside)",
        "Chapters/01-a.md:3:17: \(rule) 'out/secret.txt', \(outside)",
      ])
  }

  @Test("a theme must be inside the book's folder")
  func theme() throws {
    let rule = "error: the theme cannot be read:"
    #expect(
      try problems("Text.\n") { folder in
        let place = try secret(beside: folder)
        try FileManager.default.createDirectory(
          atPath: "\(folder)/theme/templates", withIntermediateDirectories: true)
        try link("\(folder)/theme/more", to: place)
        try link("\(folder)/theme/templates/chapter.mustache", to: place + "/secret.txt")
        try link("\(folder)/theme/x.txt", to: place + "/secret.txt")
        mkfifo("\(folder)/theme/style.css", 0o600)
      } == [
        "Chapters/theme/more:1:1: \(rule) it lies outside of the folder, or a link leads there; put a copy into the folder",
        "Chapters/theme/style.css:1:1: \(rule) it is a pipe, not a file; put an ordinary file there",
        "Chapters/theme/templates/chapter.mustache:1:1: \(rule) it lies outside of the folder, or a link leads there; put a copy into the folder",
        "Chapters/theme/x.txt:1:1: \(rule) it lies outside of the folder, or a link leads there; put a copy into the folder",
      ])
    #expect(
      try problems("Text.\n") { try link("\($0)/theme", to: try secret(beside: $0)) } == [
        "Chapters/theme:1:1: \(rule) it lies outside of the folder, or a link leads there; put a copy into the folder"
      ])
  }

  @Test("a folder in the place of a file of the theme is an error, and a template without a page a warning")
  func misplaced() throws {
    let found = try problems("Text.\n") { folder in
      for name in ["style.css", "templates/chapter.mustache", "words/en.json"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/theme/\(name)", withIntermediateDirectories: true)
      }
    }
    #expect(
      found
        == ["style.css", "templates/chapter.mustache", "words/en.json"].map {
          "Chapters/theme/\($0):1:1: error: the theme cannot be read: it is a folder; put an ordinary file there"
        })
    let book = try SampleBook(["01-a.md": "# A\n\nText.\n"]) { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/theme/templates", withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/theme/templates/chaptr.mustache"))
    }
    #expect(
      book.messages == [
        "Chapters/theme/templates/chaptr.mustache:1:1: warning: no page of the site uses this file; its name may be 'templates/chapter.mustache'"
      ])
  }

  @Test(
    "raw HTML without ends is text, and is read in time", arguments: ["<!-- ", "<div ", "<a href=\"", "</b "])
  func unclosed(start: String) {
    let html = String(repeating: start, count: 40_000)
    #expect(HTMLReader.pieces(of: html) == [.text(html)])
    #expect(HTMLReader.pieces(of: "<b>x</b>" + html).count == 4)
  }
}

import Foundation
import TestSupport
import Testing

@Suite("A new book", .heavy)
struct NewTests {
  @Test("it passes its checks from the start, and no book is overwritten")
  func new() throws {
    let book = try TemporaryBook([:])
    let made = try book.galley("new", "fresh")
    #expect(made.status == 0, "\(made.errors)")
    let check = try book.galley("check", "fresh")
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.output.contains("1 chapter, 1 check: 1 passed"))
    #expect(try book.galley("new", "fresh").status == 2)
    #expect(try book.galley("new", "other", "--package", "nowhere", "--product", "P").status == 2)
    #expect(try book.galley("new", "other", "--product", "P").status == 2)
    #expect(!book.exists("other"))
    #expect(try book.read("fresh/.gitignore") == "/.build/\n/site/public/\n/export/\n/exercises/\n")
    // The first chapter draws a chart.
    #expect(try book.galley("build", "fresh").status == 0)
    #expect(try book.read("fresh/site/public/first-steps.html").contains("Figure 1.1"))
  }

  @Test("a workflow and tasks for editors are written at the root of the repository, and none is overwritten")
  func projectFiles() throws {
    let book = try TemporaryBook([:])
    try FileManager.default.createDirectory(
      at: book.root.appending(path: "project/.git"), withIntermediateDirectories: true)
    #expect(try book.galley("new", "project/docs").status == 0)
    let workflow = try book.read("project/.github/workflows/book.yml")
    #expect(workflow.contains("galley check 'docs'") && workflow.contains("path: docs/site/public"))
    let tasks = try book.read("project/.vscode/tasks.json")
    let read = try JSONSerialization.jsonObject(with: Data(tasks.utf8)) as? [String: Any]
    let all = try #require(read?["tasks"] as? [[String: Any]])
    #expect(
      all.map { $0["args"] as? [String] } == [["check", "docs"], ["build", "docs"], ["serve", "docs"]])
    // The pattern of the editor finds the place in a message.
    try book.write("book.yml", "title: T\n")
    try book.write("01-a.md", "# A\n\n```swift-run\n1  // == 2\n```\n")
    let matcher = try #require(all[0]["problemMatcher"] as? [String: Any])
    let pattern = try #require((matcher["pattern"] as? [String: Any])?["regexp"] as? String)
    let message = try book.galley("check").errors.split(separator: "\n").compactMap {
      try Regex(pattern).wholeMatch(in: String($0))
    }.first
    #expect(message?[1].substring == "Chapters/01-a.md")
    #expect(message?[2].substring == "4")
    #expect(message?[4].substring == "error")
    for name in ["project/.github/workflows/book.yml", "project/.vscode/tasks.json"] {
      try Data("mine".utf8).write(to: book.root.appending(path: name))
    }
    #expect(try book.galley("new", "project/other").status == 0)
    #expect(try book.read("project/.github/workflows/book.yml") == "mine")
    #expect(try book.read("project/.vscode/tasks.json") == "mine")
  }

  @Test("a package has a path relative to the book, so that both can be moved together")
  func relative() throws {
    let book = try TemporaryBook([:])
    try FileManager.default.createDirectory(
      at: book.root.appending(path: "library/docs"), withIntermediateDirectories: true)
    let manifest = """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "library", products: [.library(name: "Sums", targets: ["Sums", "Terms"]), .executable(name: "run", targets: ["run"])],
        targets: [.target(name: "Sums"), .target(name: "Terms"), .executableTarget(name: "run")])
      """
    try Data(manifest.utf8).write(to: book.root.appending(path: "library/Package.swift"))
    try Data("/.build\nnotes".utf8).write(to: book.root.appending(path: "library/docs/.gitignore"))
    let wrong = try book.galley("new", "library/docs", "--package", "library", "--product", "Summs")
    #expect(wrong.status == 2 && wrong.errors.contains("did you mean 'Sums'?"), "\(wrong.errors)")
    #expect(try book.galley("new", "library/docs", "--package", "library", "--product", "run").status == 2)
    let made = try book.galley("new", "library/docs", "--package", "library", "--product", "Sums")
    #expect(made.status == 0, "\(made.errors)")
    let settings = try book.read("library/docs/Chapters/book.yml")
    #expect(
      settings.contains("package: ..\nproducts: [Sums]\nmodules: [SVGCharts, Sums, Terms]\n"), "\(settings)")
    #expect(
      try book.read("library/docs/.gitignore") == "/.build\nnotes\n/site/public/\n/export/\n/exercises/\n")
    // Without a repository, the package is its root.
    #expect(try book.read("library/.github/workflows/book.yml").contains("galley check 'docs'"))
  }
}

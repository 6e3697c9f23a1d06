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
  }
}

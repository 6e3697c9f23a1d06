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
  }

  @Test("a package has a path relative to the book, so that both can be moved together")
  func relative() throws {
    let book = try TemporaryBook([:])
    try FileManager.default.createDirectory(
      at: book.root.appending(path: "library/docs"), withIntermediateDirectories: true)
    try Data().write(to: book.root.appending(path: "library/Package.swift"))
    let made = try book.galley("new", "library/docs", "--package", "library", "--product", "Sums")
    #expect(made.status == 0, "\(made.errors)")
    let settings = try book.read("library/docs/Chapters/book.yml")
    #expect(settings.contains("package: ..\nproducts: [Sums]\nmodules: [Sums]\n"), "\(settings)")
  }
}

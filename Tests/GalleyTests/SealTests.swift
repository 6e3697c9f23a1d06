import Foundation
import TestSupport
import Testing

@Suite("A site that has not changed since its build", .heavy)
struct SealTests {
  private static let chapter = """
    # A

    ![Data](a.csv)

    ```swift-run
    let rate = 0.5
    rate  // ≈ 0.5
    ```

    """

  /// A built book whose cache holds only the seal of the site.
  private func sealedBook() throws -> TemporaryBook {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    try book.write("a.csv", "1")
    let built = try book.galley("build")
    #expect(built.status == 0, "\(built.errors)")
    let cache = book.root.appending(path: ".build/galley/cache")
    var seals = 0
    for name in try book.files(below: ".build/galley/cache").keys {
      if name.contains("/seal-") {
        seals += 1
      } else {
        try FileManager.default.removeItem(at: cache.appending(path: name))
      }
    }
    #expect(seals == 1)
    return book
  }

  /// Whether a build ran the chapter. It must do so unless the seal is valid, because nothing else is cached.
  private func runs(_ book: TemporaryBook, _ arguments: String...) throws -> Bool {
    let result = try book.galley(["build"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("1 chapter, 1 check: 1 passed, 0 failed\n"), "\(result.output)")
    #expect(result.output.hasSuffix("site/public/index.html\n"), "\(result.output)")
    return result.errors.contains("01-a.md: ran")
  }

  @Test("nothing is read or run again, and the summary is the same")
  func nothingChanged() throws {
    let book = try sealedBook()
    let site = try book.files(below: "site/public")
    #expect(try !runs(book))
    #expect(try book.files(below: "site/public") == site)
  }

  @Test(
    "a change of anything that the site depends on builds it again",
    arguments: ["01-a.md", "a.csv", "theme/style.css", "new.md"])
  func changedInput(name: String) throws {
    let book = try sealedBook()
    try FileManager.default.createDirectory(
      at: book.root.appending(path: "Chapters/theme"), withIntermediateDirectories: true)
    #expect(try !runs(book))
    if name == "new.md" {
      try book.rename("01-a.md", to: "01-b.md")
      #expect(try book.galley("build").errors.contains("01-b.md: ran"))
    } else {
      try book.write(name, name == "01-a.md" ? Self.chapter + "More.\n" : "2")
      #expect(try runs(book))
    }
  }

  @Test("a site that was changed is built again")
  func changedSite() throws {
    let book = try sealedBook()
    let page = book.root.appending(path: "site/public/a.html")
    let whole = try Data(contentsOf: page)
    try (whole + Data("!".utf8)).write(to: page)
    #expect(try runs(book))
    #expect(try Data(contentsOf: page) == whole)
    try FileManager.default.removeItem(at: page)
    _ = try runs(book)
    #expect(try Data(contentsOf: page) == whole)
  }

  @Test("the seal of the pages is not valid for the page for printing")
  func otherOptions() throws {
    let book = try sealedBook()
    #expect(try runs(book, "--single-page"))
    #expect(book.exists("site/public/book.html"))
  }

  @Test("a report is written, and '--fresh' runs everything")
  func asked() throws {
    #expect(try runs(try sealedBook(), "--fresh"))
    let book = try sealedBook()
    #expect(try runs(book, "--report", book.root.appending(path: "report.json").path))
    #expect(book.exists("report.json"))
  }

  @Test("a check behind a build reads no chapter, and says what it would have said")
  func check() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    try book.write("a.csv", "1")
    let first = try book.galley("check", "--fresh")
    #expect(first.status == 0)
    #expect(try book.galley("build").status == 0)
    let cache = book.root.appending(path: ".build/galley/cache")
    for name in try book.files(below: ".build/galley/cache").keys where !name.contains("/seal-") {
      try FileManager.default.removeItem(at: cache.appending(path: name))
    }
    let second = try book.galley("check")
    #expect(second.status == 0)
    #expect(second.output == first.output)
    #expect(!second.errors.contains("ran"))
    try book.write("01-a.md", Self.chapter.replacing("≈ 0.5", with: "≈ 0.6"))
    #expect(try book.galley("check").status == 1)
    #expect(try book.galley("check").status == 1)
  }

  @Test("a check tries exercises that a build did not try, and reports them each time they are unsound")
  func exercises() throws {
    let exercise = """

      ```exercise
      //| label: half
      //| title: Half of a number
      func half(_ x: Double) -> Double {
        // BEGIN SOLUTION
        return x / 2
        // END SOLUTION
        return 0
      }
      ```

      ```check
      //| exercise: half
      //| label: of-three
      //| says: half of three is right
      half(3)
      ```

      """
    let book = try TemporaryBook(["01-a.md": Self.chapter + exercise])
    try book.write("a.csv", "1")
    for text in [exercise, exercise.replacing("return 0", with: "return x * 0.5")] {
      try book.write("01-a.md", Self.chapter + text)
      #expect(try book.galley("build").status == 0)
      let isSound = text == exercise
      let checks = try (1...3).map { _ in try book.galley("check") }
      for check in checks {
        #expect(check.status == (isSound ? 0 : 1))
        #expect(check.output == checks[0].output)
        #expect(check.output.contains(isSound ? "1 exercise: sound\n" : "1 exercise: 1 problem\n"))
        #expect(check.errors.contains("passes all checks") == !isSound)
      }
    }
  }

  @Test("the messages of a build are repeated")
  func warnings() throws {
    let book = try TemporaryBook([
      "01-a.md": """
      # A

      ```swift-run
      let rate = 0.5 + 1e-12
      rate  // ≈ 0.5 ± 50%
      ```

      """
    ])
    let first = try book.galley("build")
    #expect(first.errors.contains("warning:"), "\(first.errors)")
    let second = try book.galley("build")
    #expect(second.errors.contains("warning:"), "\(second.errors)")
  }

  @Test("a failed check fails again")
  func failure() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter.replacing("≈ 0.5", with: "≈ 0.6")])
    try book.write("a.csv", "1")
    #expect(try book.galley("build").status == 1)
    #expect(try book.galley("build").status == 1)
  }

  @Test("a folder behind a link does not count as unchanged")
  func linkedFolder() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter.replacing("a.csv", with: "data/a.csv")])
    let data = book.root.appending(path: "Chapters/kept")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    try Data("1".utf8).write(to: data.appending(path: "a.csv"))
    try FileManager.default.createSymbolicLink(
      at: book.root.appending(path: "Chapters/data"), withDestinationURL: data)
    #expect(try book.galley("build").status == 0)
    try Data("2".utf8).write(to: data.appending(path: "a.csv"))
    #expect(try book.galley("build").status == 0)
    #expect(try book.read("site/public/files/data/a.csv") == "2")
  }
}

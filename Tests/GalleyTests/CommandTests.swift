import Foundation
import Testing

/// The program as its users call it.
@Suite("The command line")
struct CommandTests {
  static let good = """
    ---
    title: A chapter
    ---

    The answer is `{swift} answer`.

    ```swift-run
    //| label: answer
    let answer = 42
    print("text")  // Prints "text"
    answer / 4.0  // ≈ 10.5
    ```

    """.replacing("let answer = 42", with: "let answer = 42.0")

  @Test("a book that holds builds a site and exits with 0")
  func build() throws {
    let book = try TemporaryBook(["01-a.md": Self.good])
    let result = try book.galley("build", "--report", "report.json", "--junit", "junit.xml")
    #expect(result.status == 0, "\(result.errors)")
    let page = try book.read("site/public/a.html")
    #expect(page.contains("2 checks, all hold"))
    #expect(page.contains(">42.0</span>"))
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(book.read("report.json").utf8)) as? [String: Any])
    #expect(report["passed"] as? Int == 2)
    #expect(report["failed"] as? Int == 0)
    let chapter = try #require((report["chapters"] as? [[String: Any]])?.first)
    #expect(chapter["path"] as? String == "Chapters/01-a.md")
    let check = try #require((chapter["checks"] as? [[String: Any]])?.last)
    #expect(check["line"] as? Int == 11)
    #expect(check["kind"] as? String == "approximate")
    #expect(check["expected"] as? String == "10.5")
    #expect(check["actual"] as? String == "10.5")
    #expect(check["tolerance"] as? String == "± 0.05")
    #expect(check["verdict"] as? String == "passed")
    #expect(try book.read("junit.xml").contains("tests=\"2\" failures=\"0\""))
  }

  @Test("one changed number makes the check exit with 1 and name that very line")
  func changedNumber() throws {
    let book = try TemporaryBook(["01-a.md": Self.good.replacing("≈ 10.5", with: "≈ 10.6")])
    let result = try book.galley("check", environment: ["GITHUB_ACTIONS": "true"])
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "Chapters/01-a.md:11:15: error: expected 10.6, got 10.5; off by 0.1, allowed 0.05"),
      "\(result.errors)")
    #expect(result.output.contains("::error file=Chapters/01-a.md,line=11,col=15::expected 10.6"))
    #expect(result.output.contains("2 checks: 1 passed, 1 failed"))
  }

  @Test("a failed check is shown on the page, a block that stops leaves the old site")
  func failures() throws {
    let book = try TemporaryBook(["01-a.md": Self.good])
    #expect(try book.galley("build").status == 0)
    try book.write("01-a.md", Self.good.replacing("≈ 10.5", with: "≈ 10.6"))
    #expect(try book.galley("build").status == 1)
    let failed = try book.read("site/public/a.html")
    #expect(failed.contains("1 of 2 checks fail"))
    for broken in [
      "let x: Int = \"\"", "fatalError()", "while true {", "[1][Int.random(in: 5...6)]",
    ] {
      try book.write(
        "01-a.md", Self.good.replacing("let answer = 42.0", with: "let answer = 42.0\n" + broken))
      #expect(try book.galley("build").status != 0)
      #expect(try book.read("site/public/a.html") == failed)
    }
  }

  @Test("invalid input and an invalid command line exit with 2")
  func invalid() throws {
    let book = try TemporaryBook(["01-a.md": "```swift-run\n//| lable: x\n```\n"])
    let result = try book.galley("build")
    #expect(result.status == 2)
    #expect(result.errors.contains("did you mean 'label'?"))
    #expect(!book.exists("site/public"))
    #expect(try book.galley("biuld").status == 2)
    #expect(try book.galley("check", "--nonsense").status == 2)
    #expect(try book.galley("check", "nowhere").status == 2)
    #expect(try book.galley("--help").status == 0)
    #expect(try book.galley("--version").status == 0)
  }

  @Test("a formula and a diagram that cannot be drawn are errors with their lines")
  func drawings() throws {
    let book = try TemporaryBook([
      "01-a.md": "# A\n\nIt is $\\frac{a}$.\n\n```math\n\\nonsense\n```\n\n```dot\ndigraph {\n```\n"
    ])
    let result = try book.galley("build")
    #expect(result.status == 2)
    #expect(result.errors.contains("Chapters/01-a.md:3:1: error: the formula cannot be set"))
    #expect(result.errors.contains("Chapters/01-a.md:6:1: error: the formula cannot be set"))
    #expect(result.errors.contains("Chapters/01-a.md:9:1: error: the diagram cannot be drawn"))
  }

  @Test("the same input gives the same bytes, in any folder, and no page names the folder or the day")
  func deterministic() throws {
    let text =
      Self.good + "\n```dot\ndigraph { a -> b }\n```\n\n```swift-run\nSet([\"a\", \"b\", \"c\"])\n```\n"
    let first = try TemporaryBook(["01-a.md": text])
    let second = try TemporaryBook(["01-a.md": text])
    #expect(try first.galley("build").status == 0)
    #expect(try second.galley("build", "--fresh").status == 0)
    let files = try first.files(below: "site/public")
    #expect(files.count > 20)
    #expect(files.keys.sorted() == (try second.files(below: "site/public")).keys.sorted())
    #expect(files == (try second.files(below: "site/public")))
    for (name, data) in files where name.hasSuffix(".html") || name.hasSuffix(".json") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains(first.root.lastPathComponent))
      #expect(!text.contains(/20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]/))
    }
  }

  @Test("a failure that is declared is a check, and one that does not come is a failure")
  func declared() throws {
    let book = try TemporaryBook([
      "01-a.md": """
      # A

      ```swift-run
      //| expect: trap
      [1, 2][Int("7")!]
      ```

      ```swift-run
      //| expect: throws
      let fine = 1
      ```

      ```swift-run
      //| expect: compile-error "no such thing"
      let fine = 1
      ```

      """
    ])
    let result = try book.galley("check")
    #expect(result.status == 1)
    #expect(result.output.contains("3 checks: 1 passed, 2 failed"))
    #expect(
      result.errors.contains("01-a.md:8:1: error: the block was expected to throw, and it ran to its end"))
    #expect(
      result.errors.contains(
        "01-a.md:13:1: error: expected a compile error with \"no such thing\", and got: it compiles"))
  }
}

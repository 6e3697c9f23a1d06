import TestSupport
import Testing

@Suite("Mutating", .heavy)
struct MutateTests {
  @Test("a number that no check depends on is listed, one that a check notices is not")
  func mutate() throws {
    let book = try TemporaryBook([
      "01-a.md": """
      # A

      ```swift-run
      let rate = 0.5
      let unused = 7
      rate * 3  // ≈ 1.5
      Table([rate]) { Column("rate", digits: 3) { $0 } }
      ```

      ```math
      %| label: sum
      %| given: a = 1
      b = a + 2 = 3
      ```

      ```swift-run
      rate  // ≈ 0.5 ± 90%
      ```

      """
    ])
    let result = try book.galley("mutate")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        Chapters/01-a.md:5:14: unnoticed: 7 → 8, number in the code
        Chapters/01-a.md:17:14: unnoticed: 0.5 → 0.55, expected value
        5 of 7 changes were noticed: 71%; 1 number is excepted, with a reason each

        """, "\(result.output)")
    #expect(try book.read("Chapters/records/mutants.json").contains("how many digits are shown"))
    #expect(try book.galley("why", "01-a").output.contains("nothing would run"))
  }

  @Test("only the requested chapters are tried, and a missing one is named")
  func chosenChapters() throws {
    let chapter = """
      # A

      ```swift-run
      let rate = 0.5
      let unused = 7
      rate * 3  // ≈ 1.5
      ```

      """
    let book = try TemporaryBook(["01-a.md": chapter, "02-b.md": chapter])
    let result = try book.galley("mutate", "--chapter", "02")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        Chapters/02-b.md:5:14: unnoticed: 7 → 8, number in the code
        3 of 4 changes were noticed: 75%

        """, "\(result.output)")
    #expect(try book.galley("mutate").output.hasSuffix("6 of 8 changes were noticed: 75%\n"))
    let again = try book.galley("mutate", "--chapter", "02", "--fresh")
    #expect(again.output.hasSuffix("6 of 8 changes were noticed: 75%\n"), "\(again.output)")
    let other = try book.galley("mutate", "--chapter", "03")
    #expect(other.status != 0)
    #expect(other.errors.contains("there is no chapter '03'"), "\(other.errors)")
  }

  @Test("a step that is declared not to hold is excepted")
  func publishedMistake() throws {
    let book = try TemporaryBook([
      "01-a.md": """
      # A

      ```math
      %| label: printed
      %| given: a = 1
      %| expect: fails at 2
      b = a + 2 \\\\
      b = 7 \\\\
      b = 7.0
      ```

      """
    ])
    let result = try book.galley("mutate")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasSuffix("; 1 number is excepted, with a reason each\n"), "\(result.output)")
    #expect(!result.output.contains("01-a.md:8:"), "\(result.output)")
    #expect(try book.read("Chapters/records/mutants.json").contains("a published mistake, as it is printed"))
  }

  private static let chapter = """
    # A

    ```swift-run
    let rate = 0.5
    let window = 0...7  // not checked: the window of a chart
    let other = 3  // not checked:
    rate * 3  // ≈ 1.5
    ```

    """

  @Test("the outcome is saved and shown, and becomes stale when code changes, but not when prose does")
  func kept() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    let first = try book.galley("mutate")
    #expect(
      first.output == """
        Chapters/01-a.md:6:13: unnoticed: 3 → 4, number in the code
        3 of 4 changes were noticed: 75%; 2 numbers are excepted, with a reason each

        """, "\(first.output)")
    #expect(try book.read("Chapters/records/mutants.json").contains("the window of a chart"))

    // Edited prose only moves the lines, so nothing is tried again.
    try book.write("01-a.md", "# A\n\nProse.\n" + Self.chapter.dropFirst(4))
    #expect(try book.galley("mutate").output.hasPrefix("Chapters/01-a.md:8:13: unnoticed: 3 → 4"))
    #expect(try book.galley("build", "--report", "report.json").status == 0)
    #expect(try book.read("report.json").contains("\"standing\" : \"current\""))
    let page = try book.read("site/public/verification.html")
    #expect(page.contains("<strong>3 of 4 changes were noticed: 75%.</strong>"))
    #expect(page.contains("not checked: the window of a chart"))

    try book.write("01-a.md", Self.chapter.replacing("let other = 3", with: "let other = 4"))
    #expect(try book.galley("build", "--report", "report.json").status == 0)
    #expect(try book.read("report.json").contains("\"standing\" : \"chapter changed\""))
    let stale = try book.read("site/public/verification.html")
    #expect(!stale.contains("75%"))
    #expect(stale.contains("stale: the chapter has changed since"))
  }
}

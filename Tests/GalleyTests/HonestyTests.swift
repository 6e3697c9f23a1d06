import Foundation
import TestSupport
import Testing

/// Tests the program's statements about cached results.
@Suite("Statements about cached results are true", .heavy)
struct HonestyTests {
  private static let chapter =
    "# A\n\n```swift-run\nlet a = 0.5\n```\n\n```swift-run\n//| inputs: in.txt\na  // ≈ 0.5\n```\n"

  @Test("'why' explains why a chapter would run again")
  func why() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    try book.write("in.txt", "1")
    func why() throws -> String {
      let result = try book.galley("why", "01-a")
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    #expect(
      try why() == "Chapters/01-a.md: it would run: this build of galley has not yet run it to its end\n")
    #expect(try book.galley("check").status == 0)
    #expect(
      try why()
        == "Chapters/01-a.md: nothing would run: nothing that the kept record depends on has changed\n")
    try book.write("01-a.md", "More prose.\n\n" + Self.chapter.replacing("≈ 0.5", with: "≈ 0.7"))
    #expect(try why().contains("nothing would run"))
    try book.write("in.txt", "2")
    #expect(try why() == "Chapters/01-a.md: it would run: the input 'in.txt' changed\n")
    try book.write("01-a.md", Self.chapter.replacing("let a = 0.5", with: "let a = 0.25"))
    #expect(try why().contains("it would run: the code of block 1 changed\n"))
    try book.write("01-a.md", Self.chapter + "\n```swift-run\n//| timeout: 3\n1\n```\n")
    #expect(try why().contains("it would run: the code of block 3 is new\n"))
    try book.write("01-a.md", Self.chapter)
    try book.write("in.txt", "1")
    for name in try book.files(below: ".build/galley/cache").keys where !name.contains("trace-") {
      try? Data("x".utf8).write(to: book.root.appending(path: ".build/galley/cache/\(name)"))
    }
    #expect(try why() == "Chapters/01-a.md: it would run: the kept record is damaged or gone\n")
    #expect(try book.galley("why", "nothing").status == 2)
  }

  @Test("a sample of kept records is run again, and a result that is not reproducible fails")
  func sample() throws {
    let book = try TemporaryBook([
      "01-a.md": "# A\n\n```swift-run\n1 + 1\n```\n",
      "02-b.md": "# B\n\n```swift-run\nDouble.random(in: 0..<1)\n```\n",
    ])
    #expect(try book.galley("check").status == 0)
    let result = try book.galley("check", "--sample", "2")
    #expect(result.status == 1)
    #expect(result.errors.contains("Chapters/02-b.md:4:1: error: 'Double.random(in: 0..<1)' was 0."))
    #expect(!result.errors.contains("01-a.md:4"))
  }

  @Test("formulas that nothing judges are counted, and listed on request")
  func unjudged() throws {
    let book = try TemporaryBook([
      "01-a.md": """
      # A

      ```math
      %| label: eq-square
      y = x^2
      ```

      ```math
      (x + 1)^2 = x^2 + 2 x + 1
      ```

      ```math
      %| label: eq-bound
      z = 2 q
      ```

      ```math
      \\text{loss} \\to \\min
      ```

      ```math
      (s + 1)^2 = s^2 + 2 s + 1 = s^2 + u
      ```

      ```swift-run
      try verify("eq-bound") { sample in ["z": sample.vector("q").map { 2 * $0 }] }
      ```

      """
    ])
    let short = try book.galley("check")
    #expect(short.status == 0, "\(short.errors)")
    #expect(
      short.output.contains(
        "5 displayed formulas: 3 judged, 1 of them in part, 1 that defines something, 1 that nothing judges ("
      ),
      "\(short.output)")
    let long = try book.galley("check", "--verbose").output
    #expect(long.contains("Chapters/01-a.md:3: the formula 'eq-square' defines something\n"), "\(long)")
    #expect(long.contains("Chapters/01-a.md:17: nothing judges the formula: "), "\(long)")
    #expect(long.contains("Chapters/01-a.md:22: step 2 is not judged: "), "\(long)")
    #expect(try book.galley("build").status == 0)
    #expect(try book.read("site/public/a.html").contains(">1 step not decided<"))
  }

  @Test("the tightest and the loosest check are reported, and a useless tolerance is a warning")
  func margins() throws {
    let book = try TemporaryBook([
      "01-a.md":
        "# A\n\n```swift-run\n0.54  // ≈ 0.5\n0.501  // ≈ 0.5\n1.0 / 3  // ≈ 0.3333333 ± 1\n0.5  // ≈ 0.5 ± 1e-9\n```\n"
    ])
    let result = try book.galley("check")
    #expect(result.status == 0)
    #expect(result.output.contains("tightest: Chapters/01-a.md:4 uses 80% of its tolerance"))
    #expect(
      result.output.contains("loosest: Chapters/01-a.md:6 uses 3e-06% of its tolerance"), "\(result.output)")
    #expect(
      result.errors.contains(/01-a\.md:6:10: warning: .*3e7/),
      "\(result.errors)")
    #expect(result.errors.components(separatedBy: "warning").count == 2, "\(result.errors)")
  }
}

import Foundation
import TestSupport
import Testing

/// `galley accept` on whole books.
@Suite("Accepting", .heavy)
struct AcceptTests {
  private static let chapter = """
    # A

    The text says 0.5 as well, and 10.6.

    ```swift-run
    let a = [0.25, 4.5]
    a  // ≈ [0.2, 4.1e0]
    a.count  // == 3
    print("loss", a[0])  // Prints "loss 0.5"
    a[1]  // ≈ 4.4 ± 1%
    ```

    """

  @Test("it shows the difference, writes only numbers, and the book passes afterwards without another run")
  func accept() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    let check = try book.galley("check")
    #expect(check.status == 1)
    #expect(check.output.contains("- a.count  // == 3\n+ a.count  // == 2\n"))
    let result = try book.galley("accept", "--yes")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.contains(
        "Chapters/01-a.md:7\n- a  // ≈ [0.2, 4.1e0]\n+ a  // ≈ [0.2, 4.5e0]\n"), "\(result.output)")
    #expect(!result.errors.contains(": ran"))
    let expected = Self.chapter.replacing("4.1e0", with: "4.5e0").replacing("== 3", with: "== 2")
      .replacing("\"loss 0.5\"", with: "\"loss 0.25\"").replacing("≈ 4.4 ± 1%", with: "≈ 4.5 ± 1%")
    #expect(try book.read("Chapters/01-a.md") == expected)
    let after = try book.galley("check")
    #expect(after.status == 0)
    #expect(!after.errors.contains(": ran"))
  }

  @Test("nothing is written without consent, and only numbers are written")
  func refused() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter])
    let result = try book.galley("accept")
    #expect(result.status == 1)
    #expect(try book.read("Chapters/01-a.md") == Self.chapter)
    let broken = "# A\n\n```swift-run\nDouble.nan  // ≈ 0.5\n[1.0]  // ≈ [1, 2]\n```\n"
    try book.write("01-a.md", broken)
    let second = try book.galley("accept", "--yes")
    #expect(second.status == 1)
    #expect(second.errors.contains("01-a.md:4:13: error: nan is not a finite number"), "\(second.errors)")
    #expect(second.errors.contains("01-a.md:5:8: error: there are 1 elements, and 2 are expected"))
    #expect(try book.read("Chapters/01-a.md") == broken)
  }
}

import TestSupport
import Testing

@Suite("The ledger command", .heavy)
struct LedgerCommandTests {
  @Test("unaccounted numbers are listed, and every command reports them as errors if the book requires it")
  func ledger() throws {
    let book = try TemporaryBook(["01-a.md": "# A\n\nIt is 0.25, or 1964.\n\n```swift-run\n1\n```\n"])
    let listed = try book.galley("ledger")
    #expect(listed.status == 1)
    #expect(
      listed.errors.contains("Chapters/01-a.md:3:1: error: nothing says where the number 0.25 comes from"))
    #expect(try book.galley("check").status == 0)
    try book.write("book.yml", "title: T\nledger: required\nconstants: {1964: a year}\n")
    let check = try book.galley("check")
    #expect(check.status == 2)
    #expect(!check.errors.contains("1964"))
    try book.write("book.yml", "title: T\nledger: sometimes\n")
    #expect(try book.galley("check").errors.contains("book.yml:2:9: error: "))
    try book.write("book.yml", "title: T\nledger: required\nconstants: {1964: a year, 0.25: a rate}\n")
    #expect(try book.galley("check").status == 0)
    #expect(try book.galley("ledger").output == "0 computed, 0 cited, 2 declared, 0 unaccounted\n")
  }

  @Test("the doctor finds what this machine has")
  func doctor() throws {
    let book = try TemporaryBook([:])
    let result = try book.galley("doctor")
    #expect(result.output.contains("ok      Swift: /"))
    #expect(result.output.contains("KaTeX"))
  }
}

import Foundation
import Testing

@testable import Site

@Suite("Data of figures")
struct FigureTableTests {
  @Test("CSV becomes JSON that an independent reader reads: numbers as numbers, names as names")
  func rendition() throws {
    let csv = "step,\"a \"\"b\"\", c\",run\r\n0,-1.5e-3,1\r\n1,NaN,\"two\nlines\"\r\n2,,三\r\n"
    let json = try #require(FigureTable(csv: csv)).json
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["step"] as? Int } == [0, 1, 2])
    #expect(rows[0]["a \"b\", c"] as? Double == -1.5e-3)
    #expect(rows[1]["a \"b\", c"] is NSNull)
    #expect(rows[2]["a \"b\", c"] == nil)
    #expect(rows.map { $0["run"] as? String } == ["1", "two\nlines", "三"])
  }

  @Test("text that is not a table has no JSON", arguments: ["", "a,\"b"])
  func damaged(csv: String) { #expect(FigureTable(csv: csv) == nil) }

  @Test("every number keeps its digits")
  func digits() throws {
    let json = try #require(FigureTable(csv: "x\n0.1\n1e-300\n12345678901234567\n")).json
    #expect(json == "[\n{\"x\":0.1},\n{\"x\":1e-300},\n{\"x\":12345678901234567}\n]\n")
  }

  @Test(
    "names that look like numbers are names where JSON has no such number",
    arguments: ["+1", ".5", "01", "0x1", "1.", "1e", "-"])
  func names(name: String) throws {
    let json = try #require(FigureTable(csv: "x\n\(name)\n2\n")).json
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
    #expect(rows == [["x": name], ["x": "2"]])
  }

  @Test("a figure's JSON lies beside its CSV, and the page leads to both")
  func files() throws {
    let book = try SampleBook(["01-a.md": ReferenceTests.figures])
    #expect(book.text("figures/a-fig-loss.json") == "[\n{\"step\":0,\"loss\":1}\n]\n")
    #expect(book.text("a.html").contains("<a href=\"figures/a-fig-loss.json\" download>json"))
  }
}

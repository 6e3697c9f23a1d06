import Foundation
import Testing

@testable import SVGCharts

@Suite struct ExportTests {
  @Test("CSV has a header and a line for each datum")
  func csv() {
    let chart = Chart {
      LineMark(x: .value("step", [0, 1]), y: .value("loss, total", [0.1, .nan]))
        .foregroundStyle(by: .value("optimizer", "the \"best\""))
    }
    #expect(
      chart.csv
        == "series,step,\"loss, total\"\r\n\"the \"\"best\"\"\",0,0.1\r\n\"the \"\"best\"\"\",1,NaN\r\n")
  }

  @Test("categories are written by name, intervals with both ends")
  func names() {
    #expect(Samples.bar.csv == "model,accuracy\r\nlinear,0.9\r\ndeep,0.97\r\n")
    #expect(Samples.histogram.csv.hasPrefix("weight (start),weight (end),count\r\n0,0.2,1\r\n"))
  }

  @Test(
    "JSON is read by an independent reader and holds the same numbers", arguments: Samples.all.map(\.name))
  func json(name: String) throws {
    let chart = try #require(Samples.all.first { $0.name == name }?.chart)
    let object = try JSONSerialization.jsonObject(with: Data(chart.json.utf8))
    let document = try #require(object as? [String: Any])
    #expect(document["title"] as? String == chart.accessibilityLabel)
    let rows = try #require(document["rows"] as? [[String: Any]])
    #expect(rows.count == max(0, chart.csv.split(separator: "\r\n").count - 1))
  }

  @Test("JSON escapes what it must")
  func jsonEscapes() throws {
    let chart = Chart { LineMark(x: .value("a\"\\\u{1}\n", [1]), y: .value("y", [Double.infinity])) }
    let object = try JSONSerialization.jsonObject(with: Data(chart.json.utf8)) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]])
    #expect(rows[0]["a\"\\\u{1}\n"] as? Double == 1 && rows[0]["y"] is NSNull)
  }
}

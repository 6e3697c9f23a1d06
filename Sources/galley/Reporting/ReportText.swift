import ArgumentParser
import Checks
import Foundation

extension Report {
  /// One line with the number of chapters, checks and failures.
  var summary: String {
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    return counted(chapters.count, "chapter") + ", " + counted(passed + failed, "check")
      + ": \(passed) passed, \(failed) failed"
  }
}

extension ReportOptions {
  /// Writes `report` to the files that the options name.
  func write(_ report: Report) throws {
    if let path = self.report {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try write(try encoder.encode(report), to: path)
    }
    if let path = junit { try write(Data(JUnitReport.xml(report).utf8), to: path) }
  }

  private func write(_ data: Data, to path: String) throws {
    if path == "-" { return FileHandle.standardOutput.write(data) }
    do {
      try data.write(to: URL(fileURLWithPath: path))
    } catch {
      throw ValidationError(
        "\(path): the report cannot be written; name a file in a folder that exists")
    }
  }
}

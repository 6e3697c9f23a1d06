import Checks

/// A report in the XML format that continuous integration systems read.
enum JUnitReport {
  /// The XML, with a test suite for each chapter and a test case for each check.
  static func xml(_ report: Report) -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"galley\" tests=\"\(report.passed + report.failed)\" failures=\"\(report.failed)\">",
    ]
    for chapter in report.chapters {
      let name = escape(chapter.path)
      lines.append(
        "  <testsuite name=\"\(name)\" tests=\"\(chapter.checks.count)\" failures=\"\(chapter.failed)\">")
      for check in chapter.checks {
        let title = escape("line \(check.line): \(check.kind.rawValue) \(check.subject)")
        let attributes = "classname=\"\(name)\" name=\"\(title)\" file=\"\(name)\" line=\"\(check.line)\""
        if let reason = check.reason?.english {
          lines.append("    <testcase \(attributes)>")
          lines.append(
            "      <failure message=\"\(escape(reason))\">\(escape("\(chapter.path):\(check.line): \(reason)"))</failure>"
          )
          lines.append("    </testcase>")
        } else {
          lines.append("    <testcase \(attributes)/>")
        }
      }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Escapes text for XML. Characters that XML forbids become U+FFFD.
  private static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t", "\r": escaped += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

import Checks
import Foundation

/// The checks that use the most and the least of their tolerance.
enum MarginText {
  /// ```text
  /// tightest: Chapters/03-one-step-by-hand.md:42 uses 97% of its tolerance
  /// loosest: Chapters/03-one-step-by-hand.md:55 uses 0.2% of its tolerance
  /// ```
  static func text(of report: Report) -> String {
    let checks = report.chapters.flatMap { chapter in
      chapter.checks.compactMap { check in
        check.toleranceUsed.map { (place: "\(chapter.path):\(check.line)", used: $0) }
      }
    }
    // A value that equals the written number says nothing about its tolerance.
    let inexact = checks.filter { $0.used > 0 }
    guard let tightest = inexact.max(by: { $0.used < $1.used }),
      let loosest = inexact.min(by: { $0.used < $1.used })
    else { return "no check used any of its tolerance" }
    return """
      tightest: \(tightest.place) uses \(percent(tightest.used)) of its tolerance
      loosest: \(loosest.place) uses \(percent(loosest.used)) of its tolerance
      """
  }

  private static func percent(_ fraction: Double) -> String {
    let digits = fraction * 100
    if digits >= 1 { return "\(Int(digits.rounded()))%" }
    return "\(String(format: "%.1g", digits))%"
  }
}

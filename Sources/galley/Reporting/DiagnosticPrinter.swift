import Book
import Foundation

/// Prints diagnostics to standard error and, in GitHub Actions, also as annotations.
struct DiagnosticPrinter {
  private let annotates: Bool

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    annotates = environment["GITHUB_ACTIONS"] == "true"
  }

  func show(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      Terminal.standardError.write("\(diagnostic)")
      if annotates { print(Self.annotation(diagnostic)) }
    }
  }

  /// A GitHub workflow command.
  static func annotation(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.position
    let message = diagnostic.message + (diagnostic.fix.map { "; \($0)" } ?? "")
    let escaped = message.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing(
      "\n", with: "%0A")
    let file = place.file.replacing("%", with: "%25").replacing(",", with: "%2C").replacing(":", with: "%3A")
    return "::\(diagnostic.severity) file=\(file),line=\(place.line),col=\(place.utf8Column)::\(escaped)"
  }
}

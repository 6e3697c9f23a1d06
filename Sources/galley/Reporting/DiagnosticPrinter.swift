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
    let escaped = message.escaping(["%": "%25", "\r": "%0D", "\n": "%0A"])
    let file = place.file.escaping(["%": "%25", "\r": "%0D", "\n": "%0A", ",": "%2C", ":": "%3A"])
    return "::\(diagnostic.severity) file=\(file),line=\(place.line),col=\(place.utf8Column)::\(escaped)"
  }
}

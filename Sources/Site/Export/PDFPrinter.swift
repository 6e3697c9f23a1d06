import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Prints a page as PDF with Chromium, with an outline, tags and links.
package struct PDFPrinter: Sendable {
  /// The path or the name of the program.
  private let program: String

  /// Why there is no PDF.
  package struct Failure: Error, CustomStringConvertible {
    /// The reason in words, with what helps.
    package var description: String
  }

  /// The browser that `GALLEY_BROWSER` names, or the first of the usual ones on the PATH.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    if let named = environment["GALLEY_BROWSER"], !named.isEmpty {
      program = named
      return
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let names = [
      "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    ]
    let applications = [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } } + applications
    guard let found = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw Failure(
        description: "no Chromium was found, which prints the PDF; install it, or name it in GALLEY_BROWSER")
    }
    program = found
  }

  /// Prints the page at `page` to the file at `path`.
  package func print(_ page: URL, to path: String) async throws {
    let profile = FileManager.default.temporaryDirectory.appending(path: "galley-print-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    let draft = profile.appending(path: "book.pdf").path
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    var arguments = [
      "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking",
      "--user-data-dir=\(profile.path)/profile", "--no-pdf-header-footer", "--generate-pdf-document-outline",
      "--export-tagged-pdf", "--run-all-compositor-stages-before-draw", "--print-to-pdf=\(draft)",
      page.absoluteString,
    ]
    // Chromium's own sandbox refuses to run for root.
    if getuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
    let errors = try await run(arguments)
    guard errors == nil, var pdf = try? Data(contentsOf: URL(fileURLWithPath: draft)) else {
      let lines = (errors ?? "").split(separator: "\n").suffix(3).joined(separator: "\n")
      throw Failure(description: "'\(program)' printed nothing:\n\(lines)")
    }
    Self.removeDates(from: &pdf)
    do {
      try pdf.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(description: "\(path): the PDF cannot be written; choose another '--output'")
    }
  }

  /// Runs the browser. Returns nil if it ended well, and otherwise the errors that it wrote.
  private func run(_ arguments: [String]) async throws -> String? {
    do {
      let result = try await Subprocess.run(
        program.contains("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
        output: .discarded, error: .string(limit: 1 << 20))
      return result.terminationStatus.isSuccess ? nil : result.standardError
    } catch {
      throw Failure(description: "'\(program)' cannot be run: \(error)")
    }
  }

  /// Puts the first second of 1970 in place of the dates on which the file was made, so that they do not change it.
  static func removeDates(from pdf: inout Data) {
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      var start = pdf.startIndex
      while let found = pdf.range(of: Data(name.utf8), in: start..<pdf.endIndex) {
        let digits = pdf[found.upperBound...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let first = Data("19700101000000".utf8.prefix(digits.count))
        pdf.replaceSubrange(digits.startIndex..<digits.startIndex + first.count, with: first)
        start = found.upperBound
      }
    }
  }
}

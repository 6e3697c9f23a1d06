import ArgumentParser
import Foundation
import Site

/// `galley export epub`
struct ExportEPUBCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epub", abstract: "Write the whole book as EPUB 3, for electronic readers.",
    discussion: """
      Formulas are MathML, charts and diagrams are SVG, and the marks of checks are in the text. EPUB requires a date: \
      galley writes SOURCE_DATE_EPOCH or 2000-01-01, so the same book gives the same file.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; 'export/book.epub' by default.", valueName: "file"))
  var output: String?

  func run() async throws {
    let workshop = Workshop(book, options)
    let exported = try await BookDraft.make(workshop)
    let seconds = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init) ?? 946_684_800
    let file = URL(fileURLWithPath: output ?? workshop.folder.root + "/export/book.epub")
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try exported.draft.epub(modified: Date(timeIntervalSince1970: seconds)).write(
        to: file, options: .atomic)
    } catch {
      throw ValidationError("\(file.path): the book cannot be written; choose another '--output'")
    }
    print(file.path)
    if exported.hasFailures { throw ExitCode.failedCheck }
  }
}

/// `galley export pdf`
struct ExportPDFCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf", abstract: "Print the whole book as PDF, with an outline.",
    discussion: "Prints with the Chromium on the PATH, or with the program in GALLEY_BROWSER.")

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; 'export/book.pdf' by default.", valueName: "file"))
  var output: String?

  func run() async throws {
    let workshop = Workshop(book, options)
    let printer: PDFPrinter
    do {
      printer = try PDFPrinter()
    } catch let failure as PDFPrinter.Failure {
      throw ValidationError(failure.description)
    }
    let exported = try await BookDraft.make(workshop, hasSinglePage: true)
    let pages = try exported.draft.pages()
    let site = FileManager.default.temporaryDirectory.appending(path: "galley-pdf-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: site) }
    let file = URL(fileURLWithPath: output ?? workshop.folder.root + "/export/book.pdf")
    for (name, data) in pages.files {
      let page = site.appending(path: name)
      try FileManager.default.createDirectory(
        at: page.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: page)
    }
    do {
      try? FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try await printer.print(site.appending(path: "book.html"), to: file.path)
    } catch let failure as PDFPrinter.Failure {
      throw ValidationError(failure.description)
    }
    print(file.path)
    if exported.hasFailures { throw ExitCode.failedCheck }
  }
}

/// A book that was run, judged and rendered, for the formats that hold all of it.
struct BookDraft {
  var examined: Workshop.Examined
  var draft: SiteDraft

  var hasFailures: Bool { examined.report.failed > 0 }

  /// Throws unless every chapter ran to its end and every page can be shown.
  static func make(_ workshop: Workshop, hasSinglePage: Bool = false) async throws -> BookDraft {
    let examined = try await workshop.examine()
    print(examined.report.summary)
    guard examined.isWhole else { throw ExitCode.failedCheck }
    do {
      let draft = workshop.siteBuilder.draft(
        of: examined.book.settings, examined.results, report: examined.report,
        materials: try examined.materials.get(), hasSinglePage: hasSinglePage)
      workshop.printer.show(draft.diagnostics)
      if !draft.isSound { throw ExitCode.invalidInput }
      return BookDraft(examined: examined, draft: draft)
    } catch let missing as SiteBuilder.Missing {
      throw ValidationError(missing.description)
    }
  }
}

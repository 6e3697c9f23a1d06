import ArgumentParser
import Foundation
import Site

/// `galley build`
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Run the book, judge every check, and build the site.",
    discussion: """
      A failed check is shown in red on its page, and the command exits with 1. If a block does not compile or does \
      not run to its end, the site stays unchanged.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var reports: ReportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the site; 'site/public' by default.", valueName: "folder"))
  var output: String?

  @Flag(help: "Also make 'book.html', the whole book on one page, for printing.")
  var singlePage = false

  func run() async throws {
    let workshop = Workshop(book, options)
    let folder = SiteFolder(path: output ?? workshop.folder.root + "/site/public")
    let runner = await workshop.runner()
    let seal = workshop.seal(with: runner, hasSinglePage: singlePage)
    if reports.isEmpty, let known = seal?.seal(of: folder) {
      folder.removeAbandoned()
      workshop.printer.show(known.warnings)
      print(known.summary)
      print("\(folder.path)/index.html")
      return
    }
    let examined = try await workshop.examine(with: runner, names: .compiler)
    try reports.write(examined.report)
    print(examined.report.summary)
    guard examined.isWhole else { throw ExitCode.failedCheck }

    let display = WorkDisplay("setting the pages")
    defer { display.end() }
    let pages: SitePages
    do {
      pages = try workshop.siteBuilder.pages(
        of: examined.book.settings, examined.results, report: examined.report,
        materials: try examined.materials.get(),
        hasSinglePage: singlePage)
    } catch let missing as SiteBuilder.Missing {
      throw ValidationError(missing.description)
    }
    display.end()
    workshop.printer.show(pages.diagnostics)
    if !pages.isSound { throw ExitCode.invalidInput }

    do {
      try folder.replace(with: pages)
    } catch {
      Terminal.standardError.write("\(error)")
      throw ExitCode.invalidInput
    }
    print("\(folder.path)/index.html")
    if examined.report.failed > 0 { throw ExitCode.failedCheck }
    var found = SiteSeal.Seal(examined.report, warnings: examined.messages + pages.diagnostics)
    found.site = folder.fingerprint
    found.exercises = examined.exercises.isEmpty ? 0 : nil
    seal?.put(found)
  }
}

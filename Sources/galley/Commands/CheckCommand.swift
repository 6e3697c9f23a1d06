import ArgumentParser
import Site

/// `galley check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run the book and judge every check, every reference and every link in it.")

  @OptionGroup var book: BookOptions
  @OptionGroup var reports: ReportOptions

  @Option(help: "Run this many chapters with cached results again, and compare.")
  var sample = 0
  @Flag(help: "Request every external link and report the answers. Without this flag, nothing is sent.")
  var links = false
  @Flag(help: "Also list the displayed formulas that nothing judges.")
  var verbose = false
  @Flag(help: "Make all records of the book again, and compare them within the spread that each declares.")
  var rerun = false
  @Option(help: ArgumentHelp("The folder with the data sets, for '--rerun'.", valueName: "folder"))
  var data: String?

  func run() async throws {
    let workshop = Workshop(book)
    let examined = try await workshop.examine()
    try reports.write(examined.report)
    let edits = examined.edits
    if !edits.isEmpty {
      print(DifferenceText.text(of: edits))
      print("'galley accept' writes the computed numbers")
    }
    print(MarginText.text(of: examined.report))
    if let formulas = FormulaText.text(of: examined.report, listsAll: verbose) { print(formulas) }
    print(examined.report.summary)
    let exercises = try await ExerciseCheck(workshop: workshop, book: examined.book).run()
    workshop.printer.show(exercises.diagnostics)
    if exercises.count > 0 {
      print(
        "\(exercises.count) exercise\(exercises.count == 1 ? "" : "s"): "
          + (exercises.diagnostics.isEmpty ? "sound" : "\(exercises.diagnostics.count) problems"))
    }
    var differences =
      sample > 0
      ? try await SampleRun(workshop: workshop, settings: examined.book.settings).differences(
        among: examined.results.map { ($0.plan, $0.record) }, count: sample) : []
    if rerun {
      differences += try await RecordRerun(
        workshop: workshop, settings: examined.book.settings, dataFolder: DataFolderOption.path(data)
      ).differences(among: examined.results.map(\.plan))
    }
    workshop.printer.show(differences)
    let isSound = try await ProseCheck(workshop: workshop, examined: examined).run(triesLinks: links)
    if examined.report.failed > 0 || !differences.isEmpty || !exercises.diagnostics.isEmpty {
      throw ExitCode.failedCheck
    }
    if !isSound { throw ExitCode.invalidInput }
  }
}

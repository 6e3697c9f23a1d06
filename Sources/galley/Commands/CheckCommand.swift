import ArgumentParser
import Exercises
import Runner
import Site

/// `galley check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run the book and judge every check, every reference and every link in it.",
    discussion: """
      With '--chapter', only the named chapters run and are judged. References, links and the typesetting of formulas \
      need the whole book, so they are checked only without this option.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var reports: ReportOptions

  @Option(
    help: ArgumentHelp(
      "Check only this chapter: its name, or a part of its path. Can be repeated.", valueName: "name"))
  var chapter: [String] = []
  @Option(
    help: ArgumentHelp("Run this many chapters with cached results again, and compare.", valueName: "count"))
  var sample = 0
  @Flag(help: "Request every external link and report the answers. Without this flag, nothing is sent.")
  var links = false
  @Flag(help: "Also list the displayed formulas that nothing judges.")
  var verbose = false
  @Flag(help: "Make all records of the book again, and compare them within the spread that each declares.")
  var rerun = false
  @Option(help: ArgumentHelp("The folder with the data sets, for '--rerun'.", valueName: "folder"))
  var data: String?

  func validate() throws {
    if links, !chapter.isEmpty {
      throw ValidationError("'--links' needs the whole book; leave out '--chapter'")
    }
  }

  func run() async throws {
    let workshop = Workshop(book, options)
    let runner = await workshop.runner()
    let seal = workshop.seal(with: runner)
    if isPlain, let seal, let runner = try? runner?.get(),
      try await tell(what: seal, of: workshop, runner)
    {
      return
    }
    let examined = try await workshop.examine(with: runner, chapters: chapter)
    try reports.write(examined.report)
    let edits = examined.edits
    if !edits.isEmpty {
      print(DifferenceText.text(of: edits))
      print("'galley accept' writes the computed numbers")
    }
    print(CheckText.text(of: examined.report, listsAllFormulas: verbose))
    let settings = examined.book.settings
    let exerciseRunner =
      if let runner { try runner.get() } else { try await workshop.runner(for: settings) }
    let areExercisesSound = try await ExerciseCheck(
      workshop: workshop, settings: settings, runner: exerciseRunner
    ).run(examined.exercises)
    var differences =
      sample > 0
      ? try await SampleRun(workshop: workshop, settings: settings).differences(
        among: examined.results.map { ($0.plan, $0.record) }, count: sample) : []
    if rerun {
      differences += try await RecordRerun(
        workshop: workshop, settings: settings, dataFolder: DataFolderOption.path(data)
      ).differences(among: examined.results.map(\.plan))
    }
    workshop.printer.show(differences)
    let isWholeBook = chapter.isEmpty
    let warnings =
      isWholeBook ? try await ProseCheck(workshop: workshop, examined: examined).run(triesLinks: links) : []
    if !isWholeBook {
      Terminal.standardError.write(
        "references, links and the typesetting of formulas are checked only without '--chapter'")
    }
    if examined.report.failed > 0 || !differences.isEmpty || !areExercisesSound { throw ExitCode.failedCheck }
    guard let warnings else { throw ExitCode.invalidInput }
    // A chapter that did not run to its end has failed.
    guard examined.isWhole, isWholeBook else { return }
    var found = SiteSeal.Seal(examined.report, warnings: examined.messages + warnings)
    found.exercises = examined.exercises.count
    seal?.put(found)
  }

  /// Whether the command has no option that asks for more than what a seal says.
  private var isPlain: Bool {
    reports.isEmpty && chapter.isEmpty && sample == 0 && !links && !verbose && !rerun
  }

  /// Prints what an earlier command found out about the same input, and tries the exercises if that one did not. Returns
  /// false if nothing is known.
  private func tell(what seal: SiteSeal, of workshop: Workshop, _ runner: ChapterRunner) async throws -> Bool
  {
    guard var known = seal.seal else { return false }
    workshop.printer.show(known.warnings)
    if let exercises = known.exercises {
      print(CheckText.text(known.check, exercises: exercises))
      return true
    }
    guard let book = workshop.folder.read(workshop.session).book else { throw ExitCode.invalidInput }
    let exercises = book.chapters.flatMap { Exercise.read($0).exercises }
    print(known.check)
    let check = ExerciseCheck(workshop: workshop, settings: book.settings, runner: runner)
    guard try await check.run(exercises) else { throw ExitCode.failedCheck }
    known.exercises = exercises.count
    seal.put(known)
    return true
  }
}

import ArgumentParser
import Book
import Checks
import Foundation
import Plan
import Runner

/// `galley record`
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract:
      "Make the records of a chapter: results that take minutes, or need data that not every machine has.",
    discussion: """
      A chapter calls 'recorded("name", data: ["mnist"]) { … }'. This command runs the closure and saves its result in \
      'records' beside the chapters; every other command reads the saved result.
      """)

  @Argument(
    help: ArgumentHelp("The path of the chapter, as in messages, or a part of it.", valueName: "chapter"))
  var chapter: String

  @Option(
    help: ArgumentHelp(
      "The folder with the data sets; by default the variable GALLEY_DATA names it.", valueName: "folder"))
  var data: String?

  @OptionGroup var book: BookOptions
  @OptionGroup var isolation: IsolationOptions

  func run() async throws {
    let workshop = Workshop(book, isolation)
    let (settings, plans) = try await workshop.plans()
    let chosen = Set(try ChapterNames(paths: plans.map(\.chapter)).paths(matching: chapter))
    let runner = try await workshop.runner(for: settings, isFresh: true)
    let recording = plans.filter { chosen.contains($0.chapter) && runner.usesRecords($0) }
    guard !recording.isEmpty else {
      let known = plans.filter(runner.usesRecords).map(\.chapter)
      throw ValidationError(
        "'\(chapter)' records nothing; "
          + (known.isEmpty ? "no chapter does" : "these chapters do: \(known.joined(separator: ", "))"))
    }
    let display = ProgressDisplay(chapters: recording.count)
    defer { display.end() }
    for plan in recording {
      let (record, folder, made) = try await runner.makeRecords(
        of: plan, dataFolder: DataFolderOption.path(data)
      ) {
        display.note($0, of: plan)
      }
      guard record.isComplete else {
        workshop.printer.show(record.problems)
        throw ExitCode.failedCheck
      }
      try folder.replace(with: made)
      for name in made.keys.sorted() { print("\(folder.path)/\(name).json") }
    }
  }
}

/// The folder with the data sets.
enum DataFolderOption {
  /// The absolute path of `named`, or of the folder in `GALLEY_DATA`; nil if neither is set.
  static func path(_ named: String?) -> String? {
    (named ?? ProcessInfo.processInfo.environment["GALLEY_DATA"]).map {
      URL(fileURLWithPath: $0).standardizedFileURL.path
    }
  }
}

extension RunRecord {
  /// The errors that stopped a run: those of the compiler, then the failure of a block.
  var problems: [Diagnostic] {
    compilerErrors
      + (failure.map { [Diagnostic(.error, at: $0.position, $0.reason.wording.english, fix: $0.reason.fix)] }
        ?? [])
  }
}

import ArgumentParser

/// What every command on a book takes.
struct BookOptions: ParsableArguments {
  @Argument(help: "The folder with 'book.yml', or a folder with a 'Chapters' folder in it.")
  var book = "."

  @Flag(help: "Run everything, whatever was kept from earlier runs.")
  var fresh = false

  @Flag(help: "Run blocks without network and with nothing to write to but their own folder (bubblewrap).")
  var isolate = false

  @Flag(
    help: "With '--isolate': build the package that the book belongs to, which runs outside of isolation.")
  var trustPackage = false

  @Option(
    help: ArgumentHelp(
      "The folder with the built library that chapters are compiled against, if it is not to be found or built.",
      valueName: "folder"))
  var library: String?
}

/// Where a command writes its report.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the report as JSON.", valueName: "file"))
  var report: String?

  @Option(help: ArgumentHelp("Write the report as JUnit XML.", valueName: "file"))
  var junit: String?

  /// Whether no report is wanted.
  var isEmpty: Bool { report == nil && junit == nil }
}

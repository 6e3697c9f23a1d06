import ArgumentParser

/// The book that a command works on.
struct BookOptions: ParsableArguments {
  @Argument(help: "The folder with 'book.yml', or a folder with a 'Chapters' folder in it.")
  var book = "."
}

/// The options of commands that run blocks and keep the results.
struct RunOptions: ParsableArguments {
  @Flag(help: "Run everything again, and replace the cached results.")
  var fresh = false

  @OptionGroup var isolation: IsolationOptions
}

/// The options that decide how blocks are compiled and run.
struct IsolationOptions: ParsableArguments {
  @Flag(help: "Run blocks without network, with write access to their own folder only (bubblewrap).")
  var isolate = false

  @Flag(
    help: "With '--isolate': allow a build of the book's package. The build itself is not isolated.")
  var trustPackage = false

  @OptionGroup var library: LibraryOption
}

/// The option that names the modules for chapters.
struct LibraryOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with the built library for chapters, if galley cannot find or build it.",
      valueName: "folder"))
  var library: String?
}

/// The files that a command writes its reports to.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the report as JSON.", valueName: "file"))
  var report: String?

  @Option(help: ArgumentHelp("Write the report as JUnit XML.", valueName: "file"))
  var junit: String?

  /// Whether the user asked for no report.
  var isEmpty: Bool { report == nil && junit == nil }
}

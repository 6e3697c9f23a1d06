import ArgumentParser
import Downloads
import Foundation

/// `galley data`
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Bring the data sets that chapters may use.",
    subcommands: [DataListCommand.self, DataFetchCommand.self])
}

/// `galley data list`
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the data sets that can be brought.")

  func run() {
    let width = RemoteDataset.all.map(\.name.count).max() ?? 0
    for dataset in RemoteDataset.all {
      print(dataset.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + dataset.summary)
    }
  }
}

/// `galley data fetch`
struct DataFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Bring a data set from its public mirror.",
    discussion:
      "Goes on where an interrupted attempt stopped. A file gets its name when its SHA-256 is right.")

  @Argument(help: ArgumentHelp("What to bring; 'galley data list' names them.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp("The folder for all data; GALLEY_DATA, or 'data', if not given.", valueName: "folder"))
  var to: String?

  func run() throws {
    let root = to ?? ProcessInfo.processInfo.environment["GALLEY_DATA"] ?? "data"
    do {
      let dataset = try RemoteDataset.named(name)
      var shown = -1
      try dataset.fetch(to: root) { file, bytes in
        // One line for each megabyte would be too many for a log.
        guard isatty(STDERR_FILENO) == 1, bytes >> 20 != shown else { return }
        shown = bytes >> 20
        Terminal.standardError.write("\r\(file.name): \(shown) MB", end: "")
      }
      if shown >= 0 { Terminal.standardError.write("") }
      print("\(root)/\(dataset.folder)")
      print("GALLEY_DATA=\(root) lets chapters use it")
    } catch let error as DownloadError {
      Terminal.standardError.write("\(error)")
      if case .unknownName = error { throw ExitCode.invalidInput }
      throw ExitCode.failedCheck
    }
  }
}

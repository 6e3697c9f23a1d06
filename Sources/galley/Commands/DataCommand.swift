import ArgumentParser
import Downloads
import Foundation

/// `galley data`
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Download the data sets that chapters use.",
    subcommands: [DataListCommand.self, DataFetchCommand.self])
}

/// `galley data list`
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the data sets that can be downloaded.")

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
    commandName: "fetch", abstract: "Download a data set from its public mirror.",
    discussion:
      "Resumes an interrupted download. A file gets its name only after its SHA-256 digest matches.")

  @Argument(
    help: ArgumentHelp("The data set to download; 'galley data list' lists the names.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "The folder for all data; by default GALLEY_DATA, or else 'data'.", valueName: "folder"))
  var to: String?

  func run() throws {
    let root = to ?? ProcessInfo.processInfo.environment["GALLEY_DATA"] ?? "data"
    do {
      let dataset = try RemoteDataset.named(name)
      let display = WorkDisplay("downloading \(name)")
      defer { display.end() }
      try dataset.fetch(to: root) { file, bytes in display.note("\(file.name), \(bytes >> 20) MB") }
      display.end()
      print("\(root)/\(dataset.folder)")
      print("set GALLEY_DATA=\(root) so that chapters find it")
    } catch let error as DownloadError {
      Terminal.standardError.write("\(error)")
      if case .unknownName = error { throw ExitCode.invalidInput }
      throw ExitCode.failedCheck
    }
  }
}

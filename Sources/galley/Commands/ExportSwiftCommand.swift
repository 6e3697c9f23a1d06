import ArgumentParser
import Book
import Files
import Foundation
import Installation
import Runner
import Site

/// `galley export swift`
struct ExportSwiftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swift", abstract: "Write a stand-alone Swift package for each chapter.")

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the packages; 'export/swift' by default.", valueName: "folder"))
  var output: String?

  func run() async throws {
    let workshop = Workshop(book, options)
    let examined = try await workshop.examine()
    print(examined.report.summary)
    guard examined.isWhole else { throw ExitCode.failedCheck }
    let folder = URL(fileURLWithPath: output ?? workshop.folder.root + "/export/swift")
    let settings = examined.book.settings
    let own = try OwnPackageCopy(of: settings, in: workshop.folder)?.write(
      to: folder, beside: examined.results.map(\.chapter.slug))
    let package = settings.package == nil ? workshop.folder.modulesPackage : Installation.current.package
    guard let package else {
      throw ValidationError(
        "the sources of the modules that chapters use are not beside this program; "
          + "use the galley that was built in the folder of Galley's sources"
      )
    }
    let sources = URL(fileURLWithPath: package).appending(path: "Sources")
    let export = SwiftExport(
      sources: sources, modules: settings.modules, package: own, chapters: workshop.folder.path)
    for result in examined.results {
      let chapter = folder.appending(path: result.chapter.slug)
      do {
        for (path, data) in try export.package(of: result) {
          let file = chapter.appending(path: path)
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try data.write(to: file)
        }
      } catch let missing as SwiftExport.MissingModule {
        throw ValidationError(missing.description)
      } catch {
        throw ValidationError("\(chapter.path): the package cannot be written; choose another '--output'")
      }
      print(chapter.path)
    }
    if examined.report.failed > 0 { throw ExitCode.failedCheck }
  }
}

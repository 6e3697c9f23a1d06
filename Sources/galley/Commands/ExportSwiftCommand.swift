import ArgumentParser
import Foundation
import Runner
import Site

/// `galley export swift`
struct ExportSwiftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swift", abstract: "Write a stand-alone Swift package for each chapter.")

  @OptionGroup var book: BookOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the packages; 'export/swift' by default.", valueName: "folder"))
  var output: String?

  func run() async throws {
    let workshop = Workshop(book)
    let examined = try await workshop.examine()
    print(examined.report.summary)
    guard examined.isWhole else { throw ExitCode.failedCheck }
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    guard let package = LibraryBuild.around(workshop.folder.root) ?? LibraryBuild.around(program) else {
      throw ValidationError(
        "the book is not inside a package with the modules; export from inside that package")
    }
    let sources = URL(fileURLWithPath: package.packageFolder).appending(path: "Sources")
    let export = SwiftExport(sources: sources, modules: examined.book.settings.modules)
    let folder = URL(fileURLWithPath: output ?? workshop.folder.root + "/export/swift")
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

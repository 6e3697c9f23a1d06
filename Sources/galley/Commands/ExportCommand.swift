import ArgumentParser
import Foundation
import Site

/// `galley export`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export the chapters to another format.",
    subcommands: [ExportNotebookCommand.self, ExportSwiftCommand.self])
}

/// `galley export notebook`
struct ExportNotebookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Write a Jupyter notebook for each chapter, with the output of its code."
  )

  @OptionGroup var book: BookOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the notebooks; 'export/notebook' by default.", valueName: "folder"))
  var output: String?

  func run() async throws {
    let workshop = Workshop(book)
    let examined = try await workshop.examine()
    print(examined.report.summary)
    guard examined.isWhole else { throw ExitCode.failedCheck }
    let folder = URL(fileURLWithPath: output ?? workshop.folder.root + "/export/notebook")
    for result in examined.results {
      let data = try NotebookExport.notebook(of: result, modules: examined.book.settings.modules)
      let name = (result.chapter.path.split(separator: "/").last ?? "").replacing(".md", with: ".ipynb")
      let file = folder.appending(path: String(name))
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: file)
      } catch {
        throw ValidationError("\(file.path): the notebook cannot be written; choose another '--output'")
      }
      print(file.path)
    }
    if examined.report.failed > 0 { throw ExitCode.failedCheck }
  }
}

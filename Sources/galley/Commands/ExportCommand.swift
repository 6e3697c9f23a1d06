import ArgumentParser
import Foundation
import Site

/// `galley export`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export the chapters to another format.",
    subcommands: [
      ExportNotebookCommand.self, ExportSwiftCommand.self, ExportEPUBCommand.self, ExportPDFCommand.self,
    ])
}

/// `galley export notebook`
struct ExportNotebookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Write a Jupyter notebook for each chapter, with the output of its code."
  )

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the notebooks; 'export/notebook' by default.", valueName: "folder"))
  var output: String?

  func run() async throws {
    let workshop = Workshop(book, options)
    let exported = try await BookDraft.make(workshop)
    let examined = exported.examined
    let folder = URL(fileURLWithPath: output ?? workshop.folder.root + "/export/notebook")
    for (chapter, result) in examined.results.enumerated() {
      let name = (result.chapter.path.split(separator: "/").last ?? "").replacing(".md", with: ".ipynb")
      var files = try exported.draft.attachedFiles(ofChapter: chapter)
      files[String(name)] = try NotebookExport.notebook(
        of: result, modules: examined.book.settings.modules, in: (exported.draft, chapter))
      for (path, data) in files {
        let file = folder.appending(path: path)
        do {
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try data.write(to: file)
        } catch {
          throw ValidationError("\(file.path): the notebook cannot be written; choose another '--output'")
        }
      }
      print(folder.appending(path: String(name)).path)
    }
    if exported.hasFailures { throw ExitCode.failedCheck }
  }
}

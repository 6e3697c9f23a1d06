import ArgumentParser
import BookImport
import Foundation
import Site

/// `galley new`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Create a book, optionally for a Swift package.",
    discussion: "Writes 'Chapters/book.yml' and a first chapter. Fails if the folder already holds a book.")

  @Argument(help: ArgumentHelp("The folder for the book.", valueName: "folder"))
  var folder = "."

  @Option(
    help: ArgumentHelp("The folder of a Swift package whose products blocks may import.", valueName: "folder")
  )
  var package: String?

  @Option(
    help: ArgumentHelp(
      "A library product of the package; repeat the option for more products.", valueName: "name"))
  var product: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder of a book to import: mdBook, Quarto, Jupyter Book, or Markdown files.",
      valueName: "folder"))
  var from: String?

  func validate() throws {
    if from != nil, package != nil || !product.isEmpty {
      throw ValidationError(
        "'--from' imports a book as it is; add 'package' and 'products' to its book.yml afterwards")
    }
    if let package, !FileManager.default.fileExists(atPath: package + "/Package.swift") {
      throw ValidationError("\(package): there is no Package.swift; name the folder of a Swift package")
    }
    if (package == nil) != product.isEmpty {
      throw ValidationError("'--package' and '--product' must be used together; name both or neither")
    }
  }

  func run() throws {
    let chapters = URL(fileURLWithPath: folder).appending(path: "Chapters")
    guard !FileManager.default.fileExists(atPath: chapters.appending(path: "book.yml").path) else {
      throw ValidationError("\(chapters.path): the folder already holds a book; choose another one")
    }
    if let from { return try takeOver(from, into: chapters) }
    try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: chapters.appending(path: "book.yml"))
    try Data(Self.firstChapter.utf8).write(to: chapters.appending(path: "01-first-steps.md"))
    print("\(chapters.path)/01-first-steps.md")
    print("'galley serve \(folder)' shows it")
  }

  /// Writes the chapters of a foreign book, and lists the places that could not be imported unchanged.
  private func takeOver(_ source: String, into chapters: URL) throws {
    let book: ForeignBook
    do {
      book = try ForeignBook(at: URL(fileURLWithPath: source))
    } catch {
      throw ValidationError("\(error)")
    }
    let formulas = FormulaCheck()
    var writer = BookWriter(book) { formulas?.problem(of: $0, macros: book.macros) }
    let files = try writer.write(to: chapters)
    for remark in writer.remarks { print(remark) }
    print("\(files.count) \(files.count == 1 ? "chapter" : "chapters") written to \(chapters.path)")
    if !writer.remarks.isEmpty {
      print("\(writer.remarks.count) places could not be imported unchanged; they are listed above")
    }
    print("'galley serve \(folder)' shows it")
  }

  private var settings: String {
    var text = "title: A new book\nsummary: What it is about, in one sentence.\nlanguage: en\n"
    if let package {
      let path = Self.path(to: package, from: folder)
      let names = product.joined(separator: ", ")
      text += "package: \(path)\nproducts: [\(names)]\nmodules: [\(names)]\n"
    }
    return text
  }

  /// The relative path from one folder to another: `..`, `../swift-numerics`.
  private static func path(to target: String, from start: String) -> String {
    let target = URL(fileURLWithPath: target).standardizedFileURL.pathComponents
    let start = URL(fileURLWithPath: start).standardizedFileURL.pathComponents
    let shared = zip(target, start).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: start.count - shared) + target.dropFirst(shared)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  private static let firstChapter = """
    ---
    title: First steps
    summary: Code that runs, and numbers that are checked.
    ---

    Names live on from block to block.

    ```swift-run
    let half = 1.0 / 2
    half  // ≈ 0.5
    ```

    Numbers in the text are computed: a half is `{swift} half`.

    """
}

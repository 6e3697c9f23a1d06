import ArgumentParser
import Book
import BookImport
import Files
import Foundation
import Runner
import Site

/// `galley new`
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Create a book, optionally for a Swift package.",
    discussion: """
      Writes 'Chapters/book.yml', a first chapter and '.gitignore'. Also writes a workflow that checks, builds and \
      publishes the book, and tasks for editors, unless the repository has such files. Fails if the folder already \
      holds a book.
      """)

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

  func run() async throws {
    let modules = try await modulesOfPackage()
    let chapters = URL(fileURLWithPath: folder).appending(path: "Chapters")
    guard !FileManager.default.fileExists(atPath: chapters.appending(path: "book.yml").path) else {
      throw ValidationError("\(chapters.path): the folder already holds a book; choose another one")
    }
    if let from { return try takeOver(from, into: chapters) }
    try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
    try Data(settings(importing: modules).utf8).write(to: chapters.appending(path: "book.yml"))
    try Data(Self.firstChapter.utf8).write(to: chapters.appending(path: "01-first-steps.md"))
    try ignoreGeneratedFiles()
    print("\(chapters.path)/01-first-steps.md")
    for file in try ProjectFiles(book: folder, package: package).write() { print(file) }
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
    var writer = BookWriter(book, anchorsOfPage: PageOutline.anchors(inMarkdown:)) {
      formulas?.problem(of: $0, macros: book.macros)
    }
    let files = try writer.write(to: chapters)
    try ignoreGeneratedFiles()
    for line in ImportRemark.lines(writer.remarks) { print(line) }
    print("\(files.count) \(files.count == 1 ? "chapter" : "chapters") written to \(chapters.path)")
    for file in try ProjectFiles(book: folder).write() { print(file) }
    if !writer.remarks.isEmpty {
      print("\(writer.remarks.count) places could not be imported unchanged; they are listed above")
    }
    print("'galley serve \(folder)' shows it")
  }

  /// The modules of the products, in order. Throws if the package cannot be read or has no such library.
  private func modulesOfPackage() async throws -> [String] {
    guard let package else { return [] }
    let libraries: [PackageProducts.Library]
    do {
      libraries = try await PackageProducts.libraries(of: package)
    } catch let error as BuildError {
      throw ValidationError(error.description)
    }
    return try product.flatMap { name -> [String] in
      if let library = libraries.first(where: { $0.name == name }) { return library.modules }
      let names = libraries.map(\.name)
      let remedy =
        nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? (names.isEmpty ? "it has no library at all" : "its libraries are " + names.joined(separator: ", "))
      throw ValidationError("\(package) has no library product '\(name)'; \(remedy)")
    }
  }

  /// Adds what Galley generates to '.gitignore', unless it is there.
  private func ignoreGeneratedFiles() throws {
    let file = URL(fileURLWithPath: folder).appending(path: ".gitignore")
    let text =
      (try? FileDoor.read(path: file.path, atMost: SizeLimit.text)).map {
        String(decoding: $0, as: UTF8.self)
      } ?? ""
    let known = Set(text.split(separator: "\n").map { $0.trimmingPrefix("/") })
    let missing = [".build/", "site/public/", "export/", "exercises/"].filter { name in
      !known.contains(name[...]) && !known.contains(name.dropLast())
    }
    if missing.isEmpty { return }
    let begin = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    try Data((begin + missing.map { "/\($0)\n" }.joined()).utf8).write(to: file)
  }

  private func settings(importing modules: [String]) -> String {
    var text = "title: A new book\nsummary: What it is about, in one sentence.\nlanguage: en\n"
    if let package {
      let path = Self.path(to: package, from: folder)
      text += "package: \(path)\nproducts: [\(product.joined(separator: ", "))]\n"
    }
    var seen: Set<String> = []
    let all = (["SVGCharts"] + modules).filter { seen.insert($0).inserted }
    return text + "modules: [\(all.joined(separator: ", "))]\n"
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

    Numbers in the text are computed: a half is `{swift} half`. A block that ends with a chart shows it, as @fig-halves
    does.

    ```swift-run
    //| label: fig-halves
    //| fig-cap: A half, halved again and again.
    let steps = Array(0...5)
    let halves = steps.map { 1 / Double(1 << $0) }
    Chart {
      LineMark(x: .value("step", steps), y: .value("rest", halves))
    }
    ```

    """
}

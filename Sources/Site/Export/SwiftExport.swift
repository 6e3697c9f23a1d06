import Book
import Files
import Foundation
import Plan

/// Exports a chapter as a Swift package that runs on its own: the chapter's code and the sources of its modules.
package struct SwiftExport {
  /// The `Sources` folder with a folder for each module that chapters may import.
  let sources: URL
  /// The modules that blocks use without importing them.
  let modules: [String]
  /// The author's own package; nil if the book uses none.
  let package: OwnPackage?
  /// The folder with the chapters, in which the files lie that blocks read.
  let chapters: String?

  /// A package whose products blocks import. A copy of it lies beside the exported chapters.
  package struct OwnPackage: Sendable {
    /// The path of the copy, as a chapter's package sees it.
    package var path: String
    /// The products that chapters import.
    package var products: [String]
    /// The traits that are enabled besides the defaults.
    package var traits: [String]

    /// Creates a package from its parts.
    package init(path: String, products: [String], traits: [String] = []) {
      self.path = path
      self.products = products
      self.traits = traits
    }

    /// The dependency in a manifest.
    package var dependency: String {
      let enabled = traits.map { ".trait(name: \($0.debugDescription))" }.joined(separator: ", ")
      return ".package(path: \(path.debugDescription)"
        + (traits.isEmpty ? ")" : ", traits: [.defaults, \(enabled)])")
    }

    /// The products in the dependencies of a target.
    package var targetDependencies: [String] {
      let identity = path.split(separator: "/").last ?? ""
      return products.map {
        ".product(name: \($0.debugDescription), package: \(String(identity).debugDescription))"
      }
    }
  }

  /// The error that the sources of a module were not found.
  package struct MissingModule: Error, CustomStringConvertible {
    /// The message, with the name of the module and the folder that was searched.
    package var description: String
  }

  /// Creates an export. `sources` must contain a folder for each of `modules` that `package` does not have.
  package init(
    sources: URL, modules: [String], package: OwnPackage? = nil, chapters: String? = nil
  ) {
    self.sources = sources
    self.package = package
    self.chapters = chapters
    self.modules = ["Notebook"] + modules.filter { $0 != "Notebook" }
  }

  /// The files of a chapter's package, by their path in the package.
  package func package(of result: ChapterResult) throws -> [String: Data] {
    var (files, dependencies) = try sourcesOfModules()
    files["Package.swift"] = Data(manifest(result.chapter.slug, dependencies).utf8)
    files["Sources/Chapter/main.swift"] = Data(program(of: result).utf8)
    files["Sources/Chapter/Show.swift"] = Data(Self.show.utf8)
    files["README.md"] = Data(Self.readme(result.chapter).utf8)
    for (path, data) in try inputs(of: result.chapter) { files[path] = data }
    return files
  }

  /// The files that blocks read, by their path below the folder in which the program runs.
  private func inputs(of chapter: Chapter) throws -> [String: Data] {
    guard let chapters else { return [:] }
    var files: [String: Data] = [:]
    for path in Set(chapter.blocks.flatMap(\.options.inputs)) {
      files[path] = try FileDoor(chapters).read(path, atMost: SizeLimit.attachment)
    }
    return files
  }

  private static func readme(_ chapter: Chapter) -> String {
    """
    # \(ShortProse.plain(chapter.title))

    The code of `\(chapter.path)`, with the modules that it uses. In this folder, `swift run Chapter` runs it: it prints
    what the page shows, and writes each figure to a file.

    """
  }

  /// The modules for blocks that ``packageOfModules()`` contains. Others belong to the author's package or the system.
  package var modulesOfProgram: [String] { modules.filter(isOfProgram) }

  private func isOfProgram(_ module: String) -> Bool {
    FileManager.default.fileExists(atPath: sources.appending(path: module).path)
  }

  /// The files of a package that contains only the modules of this program, each as a product.
  package func packageOfModules() throws -> [String: Data] {
    var (files, dependencies) = try sourcesOfModules()
    let targets = dependencies.sorted { $0.key < $1.key }
    let products = targets.map { ".library(name: \"\($0.key)\", targets: [\"\($0.key)\"])" }
    let list = targets.map { ".target(name: \"\($0.key)\", dependencies: \($0.value))" }
    files["Package.swift"] = Data(
      """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "modules",
        platforms: [.macOS(.v15)],
        products: [
          \(products.joined(separator: ",\n    "))
        ],
        targets: [
          \(list.joined(separator: ",\n    "))
        ],
        swiftLanguageModes: [.v6]
      )

      """.utf8)
    return files
  }

  /// The sources of all modules that chapters may use, and the imports of each module.
  private func sourcesOfModules() throws -> (files: [String: Data], dependencies: [String: [String]]) {
    var files: [String: Data] = [:]
    var dependencies: [String: [String]] = [:]
    var waiting = modules
    while let module = waiting.popLast() {
      if dependencies[module] != nil { continue }
      // A module that is not here belongs to the author's package, or to the system.
      if !isOfProgram(module), package != nil { continue }
      let (own, imports) = try source(of: module)
      files.merge(own) { first, _ in first }
      dependencies[module] = imports
      waiting += imports
    }
    return (files, dependencies)
  }

  /// The files of a module, and the modules of the same folder that it imports.
  private func source(of module: String) throws -> (files: [String: Data], imports: [String]) {
    let folder = sources.appending(path: module)
    guard FileManager.default.fileExists(atPath: folder.path),
      let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]
    else {
      throw MissingModule(
        description:
          "the sources of the module '\(module)' are not in \(sources.path); export from the folder "
          + "of the package that holds them")
    }
    var files: [String: Data] = [:]
    var imports: Set<String> = []
    for name in names where name.hasSuffix(".swift") {
      let data = try FileDoor(folder.path).read(name, atMost: SizeLimit.material)
      files["Sources/\(module)/\(name)"] = data
      for match in String(decoding: data, as: UTF8.self).matches(
        of: /(?m)^\s*(?:internal |public )?import (\w+)/)
      {
        let other = String(match.1)
        if FileManager.default.fileExists(atPath: sources.appending(path: other).path) {
          imports.insert(other)
        }
      }
    }
    return (files, imports.sorted())
  }

  private func manifest(_ name: String, _ dependencies: [String: [String]]) -> String {
    let list = { (names: [String]) in "[" + names.map(\.debugDescription).joined(separator: ", ") + "]" }
    let targets = dependencies.sorted { $0.key < $1.key }.map {
      "    .target(name: \($0.key.debugDescription), dependencies: \(list($0.value))),\n"
    }
    let used = dependencies.keys.sorted().map(\.debugDescription) + (package?.targetDependencies ?? [])
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: \(name.debugDescription),
        platforms: [.macOS(.v15)],
        dependencies: [\(package?.dependency ?? "")],
        targets: [
          .executableTarget(
            name: "Chapter", dependencies: [\(used.joined(separator: ", "))],
            swiftSettings: [.swiftLanguageMode(.v5)]),
      \(targets.joined())  ],
        swiftLanguageModes: [.v6]
      )

      """
  }

  private func program(of result: ChapterResult) -> String {
    let chapter = result.chapter
    var text = "// \(chapter.title)\n\n" + modules.map { "import \($0)\n" }.joined() + "\n"
    for block in chapter.blocks where block.role == .math {
      guard let label = block.options.label else { continue }
      text += "_galleyFormula(\(label.debugDescription), \(block.code.debugDescription))\n"
    }
    for block in chapter.blocks where block.role == .swiftRun || block.role == .swift {
      text += "\n// \(chapter.path):\(block.position.line)\n"
      if block.role == .swift || block.options.expectation != nil {
        text += "// Not run: this block is only compiled, or must fail.\n"
        text += block.lines.map { "// \($0.text)\n" }.joined()
      } else {
        text += shown(block, result.plan) + "\n"
      }
    }
    return text
  }

  /// The code of a block with a call of `show` around its last expression.
  private func shown(_ block: Block, _ plan: BuildPlan) -> String {
    guard let probe = plan.probes.first(where: { $0.node == block.id && $0.purpose == .display }) else {
      return block.code
    }
    let before = block.lines.prefix { $0.position.line < probe.position.line }
    guard before.count < block.lines.count else { return block.code }
    let column = probe.position.utf8Column - block.lines[before.count].position.utf8Column
    let start = before.map { $0.text.utf8.count + 1 }.reduce(0, +) + column
    var bytes = Array(block.code.utf8)
    guard start + probe.expression.utf8.count <= bytes.count else { return block.code }
    bytes.insert(contentsOf: ")".utf8, at: start + probe.expression.utf8.count)
    bytes.insert(contentsOf: "show(".utf8, at: start)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let show = """
    import Events
    import Foundation
    import Notebook

    private nonisolated(unsafe) var figures = 0

    /// Prints a value. Writes a figure to an SVG file in the current directory.
    func show<Shown>(_ value: Shown) {
      if value is Void { return }
      guard let displayable = value as? any Displayable else { return print(value) }
      switch displayable.displayedValue {
      case .figure(let figure):
        figures += 1
        let svg = figure.wide.svg(includesStyle: true)
        try? svg.write(toFile: "figure-\\(figures).svg", atomically: true, encoding: .utf8)
        print("figure-\\(figures).svg: \\(figure.description)")
      case .image(let image):
        figures += 1
        let name = "image-\\(figures).\\(image.format.rawValue)"
        try? Data(base64Encoded: image.base64)?.write(to: URL(fileURLWithPath: name))
        print("\\(name): \\(image.alternative)")
      case .table(let table):
        print(table.columns.joined(separator: "\\t"))
        for row in table.rows { print(row.map(\\.description).joined(separator: "\\t")) }
      case let other: print(other)
      }
    }

    """
}

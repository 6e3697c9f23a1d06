import ArgumentParser
import Book
import DocumentAudit
import Files
import Foundation

/// The documents that the command line names. A document that cannot be read is reported, and hides no other.
struct AuditInputs {
  private let format: DocumentFormat?
  private let macros: FormulaMacros
  private(set) var sources: [AuditSource] = []
  /// Whether a document could not be read.
  private(set) var hasProblems = false
  private var seen: Set<String> = []

  init(format: DocumentFormat?, macros: FormulaMacros) {
    self.format = format
    self.macros = macros
  }

  /// The commands that files define; a later file wins.
  static func macros(_ paths: [String]) throws -> FormulaMacros {
    try paths.reduce(FormulaMacros()) { macros, path in
      do {
        let text = try DocumentEncoding.text(of: Array(FileDoor.read(path: path, atMost: SizeLimit.text)))
        let own = FormulaMacros(file: text)
        if own.isEmpty {
          throw ValidationError(
            "\(path): the file defines no command; write '\\newcommand{\\name}{…}', or 'macros:' in YAML")
        }
        return macros.merging(own)
      } catch let problem as FileProblem {
        throw ValidationError("\(path): the macros cannot be read: \(problem.message); \(problem.fix)")
      } catch let problem as DocumentEncoding.Problem {
        throw ValidationError("\(path): \(problem.message(for: path))")
      }
    }
  }

  /// Reads documents, and all documents of folders.
  mutating func add(_ paths: [String]) {
    for path in paths.map(Self.tidy) {
      if path == "-" {
        let data = FileHandle.standardInput.readDataToEndOfFile()
        add("-", Array(data))
        continue
      }
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if exists, isFolder.boolValue { add(folder: path) } else { add(file: path) }
    }
  }

  /// The path without `.` and doubled or final slashes, so that reports name each document in one way.
  private static func tidy(_ path: String) -> String {
    let steps = path.split(separator: "/").filter { $0 != "." }
    return steps.isEmpty
      ? (path.hasPrefix("/") ? "/" : ".") : (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
  }

  private mutating func add(folder: String) {
    let door = FileDoor(folder)
    guard let files = door.files() else {
      return report("\(folder): the folder cannot be read; make it readable")
    }
    let settings = files.map(\.name).filter { Self.settings.contains($0) }
    var macros = macros
    for name in settings {
      guard let data = try? door.read(name, atMost: SizeLimit.settings) else { continue }
      macros = FormulaMacros(yaml: String(decoding: data, as: UTF8.self)).merging(macros)
    }
    let names = files.map(\.name).filter { DocumentFormat(path: $0) != nil && !Self.isGenerated($0) }
    if names.isEmpty {
      report("\(folder): the folder has no document; name a folder with Markdown, LaTeX, HTML or notebooks")
    }
    let paths = names.sorted().map { folder == "." ? $0 : folder + "/" + $0 }
    // Files that a LaTeX document includes are read with it.
    let whole = paths.filter(LaTeXProject.isWhole)
    let start = sources.count
    for path in whole + paths { add(file: path, shared: macros) }
    sources[start...].sort { $0.path < $1.path }
  }

  /// The settings of a book that define commands for all its chapters: of Jupyter Book, MyST and Galley.
  private static let settings: Set<String> = ["_config.yml", "myst.yml", "book.yml", "Chapters/book.yml"]

  private static let generated: Set<String> = [
    "node_modules", "_build", "_site", "_book", "site-packages", "vendor", "build", "public",
  ]

  private static func isGenerated(_ name: String) -> Bool {
    name.split(separator: "/").dropLast().contains { $0.hasPrefix(".") || generated.contains(String($0)) }
  }

  /// Reads a document, with `shared` instead of the commands of the command line. A part of a LaTeX document is read
  /// without its own parts, which the document knows.
  private mutating func add(file path: String, shared: FormulaMacros? = nil, isPart: Bool = false) {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard seen.insert(url.path).inserted else { return }
    do {
      let limit = DocumentFormat(path: path) == .notebook ? SizeLimit.material : SizeLimit.text * 8
      add(path, Array(try FileDoor.read(path: path, atMost: limit)), shared: shared, isPart: isPart)
    } catch {
      report("\(path): the document cannot be read: \(error.message); \(error.fix)")
    }
  }

  private mutating func add(
    _ path: String, _ bytes: [UInt8], shared: FormulaMacros? = nil, isPart: Bool = false
  ) {
    do {
      var source = AuditSource(path: path, text: try DocumentEncoding.text(of: bytes), format: format)
      source.macros = shared ?? macros
      if source.format == .notebook, !source.isNotebook {
        return report("\(path): this is not a notebook; '--as markdown' reads it as text")
      }
      guard source.format == .latex, !isPart else { return sources.append(source) }
      let project = LaTeXProject(source)
      source.macros = project.macros
      sources.append(source)
      for file in project.files { add(file: file, shared: project.macros, isPart: true) }
    } catch {
      report("\(path): \(error.message(for: path))")
    }
  }

  private mutating func report(_ message: String) {
    hasProblems = true
    Terminal.standardError.write("error: \(message)")
  }
}

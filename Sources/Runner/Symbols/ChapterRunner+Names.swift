import Book
import Caching
import Foundation
import Plan

/// Where the types of names come from.
package enum NameSource: Sendable {
  /// Nobody needs them.
  case none
  /// An earlier build. An author who waits for a page does not wait for types.
  case earlierBuild
  /// The compiler, unless an earlier build has asked it.
  case compiler
}

extension ChapterRunner {
  /// The names in the code of the chapters, with their types; nil for a chapter without code, and for one whose names
  /// are not known. They are kept under a digest of the code, so a change of prose asks the compiler nothing.
  package func names(in chapters: [Chapter], modules: [String], _ source: NameSource) async -> [CodeNames?] {
    if source == .none { return chapters.map { _ in nil } }
    let made = try? await chapters.concurrentMap { chapter -> CodeNames? in
      let code = NamedCode(chapter, modules: modules)
      if code.isEmpty { return nil }
      let parts = [toolchain.fingerprint, library.fingerprint, code.text]
      let kept = session.last("names \(chapter.path)", from: parts, isLasting: { $0 != nil }) {
        cache?.cache.value("names", of: parts, as: CodeNames.self)
      }
      guard kept == nil, source == .compiler else { return kept }
      let names = try? await self.names(in: code)
      if let names { cache?.cache.keep(names, "names", of: parts) }
      return names
    }
    return made ?? chapters.map { _ in nil }
  }

  private func names(in code: NamedCode) async throws -> CodeNames? {
    let scratch = try ScratchFolder()
    let file = scratch.file("main.swift")
    try code.text.write(toFile: file, atomically: false, encoding: .utf8)
    let arguments =
      [
        "-frontend", "-dump-ast", "-dump-ast-format", "json", "-swift-version", "5", "-module-name",
        "Chapter",
        "-suppress-warnings", "-I", library.modulesFolder, file,
      ] + library.compilerFlags
    let output = try await toolchain.call(toolchain.compiler, arguments, in: scratch.path, log: "tree").output
    let tree = output.contents(limit: 256 << 20)
    guard let found = SyntaxTreeNames(of: code.text, tree: tree) else { return nil }
    let types = try await demangled(found.uses.map(\.type), in: scratch.path)
    var names = CodeNames()
    for use in found.uses {
      let type = use.isType && use.type.isEmpty ? "\(use.text).Type" : types[use.type]
      guard let place = code.place(of: use.offset), let type else { continue }
      var shown = TypeText.short(type, modules: code.modules)
      // The call of an initializer names the type that it makes.
      if use.isType, let arrow = shown.ranges(of: "-> ").last { shown = String(shown[arrow.upperBound...]) }
      names.add(
        CodeNames.Name(text: use.text, type: shown, usr: use.usr, isType: use.isType),
        line: place.line, offset: place.offset)
    }
    return names
  }

  /// The types in Swift's own notation, by their mangled names. Types that have none are left out.
  private func demangled(_ types: [String], in folder: String) async throws -> [String: String] {
    let mangled = Set(types).filter { $0.hasPrefix("$s") }.sorted()
    guard let tool = toolchain.program("swift-demangle") else { return [:] }
    let output = try await toolchain.call(tool, ["-compact"] + mangled, in: folder, log: "types").output
    let text = String(decoding: output.contents(limit: 16 << 20), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Dictionary(
      zip(mangled, lines.map(String.init)).filter { !$1.isEmpty && !$1.hasPrefix("$s") },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The code of a chapter as one program, in which places can be told.
private struct NamedCode {
  var text: String
  var modules: [String]
  /// The offset of each line of the chapter's code.
  private var starts: [(offset: Int, line: Int)] = []

  var isEmpty: Bool { starts.isEmpty }

  init(_ chapter: Chapter, modules: [String]) {
    self.modules = ["Notebook"] + modules.filter { $0 != "Notebook" }
    text = self.modules.map { "import \($0)\n" }.joined()
    var count = text.utf8.count
    var number = 0
    for block in chapter.blocks where block.role == .swiftRun {
      for line in block.lines {
        starts.append((count, number))
        number += 1
        text += line.text + "\n"
        count += line.text.utf8.count + 1
      }
    }
  }

  /// The line, counted from the first line of code, and the offset in it.
  func place(of offset: Int) -> (line: Int, offset: Int)? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : (starts[low - 1].line, offset - starts[low - 1].offset)
  }
}

/// Types as a reader writes them.
enum TypeText {
  /// A type without the names of `modules` and the compiler's own words.
  static func short(_ type: String, modules: [String]) -> String {
    var text = type
    for word in ["__owned ", "__shared ", "nonisolated(nonsending) "] {
      text = text.replacing(word, with: "")
    }
    // `any Optimizer<Self.Optimizers.Optimizer.Scalar == Double>` has a short form.
    text = text.replacing(/<Self\.[A-Za-z0-9_.]* == ([^<>]+)>/) { "<\($0.1)>" }
    let known = Set(
      modules + ["Swift", "Chapter", "Foundation", "FoundationEssentials", "Events", "Formulas"])
    text = text.replacing(/([A-Za-z_][A-Za-z0-9_]*)\.(?=[A-Za-z_(])/) {
      known.contains(String($0.1)) ? "" : String($0.0)
    }
    return text.replacing("-> ()", with: "-> Void").replacing("(_: ", with: "(").replacing(
      ", _: ", with: ", ")
  }
}

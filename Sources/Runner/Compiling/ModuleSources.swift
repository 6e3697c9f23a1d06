import Caching
import Foundation

/// Digests of the code that the modules of a library were compiled from, kept beside the library.
enum ModuleSources {
  private static func path(in folder: String) -> String { "\(folder)/\(ModuleLibrary.name).sources" }

  /// Modules that only draw, judge or report. No number of a chapter depends on them.
  private static let silent: Set = ["Events", "Formulas", "SVGCharts"]

  /// The digests by module name; nil if none were kept.
  static func read(in folder: String) -> [String: String]? {
    try? JSONDecoder().decode([String: String].self, from: Data(readText(path(in: folder)).utf8))
  }

  /// Writes the digests of the modules of the library in `folder`. The sources are in `package`.
  static func keep(for folder: String, package: String) throws {
    let built = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/Modules")) ?? []
    var digests: [String: String] = [:]
    for module in (try? FileManager.default.contentsOfDirectory(atPath: package + "/Sources")) ?? []
    where built.contains(module + ".swiftmodule") && !silent.contains(module)
      && !FileManager.default.fileExists(atPath: "\(package)/Sources/\(module)/main.swift")
    {
      digests[module] = digest(of: "\(package)/Sources/\(module)")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try encoder.encode(digests).write(to: URL(fileURLWithPath: path(in: folder)), options: .atomic)
  }

  /// The digest of all lines of code, without blank lines and comment lines.
  private static func digest(of folder: String) -> String {
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    let files = names.filter { $0.hasSuffix(".swift") }.sorted()
    return Fingerprint.of(
      files.map { name in
        let lines = readText("\(folder)/\(name)").split(separator: "\n").filter { line in
          let code = line.drop { $0 == " " }
          return !code.isEmpty && !code.hasPrefix("//")
        }
        return name + "\n" + lines.joined(separator: "\n")
      }.joined(separator: "\n"))
  }
}

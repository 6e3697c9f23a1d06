import Caching
import Foundation
import Subprocess

/// Makes the products of any Swift package importable in blocks: a package is generated that puts them and the
/// modules of this program into one dynamic library.
package struct PackageBuild: Sendable {
  /// The folder with the author's `Package.swift`.
  package var packageFolder: String
  /// The library products that blocks may import.
  package var products: [String]
  /// The package that this program was built from.
  package var programFolder: String
  /// Where the generated package goes.
  package var folder: String

  /// What every book may use.
  private static let ownModules = ["ElementaryNumerics", "Events", "Formulas", "SVGCharts", "Notebook"]

  /// A build made of its parts.
  package init(packageFolder: String, products: [String], programFolder: String, folder: String) {
    self.packageFolder = packageFolder
    self.products = products
    self.programFolder = programFolder
    self.folder = folder
  }

  /// The library, built anew when a source has changed.
  package func library(progress: (String) -> Void) async throws -> ModuleLibrary {
    let release = folder + "/.build/release"
    let stamp = sourcesFingerprint
    if readText(folder + "/stamp") == stamp, let library = library(in: release) { return library }
    progress("building the modules of \(packageFolder)")
    try generate()
    let result = try await Subprocess.run(
      .name("swift"),
      arguments: ["build", "-c", "release", "--product", ModuleLibrary.name, "--package-path", folder],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess, let library = library(in: release) else {
      let lines = (result.standardOutput + result.standardError).split(separator: "\n")
      let errors = lines.filter { $0.contains("error:") }
      throw LibraryBuild.BuildError(
        description: "the modules of \(packageFolder) do not build:\n"
          + (errors.isEmpty ? lines.suffix(5) : errors[...]).joined(separator: "\n"))
    }
    try stamp.write(toFile: folder + "/stamp", atomically: true, encoding: .utf8)
    return library
  }

  private func library(in release: String) -> ModuleLibrary? {
    var library = ModuleLibrary(in: release)
    library?.includeFolders = includeFolders
    return library
  }

  /// The folders of the C modules that Swift modules of the package import.
  private var includeFolders: [String] {
    let checkouts = folder + "/.build/checkouts"
    let packages = names(in: checkouts).map { "\(checkouts)/\($0)" } + [packageFolder]
    return packages.flatMap { package in
      names(in: package + "/Sources").map { "\(package)/Sources/\($0)/include" }
    }.filter { FileManager.default.fileExists(atPath: $0 + "/module.modulemap") }
  }

  private func generate() throws {
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder + "/Sources/\(ModuleLibrary.name)", withIntermediateDirectories: true)
    for module in Self.ownModules {
      let link = "\(folder)/Sources/\(module)"
      try? files.removeItem(atPath: link)
      try files.createSymbolicLink(
        atPath: link, withDestinationPath: "\(programFolder)/Sources/\(module)")
    }
    try "// What is linked together stands in Package.swift.\n".write(
      toFile: folder + "/Sources/\(ModuleLibrary.name)/Empty.swift", atomically: true, encoding: .utf8)
    try manifest.write(toFile: folder + "/Package.swift", atomically: true, encoding: .utf8)
  }

  private var manifest: String {
    let identity = URL(fileURLWithPath: packageFolder).lastPathComponent
    let linked = products.map {
      ".product(name: \($0.debugDescription), package: \(identity.debugDescription))"
    }
    let all = (Self.ownModules.map(\.debugDescription) + linked).joined(separator: ", ")
    return """
      // swift-tools-version: 6.2
      // Made by galley; it is made anew when something changes.
      import PackageDescription

      let package = Package(
        name: "book-modules",
        platforms: [.macOS(.v15)],
        products: [.library(name: "\(ModuleLibrary.name)", type: .dynamic, targets: ["\(ModuleLibrary.name)"])],
        dependencies: [.package(path: \(packageFolder.debugDescription))],
        targets: [
          .target(name: "\(ModuleLibrary.name)", dependencies: [\(all)]),
          .target(name: "ElementaryNumerics"),
          .target(name: "Events"),
          .target(name: "Formulas", dependencies: ["ElementaryNumerics"]),
          .target(name: "SVGCharts", dependencies: ["ElementaryNumerics"]),
          .target(name: "Notebook", dependencies: ["ElementaryNumerics", "Events", "SVGCharts", "Formulas"]),
        ],
        swiftLanguageModes: [.v6]
      )

      """
  }

  /// Differs when a source of either package was changed, added or removed.
  private var sourcesFingerprint: String {
    let own = Self.ownModules.map { "\(programFolder)/Sources/\($0)" }
    let sources = (own + [packageFolder + "/Sources"]).flatMap { root in
      (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).map { "\(root)/\($0)" }
    }
    let files = sources.sorted() + [packageFolder + "/Package.swift"]
    return Fingerprint.of(manifest + files.map(Fingerprint.ofMetadata).joined(separator: "\n"))
  }

  private func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}

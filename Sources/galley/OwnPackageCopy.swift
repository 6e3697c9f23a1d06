import ArgumentParser
import Book
import Foundation
import Runner
import Site

/// Copies the book's own package into an export, so that the export can be moved to another machine.
struct OwnPackageCopy {
  private let source: URL
  private let settings: BookSettings

  /// Nil if the book is not for a package.
  init?(of settings: BookSettings, in book: BookFolder) {
    guard let package = settings.package else { return nil }
    source =
      URL(fileURLWithPath: package, relativeTo: URL(fileURLWithPath: book.root + "/")).standardizedFileURL
    self.settings = settings
  }

  /// Writes the copy to `folder`, whose packages have the names `packages`.
  func write(to folder: URL, beside packages: [String]) throws -> SwiftExport.OwnPackage {
    // SwiftPM takes the last name of a path for the identity of a package, and all identities must differ.
    var name = source.lastPathComponent
    let taken = Set(packages.map { $0.lowercased() })
    while taken.contains(name.lowercased()) { name += "-package" }
    let copy = folder.appending(path: "packages/\(name)")
    do throws(PackageBuild.CopyProblem) {
      try PackageBuild.copy(source.path, to: copy)
    } catch {
      throw ValidationError(
        "\(error.file): the file cannot be copied into the export: \(error.problem.message); \(error.problem.fix)"
      )
    }
    return SwiftExport.OwnPackage(
      path: "../packages/\(name)", products: settings.products, traits: settings.traits)
  }
}

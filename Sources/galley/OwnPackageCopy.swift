import ArgumentParser
import Book
import Files
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
    func failure(_ reason: String) -> ValidationError {
      ValidationError("\(copy.path): the book's package cannot be copied: \(reason)")
    }
    do {
      for path in PackageBuild.files(in: source.path, includingTests: true) {
        let name = String(path.dropFirst(source.path.count + 1))
        let file = copy.appending(path: name)
        let data: Data
        do {
          data = try FileDoor(source.path).read(name, atMost: SizeLimit.attachment)
        } catch {
          throw failure("'\(path)' cannot be read: \(error.message); \(error.fix)")
        }
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
      }
    } catch let error as ValidationError {
      throw error
    } catch {
      throw failure("that folder cannot be written; choose another one")
    }
    return SwiftExport.OwnPackage(
      path: "../packages/\(name)", products: settings.products, traits: settings.traits)
  }
}

import Foundation

/// The library products of a Swift package, as SwiftPM reads its manifest.
package enum PackageProducts {
  /// A library and its modules.
  package struct Library: Sendable, Equatable {
    /// The name of the product.
    package var name: String
    /// The modules that it consists of.
    package var modules: [String]
  }

  /// The libraries of the package in `folder`. Throws ``BuildError`` if its manifest cannot be read.
  package static func libraries(of folder: String) async throws -> [Library] {
    // SwiftPM locks its scratch folder, also while `swift package galley` runs. A folder of our own is never locked.
    let scratch = try ScratchFolder()
    let result = try await SwiftCall(
      ["package", "dump-package", "--package-path", folder, "--scratch-path", scratch.path]
    ).run()
    guard result.isSuccess,
      let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(result.output.utf8))
    else {
      let reason = result.errors.split(separator: "\n").first { $0.contains("error:") } ?? "no reason given"
      throw BuildError(description: "\(folder)/Package.swift cannot be read: \(reason)")
    }
    return manifest.products.filter { $0.type["library"] != nil }.map {
      Library(name: $0.name, modules: $0.targets)
    }
  }

  private struct Manifest: Decodable {
    var products: [Product]
  }

  private struct Product: Decodable {
    var name: String
    var targets: [String]
    /// The kind of product is the only key.
    var type: [String: Detail?]
  }

  /// The kind of library or plugin, which does not matter here.
  private struct Detail: Decodable {
    init(from decoder: any Decoder) {}
  }
}

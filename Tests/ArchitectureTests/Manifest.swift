import Foundation

/// The content of `Package.swift`, as `swift package dump-package` prints it.
struct Manifest: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    var path: String?
    var dependencies: [Dependency]

    var folder: String { path ?? (type == "test" ? "Tests/" : "Sources/") + name }
  }

  /// A dependency by name, on a target, or on a product of another package. The name is the first element in each case.
  struct Dependency: Decodable {
    var name: String

    init(from decoder: any Decoder) throws {
      let forms = try decoder.container(keyedBy: Form.self)
      guard let form = forms.allKeys.first else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "no known form"))
      }
      var parts = try forms.nestedUnkeyedContainer(forKey: form)
      name = try parts.decode(String.self)
    }

    private enum Form: CodingKey { case byName, target, product }
  }

  var targets: [Target]

  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The manifest is read in a separate scratch folder, because the test run may hold the lock of the package's folder.
  static func read() throws -> Manifest {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "layout-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let swift = Process()
    swift.executableURL = URL(filePath: "/usr/bin/env")
    swift.arguments = [
      "swift", "package", "--package-path", package.path, "--scratch-path", scratch.path, "dump-package",
    ]
    let output = Pipe()
    swift.standardOutput = output
    try swift.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    swift.waitUntilExit()
    return try JSONDecoder().decode(Manifest.self, from: text)
  }
}

import Foundation
import TestSupport
import Testing

@Suite("With '--isolate' no code of a book runs outside the isolation", .heavy)
struct IsolationTests {
  @Test("a manifest around the book, or named by it, is not evaluated without consent")
  func manifests() throws {
    for settings in ["title: T\n", "title: T\npackage: .\nproducts: [Evil]\n"] {
      let book = try TemporaryBook(["01-a.md": "# A\n\n```swift-run\n1 + 1  // == 2\n```\n"])
      try book.write("book.yml", settings)
      let manifest = """
        // swift-tools-version: 6.0
        import PackageDescription
        import Foundation
        try? "x".write(toFile: "\(book.root.path)/ran", atomically: true, encoding: .utf8)
        let package = Package(name: "BookModules", products: [.library(name: "Evil", targets: ["Evil"])], targets: [.target(name: "Evil")])
        """
      try Data(manifest.utf8).write(to: book.root.appending(path: "Package.swift"))
      // With these folders the package around the book looks like the one of this program.
      for name in ["Notebook", "Events"] {
        try FileManager.default.createDirectory(
          at: book.root.appending(path: "Sources/\(name)"), withIntermediateDirectories: true)
      }
      let result = try book.galley(["check", "--isolate"], namesLibrary: false)
      #expect(!book.exists("ran"))
      #expect(result.status == 2)
      // Without bubblewrap the command ends even earlier.
      #expect(
        result.errors.contains("'--trust-package'") || result.errors.contains("blocks cannot be isolated"),
        "\(result.errors)")
    }
  }
}

import Foundation
import Testing

@testable import Runner

@Suite("The files of a package")
struct PackageFilesTests {
  @Test(
    "a book and what galley writes beside it are left out, and folders of the same names elsewhere are not")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "package-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let kept = [
      "Package.swift", "Sources/A/Resources/web/index.html", "Sources/A/Tests/a.swift",
      "Sources/A/exercises/a.swift",
      "Sources/A/export/a.swift", "docs/notes.md",
    ]
    let left = [
      ".build/x", "Chapters/01-a.md", "Chapters/book.yml", "docs/Chapters/book.yml",
      "docs/exercises/half/Package.swift",
      "docs/export/swift/a.swift", "docs/site/public/index.html", "exercises/half/Package.swift",
      "export/book.pdf",
      "site/public/index.html",
    ]
    for path in kept + left + ["Tests/ATests/a.swift"] {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: file)
    }
    func files(includingTests: Bool) -> [String] {
      PackageBuild.files(in: folder.path, includingTests: includingTests).map {
        String($0.dropFirst(folder.path.count + 1))
      }
    }
    #expect(files(includingTests: false) == kept.sorted())
    #expect(files(includingTests: true) == (kept + ["Tests/ATests/a.swift"]).sorted())
  }
}

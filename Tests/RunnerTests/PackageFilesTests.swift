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

  @Test("links inside of a package are copied as links, and one that leads out of it is named")
  func links() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "package-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let package = folder.appending(path: "package")
    func link(_ name: String, to end: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: package.appending(path: name).path, withDestinationPath: end)
    }
    try FileManager.default.createDirectory(
      at: package.appending(path: "Plugins/Common"), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: package.appending(path: "Plugins/Common/a.swift"))
    try link("Plugins/Again", to: "Common")
    try link("Plugins/all", to: "..")
    let copy = folder.appending(path: "copy")
    // A second export replaces the first.
    for _ in 0..<2 { try PackageBuild.copy(package.path, to: copy) }
    #expect(try String(contentsOf: copy.appending(path: "Plugins/Again/a.swift"), encoding: .utf8) == "x")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: copy.appending(path: "Plugins/all").path)
        == "..")
    for end in ["../../package-2", "/etc", "../.."] {
      try link("Plugins/out", to: end)
      let problem = #expect(throws: PackageBuild.CopyProblem.self) {
        try PackageBuild.copy(package.path, to: copy)
      }
      #expect(problem?.problem == .outside && problem?.file.hasSuffix("Plugins/out") == true, "\(end)")
      try FileManager.default.removeItem(at: package.appending(path: "Plugins/out"))
    }
  }
}

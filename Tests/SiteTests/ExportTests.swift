import Foundation
import Testing

@testable import Site

@Suite("A chapter as a package")
struct ExportTests {
  private let sources = FileManager.default.temporaryDirectory.appending(path: "sources-\(UUID().uuidString)")

  @Test("holds its modules and their modules, shows the same as the page, and omits blocks that must fail")
  func package() throws {
    defer { try? FileManager.default.removeItem(at: sources) }
    try write("Notebook/A.swift", "import Events\ninternal import Foundation\n")
    try write("Events/B.swift", "\n")
    try write("Unused/C.swift", "\n")
    let book = try SampleBook([
      "01-a.md":
        "# A\n\n```math\n%| label: eq-one\nx = \\pi\n```\n\n- a list\n\n  ```swift-run\n  let ε = 1; ε + 1  // == 42\n  ```\n\n```swift-run\n//| expect: trap\nfatalError()\n```\n"
    ])
    let files = try SwiftExport(sources: sources, modules: []).package(of: book.results[0])
    #expect(
      files.keys.sorted() == [
        "Package.swift", "README.md", "Sources/Chapter/Show.swift", "Sources/Chapter/main.swift",
        "Sources/Events/B.swift",
        "Sources/Notebook/A.swift",
      ])
    let program = String(decoding: files["Sources/Chapter/main.swift"] ?? Data(), as: UTF8.self)
    #expect(program.contains("_galleyFormula(\"eq-one\", \"x = \\\\pi\")"))
    #expect(program.contains("let ε = 1; show(ε + 1)  // == 42\n"))
    #expect(program.contains("// fatalError()\n"))
    let manifest = String(decoding: files["Package.swift"] ?? Data(), as: UTF8.self)
    #expect(manifest.contains(".target(name: \"Notebook\", dependencies: [\"Events\"])"))
  }

  @Test("cannot be made without the sources of a module, and says which")
  func missing() throws {
    let book = try SampleBook(["01-a.md": "# A\n\n```swift-run\n1 // == 42\n```\n"])
    let error = #expect(throws: SwiftExport.MissingModule.self) {
      try SwiftExport(sources: sources, modules: []).package(of: book.results[0])
    }
    #expect(error?.description.contains("module 'Notebook'") == true)
  }

  private func write(_ path: String, _ text: String) throws {
    let url = sources.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

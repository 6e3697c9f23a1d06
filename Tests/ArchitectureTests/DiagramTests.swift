import Foundation
import Testing

@Suite("The diagram of the README")
struct DiagramTests {
  @Test("it names every folder of Sources once, and nothing else")
  func folders() throws {
    let readme = try String(contentsOf: Manifest.package.appending(path: "README.md"), encoding: .utf8)
    let layout = try #require(readme.components(separatedBy: "## How it is laid out").dropFirst().first)
    let diagram = try #require(layout.components(separatedBy: "```").dropFirst().first)
    let drawn = diagram.matches(of: #/(?m)^(?:Sources/| [├└]─ )(\w+) /#).map { String($0.1) }
    let sources = Manifest.package.appending(path: "Sources").path
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources).filter { !$0.hasPrefix(".") }
    #expect(drawn.sorted() == folders.sorted())
  }
}

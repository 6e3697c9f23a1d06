import Foundation
import TestSupport
import Testing

/// Tests `galley serve` as an author uses it.
@Suite(
  "A preview in a browser",
  .enabled(
    if: Browser.path != nil, "no Chromium is installed, so that the preview is not tried in a browser"),
  .heavy)
final class PreviewInBrowserTests {
  private let root: URL
  private let browser: Browser
  private let server = Process()

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "preview-book-\(UUID().uuidString)")
    try SiteInBrowserTests.build(in: root)
    browser = try Browser()
  }

  deinit {
    if server.isRunning {
      server.terminate()
      server.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: root)
  }

  @Test(
    "a saved chapter is shown at the same place, and errors cover the page until they are fixed")
  func edits() throws {
    let address = try serve()
    try browser.open(try #require(URL(string: address + "a.html")))
    try browser.evaluate("document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, 400)")
    let place = try browser.evaluate("scrollY")
    #expect(place != "0")

    let chapter = root.appending(path: "Chapters/01-a.md")
    let text = try String(contentsOf: chapter, encoding: .utf8)
    try (text + "\nWritten a moment ago.\n").write(to: chapter, atomically: true, encoding: .utf8)
    try wait("document.body.textContent.includes('Written a moment ago.')")
    try wait("String(scrollY) === '\(place)'")

    try (text + "\n```swift-run\nlet broken = {\n```\n").write(to: chapter, atomically: true, encoding: .utf8)
    let problems = "document.getElementById('galley-problems')?.shadowRoot.textContent ?? ''"
    try wait("(\(problems)).includes('01-a.md')")
    #expect(try browser.evaluate(problems).contains("never closed"))

    try text.write(to: chapter, atomically: true, encoding: .utf8)
    try wait("(\(problems)) === '' && !document.body.textContent.includes('Written a moment ago.')")
    let complaints = browser.complaints.filter { !$0.hasPrefix("request: \(address)") }
    #expect(complaints.isEmpty, "\(complaints)")
  }

  /// Starts the server and gives its address once the book is built.
  private func serve() throws -> String {
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let messages = Pipe()
    server.executableURL = products.appending(path: "galley")
    server.arguments = ["serve", "--library", products.path, "--port", "0"]
    server.currentDirectoryURL = root
    server.standardOutput = FileHandle.nullDevice
    server.standardError = messages
    try server.run()
    var told = ""
    while !told.contains("built in") {
      let data = messages.fileHandleForReading.availableData
      if data.isEmpty { throw Browser.Failure(description: "the server ended: \(told)") }
      told += String(decoding: data, as: UTF8.self)
    }
    return try #require(told.split(separator: "\n").first { $0.hasPrefix("http") }.map(String.init))
  }

  /// Waits until a condition holds on the page, which may reload in the meantime.
  private func wait(_ condition: String) throws {
    let deadline = ContinuousClock.now + .seconds(600)
    while ContinuousClock.now < deadline {
      if (try? browser.evaluate("(document.readyState === 'complete' && (\(condition))) ? 'yes' : ''"))
        == "yes"
      {
        return
      }
      usleep(20_000)
    }
    throw Browser.Failure(description: "never came: \(condition); \(browser.complaints)")
  }
}

import Foundation
import TestSupport
import Testing

/// Tests live figures as a reader uses them, from a folder on a disk.
@Suite(
  "Live figures in a browser",
  .enabled(if: Browser.path != nil, "no Chromium is installed, so that pages are not tried in a browser"),
  .serialized, .heavy)
final class LiveInBrowserTests {
  private let root: URL
  private let browser: Browser

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "live-book-\(UUID().uuidString)")
    try Self.build(in: root)
    browser = try Browser()
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private var page: URL { root.appending(path: "site/public/a.html") }

  private func wait() throws { try browser.evaluate("new Promise((done) => setTimeout(done, 900))") }

  private func text(_ selector: String) throws -> String {
    try browser.evaluate("document.querySelector('\(selector)').textContent.trim()")
  }

  @Test("a slider moves chart, output and prose; the address keeps it; Reset brings everything back")
  func slider() throws {
    try browser.open(page)
    let before = try browser.evaluate(
      "document.querySelector('.live-value .svg-chart-wide').outerHTML.length")
    try browser.evaluate("document.querySelector('input[data-name=slope]').focus()")
    try browser.press("ArrowRight")
    try browser.press("ArrowRight")
    try wait()
    #expect(try text("input[data-name=slope] + .live-figure") == "2")
    #expect(try text(".live-printed") == "the highest is 8.0")
    #expect(try text("[data-live-control]") == "2.0")
    #expect(try text("[data-probe][data-digits]") == "2.667")
    #expect(try browser.evaluate("location.hash") == "#live:line:slope=2")
    #expect(
      try browser.evaluate("document.querySelector('input[data-name=slope]').getAttribute('aria-valuetext')")
        == "2")
    try browser.evaluate("document.querySelector('.live-reset').click()")
    try wait()
    #expect(try text("[data-probe][data-digits]") == "1.333")
    #expect(try browser.evaluate("location.hash") == "")
    // The drawing at the author's setting is the one that the page came with, but for the ring at the point.
    let after = try browser.evaluate(
      "document.querySelectorAll('.live-handle').forEach((e) => e.remove()), document.querySelector('.live-value .svg-chart-wide').outerHTML.length"
    )
    #expect(abs((Int(after) ?? 0) - (Int(before) ?? -99)) < 250)
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("choice, switch, dragged number and dragged point answer")
  func otherControls() throws {
    try browser.open(page)
    try browser.evaluate("document.querySelectorAll('.live-choice input')[1].click()")
    try wait()
    #expect(try text(".live-printed") == "the highest is 16.0")
    try browser.evaluate("document.querySelector('.live-toggle input').click()")
    try wait()
    #expect(try text(".live-printed") == "the highest is 0.0")
    try browser.evaluate("document.querySelector('[data-live-control]').focus()")
    try browser.press("End")
    try wait()
    #expect(try text("[data-live-control]") == "2.0")
    let place = try browser.evaluate(
      """
      { document.querySelector('.live-value').scrollIntoView();
        const box = document.querySelector('.live-handle').getBoundingClientRect();
        JSON.stringify([box.x + box.width / 2, box.y + box.height / 2]) }
      """)
    let at = try JSONDecoder().decode([Double].self, from: Data(place.utf8))
    for (type, shift) in [("mousePressed", 0.0), ("mouseMoved", 60), ("mouseReleased", 60)] {
      try browser.call(
        "Input.dispatchMouseEvent",
        ["type": type, "x": at[0] + shift, "y": at[1], "button": "left", "buttons": 1, "clickCount": 1])
    }
    try wait()
    let x = try Double(text("input[data-name=\"point.x\"] + .live-figure")) ?? 0
    #expect(x > 1.2 && x < 2.2)
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("an address with a setting shows it at once")
  func address() throws {
    try browser.open(page, fragment: "#live:line:slope=0.5;kind=1;nonsense=9")
    try wait()
    #expect(try text(".live-printed") == "the highest is 8.0")
    #expect(try text("[data-live-control]") == "0.5")
  }

  @Test("without WebAssembly the page keeps the author's setting and says why")
  func blocked() throws {
    try browser.call("Page.addScriptToEvaluateOnNewDocument", ["source": "delete self.WebAssembly"])
    try browser.open(page)
    try browser.evaluate("document.querySelector('.live-controls').scrollIntoView()")
    try wait()
    #expect(try text(".live-notice").contains("WebAssembly is not allowed"))
    #expect(
      try browser.evaluate("document.querySelectorAll('.live-controls :is(input, button):enabled').length")
        == "0")
    #expect(try text(".live-printed") == "the highest is 4.0")
  }

  @Test("without scripts there are no controls, and one sentence in their place")
  func withoutScripts() throws {
    try browser.call("Emulation.setScriptExecutionDisabled", ["value": true])
    try browser.open(page)
    let shown = { (selector: String) in
      try self.browser.evaluate("String(document.querySelector('\(selector)').checkVisibility())")
    }
    #expect(try shown(".live-controls") == "false")
    #expect(try shown(".live-still") == "true")
  }

  private static func build(in root: URL) throws {
    let chapters = root.appending(path: "Chapters")
    try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
    try Data("title: A book\nmodules: [SVGCharts]\n".utf8).write(to: chapters.appending(path: "book.yml"))
    try Data(chapter.utf8).write(to: chapters.appending(path: "01-a.md"))
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = products.appending(path: "galley")
    process.arguments = ["build", "--library", products.path]
    process.currentDirectoryURL = root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let chapter = """
    ---
    title: A
    ---
    ```swift-run
    //| label: line
    //| live: slope "steepness" = 0...2 step 0.5 play; point = drag 0...4 by 0...8; kind = line | square; on = true | false
    let slope = 1.0
    let point = [1.0, 2.0]
    let kind = "line"
    let on = true
    let x = [0.0, 1, 2, 3, 4]
    let y = x.map { on ? slope * (kind == "line" ? $0 : $0 * $0) : 0 }
    print("the highest is \\(y[4])")
    Chart {
      LineMark(x: .value("x", x), y: .value("y", y))
      PointMark(x: .value("x", [point[0]]), y: .value("y", [point[1]]))
    }
    .chartXScale(domain: 0...4)
    .chartYScale(domain: 0...8)
    ```

    Slope `{swift} slope` leads to `{swift} y[4] / 3, digits: 4`.

    """
}

import Book
import Checks
import Events
import Foundation
import Plan
import TestSupport
import Testing

@testable import Runner
@testable import Site

@Suite("Damaged reports of a chapter", .timeLimit(.minutes(600)))
struct ReportFuzzTests {
  @Test("a chapter is judged and shown without a crash for every report")
  func reports() throws {
    let count = ProcessInfo.processInfo.environment["GALLEY_FUZZ_CASES"].flatMap { Int($0) } ?? 20
    let root = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
    let folder = root.appending(path: "Chapters")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Data("title: T\n".utf8).write(to: folder.appending(path: "book.yml"))
    try Data(Self.chapter.utf8).write(to: folder.appending(path: "01-a.md"))
    let book = try #require(BookFolder(at: root.path).read().book)
    let plan = Planner.plan(book.chapters[0], settings: book.settings).0
    #expect(plan.probes.count >= 6)
    var complete = 0
    for number in 0..<count {
      var random = SeededNumbers(seed: UInt64(number))
      let text = Self.report(of: plan, &random)
      let time = try processorTime {
        let record = try Self.record(text, of: plan, folder: root)
        if record.isComplete { complete += 1 }
        let sample = try SampleBook(of: book, folder: folder.path) { _, _ in record }
        _ = sample.epub
        for result in sample.results { _ = try NotebookExport.notebook(of: result, modules: []) }
        #expect(!sample.text("a.html").isEmpty)
      }
      #expect(time < .seconds(10), "case \(number): \(text.prefix(4000))")
    }
    #expect(complete > 0)
  }

  private static let chapter = """
    # A

    ```swift-run
    //| label: fig-a
    let a = [0.5, 1.0]  // ≈ [0.5, 1.0] ± 2%
    print("a")  // Prints "a"
    a.count  // == 2
    ["k": 1]  // == ["k": 1]
    claim("fewer") { true }
    a
    ```

    With `{swift} a[0], digits: 2` and [a claim](claim:fewer).

    ```swift-run
    //| expect: throws
    try verify("eq-a") { _ in [1] }
    ```

    ```math
    %| label: eq-a
    y = 2 x
    ```

    """

  /// The events of an honest program, with values and lines that need not be honest.
  private static func report(of plan: BuildPlan, _ random: inout SeededNumbers) -> String {
    var lines = [HostileReport.event("started", Event.currentVersion)]
    func values(_ isMine: (Probe) -> Bool) {
      for (number, probe) in plan.probes.enumerated() where isMine(probe) {
        if case .printing = probe.purpose {
          lines += [HostileReport.event("printing", number), HostileReport.event("printed", number)]
        } else {
          let value =
            random.below(3) == 0 ? HostileReport.value(&random) : #"[{"number":"0.5"},{"number":"1.0"}]"#
          lines.append(HostileReport.event("value", number, ",\"value\":" + value))
        }
      }
    }
    for (number, block) in plan.blocks.enumerated() {
      lines.append(HostileReport.event("blockBegan", number))
      values { $0.node == block.id }
      if random.below(3) == 0 {
        lines.append(HostileReport.event("claimed", random.below(2), #","message":"fewer""#))
        lines.append(
          HostileReport.event(
            "verified", 0,
            #","verification":{"label":"eq-a","leftHandSides":["y"],"largestError":"\#(random.pick(["0.0", "nan", "inf", "1e-9"]))","points":\#(random.below(5))}"#
          ))
      }
      if block.expectation != nil {
        lines.append(HostileReport.event("attemptThrew", number, #","message":"m""#))
      }
      lines.append(HostileReport.event("blockEnded", number))
    }
    values { probe in if case .inline = probe.purpose { true } else { false } }
    lines.append(HostileReport.event("finished", 0))
    for _ in 0..<random.below(3) {
      let place = random.below(lines.count)
      switch random.below(5) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[place], at: random.below(lines.count + 1))
      case 2: lines.swapAt(place, random.below(lines.count))
      default: lines[place].damage(&random)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func record(_ text: String, of plan: BuildPlan, folder: URL) throws -> RunRecord {
    let path = folder.appending(path: "events").path
    try? FileManager.default.removeItem(atPath: path)
    let file = try OpenFile(creating: path)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var feed = EventFeed(of: plan, from: file)
    feed.finish()
    return EventLog(events: feed.events, output: Data(), errors: Data(), isDamaged: feed.isDamaged).record(
      of: plan, ending: .exited(code: 0), excess: nil,
      backtrace: Backtrace("", chapter: "a", program: plan.program))
  }
}

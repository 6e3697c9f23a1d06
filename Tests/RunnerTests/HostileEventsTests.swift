import Events
import Foundation
import TestSupport
import Testing

@testable import Book
@testable import Plan
@testable import Runner

/// Reports that a program can write to its event channel, which is open to any code in the program.
@Suite("Reports of a program are not trusted", .heavy)
struct HostileEventsTests {
  /// A block of an answer, and one check with a value.
  static let sound = [
    event("started", Event.currentVersion), event("blockBegan", 0), event("blockEnded", 0),
    event("blockBegan", 1),
    event("value", 0, #","value":[{"number":"0.5"}]"#), event("attemptEnded", 0), event("blockEnded", 1),
    event("finished", 0),
  ]

  static func event(_ kind: String, _ number: Int, _ rest: String = "") -> String {
    HostileReport.event(kind, number, rest)
  }

  /// The event with the value of the check, in another form.
  static func valued(_ value: String) -> [String] {
    sound.map { $0.contains("\"value\"") ? event("value", 0, #","value":"# + value) : $0 }
  }

  @Test("an honest program is trusted")
  func honest() throws {
    let feed = try Self.feed(Self.sound)
    #expect(!feed.isDamaged)
    let record = Self.record(feed)
    #expect(record.isComplete)
    #expect(record.values == [0: .array([.floatingPoint(0.5, description: "0.5")], count: 1)])
  }

  static let values = [
    #"{"elements":[],"count":5}"#, #"{"elements":[{"number":"0.5"}],"count":1}"#,
    #"{"elements":[{"number":"0.5"}],"count":-1}"#, #"{"elements":[],"count":9223372036854775807}"#,
    #"{"integer":"0.0; func abs(_ x: Double) -> Double { 0 }"}"#, #"{"integer":""}"#, #"{"integer":"-"}"#,
    #"{"integer":"007"}"#, #"{"integer":"-0"}"#, #"{"integer":"+1"}"#, #"{"integer":"1_000"}"#,
    #"{"integer":"٣"}"#,
    #"{"integer":"0x10"}"#, #"{"integer":" 1"}"#, #"{"integer":"1\n"}"#, #"{"integer":1}"#,
    #"{"number":"0x1p3"}"#, #"{"number":"nan(0x5)"}"#, #"{"number":"infinity"}"#, #"{"number":""}"#,
    #"{"number":"1.5","exactly":"99"}"#, #"{"number":"1.5","exactly":"nan"}"#,
    #"{"number":"x","exactly":"1"}"#,
    #"{"number":"1.5\u001b[2J"}"#, #"{}"#, #"{"void":false}"#, #"{"void":true,"integer":"1"}"#,
    #"{"integer":"1","text":"1"}"#, #"{"exactly":"1"}"#, #"{"name":"P"}"#, #"{"fields":[]}"#,
    #"{"table":{"columns":["a"],"rows":[[null,null]],"digits":[null]}}"#,
    #"{"table":{"columns":["a"],"rows":[[null]],"digits":[]}}"#,
    #"{"table":{"columns":["a"],"rows":[[null]],"digits":[-1]}}"#,
    #"{"table":{"columns":["a"],"rows":[[null]],"digits":[1000000000]}}"#,
    "1.5", "\"text\"", String(repeating: "[", count: 400) + String(repeating: "]", count: 400),
  ]

  @Test("a malformed value is rejected", arguments: values)
  func forms(value: String) throws {
    let feed = try Self.feed(Self.valued(value))
    #expect(feed.isDamaged)
    #expect(Self.record(feed).values.isEmpty)
    #expect(!Self.record(feed).isComplete)
  }

  static let orders: [(name: String, lines: [String])] = [
    ("nothing", []), ("no beginning", Array(sound.dropFirst())), ("no end", Array(sound.dropLast())),
    ("another version", [event("started", 1)] + sound.dropFirst()),
    ("a second beginning", [sound[0]] + sound),
    ("a block twice", Array(sound[...2]) + [event("blockBegan", 0), event("blockEnded", 0)] + sound[3...]),
    ("a heartbeat", Array(sound[...3]) + [event("blockBegan", 1)] + sound[4...]),
    ("a block before its turn", [sound[0]] + sound[3...6] + sound[1...2] + [sound[7]]),
    (
      "a block that is none", Array(sound[...6]) + [event("blockBegan", 2), event("blockEnded", 2), sound[7]]
    ),
    ("a block of a negative number", Array(sound[...6]) + [event("blockBegan", -1)]),
    ("an end without a beginning", [sound[0], sound[2]] + sound[3...]),
    ("another block's end", Array(sound[...5]) + [event("blockEnded", 0), sound[7]]),
    ("a value twice", Array(sound[...4]) + [event("value", 0, #","value":[{"number":"9"}]"#)] + sound[5...]),
    ("a value in another block", Array(sound[...1]) + [sound[4]] + sound[2...3] + sound[5...]),
    ("a value outside of blocks", Array(sound[...2]) + [sound[4]] + sound[3...3] + sound[5...]),
    ("a value behind the outcome", Array(sound[...3]) + [sound[5], sound[4]] + sound[6...]),
    ("a value that nobody asked for", Array(sound[...4]) + [event("value", 1)] + sound[5...]),
    ("two outcomes", Array(sound[...5]) + [event("attemptExited", 0)] + sound[6...]),
    ("an outcome outside of blocks", Array(sound[...2]) + [sound[5]] + sound[3...]),
    ("a signal that is none", Array(sound[...4]) + [event("attemptTrapped", 1 << 40)] + sound[6...]),
    ("an exit code that is none", Array(sound[...4]) + [event("attemptExited", 256)] + sound[6...]),
    ("a thrown error without words", Array(sound[...4]) + [event("attemptThrew", 0)] + sound[6...]),
    ("something behind the end", sound + [event("progress", 0, #","message":"more""#)]),
    ("a second end", sound + [sound[7]]), ("words", Array(sound[...3]) + ["all is well"] + sound[4...]),
    ("an empty line", Array(sound[...3]) + [""] + sound[4...]),
    ("no kind", Array(sound[...3]) + [#"{"number":0}"#] + sound[4...]),
    ("a statement that is none", Array(sound[...3]) + [event("reached", 7)] + sound[4...]),
    (
      "output of a negative length",
      Array(sound[...5])
        + [#"{"kind":"blockEnded","number":1,"output":{"standardError":-5,"standardOutput":-9}}"#, sound[7]]
    ),
    (
      "output without end",
      Array(sound[...5])
        + [
          #"{"kind":"blockEnded","number":1,"output":{"standardError":0,"standardOutput":9223372036854775807}}"#,
          sound[7],
        ]
    ),
  ]

  @Test("events in a wrong order are ignored", arguments: orders.indices)
  func order(_ index: Int) throws {
    let (name, lines) = Self.orders[index]
    let record = Self.record(try Self.feed(lines))
    #expect(!record.isComplete, "\(name)")
    #expect(
      record.values.values.allSatisfy { $0 == .array([.floatingPoint(0.5, description: "0.5")], count: 1) })
  }

  @Test("brackets in a text do not count as nesting")
  func brackets() throws {
    let text = String(repeating: #"[\\\"{"#, count: 300)
    let feed = try Self.feed(Self.valued(#"{"text":""# + text + #""}"#))
    #expect(!feed.isDamaged)
  }

  @Test("an unfinished line is damage")
  func unfinished() throws {
    let feed = try Self.feed(text: Self.sound.joined(separator: "\n") + "\n{\"kind\":")
    #expect(feed.isDamaged)
  }

  @Test("ten thousand damaged and invented reports cause no crash, and none passes for another value")
  func fuzz() async throws {
    var generator = SeededNumbers(seed: 1)
    for round in 0..<10_000 {
      let text = EventFuzz.text(&generator)
      var record = RunRecord()
      let time = try processorTime { record = Self.record(try Self.feed(text: text)) }
      #expect(time < .seconds(10), "case \(round)")
      if record.isComplete, let value = record.values[0], !EventFuzz.isSound(value) {
        Issue.record("case \(round): \(value)")
      }
      _ = record.values.values.map(\.description)
      // Other tests run their programs in the meantime.
      await Task.yield()
    }
  }

  @Test(
    "the longest report that the system lets a program write is read in time",
    arguments: EventFuzz.long.keys.sorted())
  func long(name: String) throws {
    let text = try #require(EventFuzz.long[name])
    let time = try processorTime { _ = Self.record(try Self.feed(text: text)) }
    // It takes two seconds here, and a quadratic reader takes minutes.
    #expect(time < .seconds(60), "\(name)")
  }

  static func feed(_ lines: [String]) throws -> EventFeed {
    try feed(text: lines.map { $0 + "\n" }.joined())
  }

  static func feed(text: String) throws -> EventFeed {
    let path = FileManager.default.temporaryDirectory.appending(path: "events-\(UUID().uuidString)").path
    let file = try OpenFile(creating: path)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    unlink(path)
    var feed = EventFeed(of: plan, from: file)
    feed.finish()
    return feed
  }

  static let plan: BuildPlan = {
    func line(_ text: String) -> [CodeLine] {
      [CodeLine(text: text, position: SourcePosition(file: "a.swift", line: 1))]
    }
    return Planner.plan(
      line("func f() -> [Double] { [0.5] }"), trials: [Trial(prelude: "", lines: line("f()"))], of: "a.swift",
      timeout: .seconds(1), modules: []
    ).plan
  }()

  static func record(_ feed: EventFeed) -> RunRecord {
    EventLog(events: feed.events, output: Data(), errors: Data(), isDamaged: feed.isDamaged).record(
      of: plan, ending: .exited(code: 0), excess: nil,
      backtrace: Backtrace("", chapter: "a", program: plan.program))
  }
}

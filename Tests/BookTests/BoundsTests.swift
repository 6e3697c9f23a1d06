import Foundation
import TestSupport
import Testing

@testable import Book

@Suite("Input that is too large is reported before it is read", .timeLimit(.minutes(5)))
struct BoundsTests {
  private static func repeated(_ text: String, _ count: Int = 10_000) -> String {
    String(repeating: text, count: count)
  }

  private func errors(settings: String) throws -> [String] {
    try TemporaryBook(["01-a.md": "# A\n\nText.\n"], settings: settings).read().diagnostics
      .filter { $0.severity == .error }.map(\.message)
  }

  @Test("YAML that nests or repeats itself too much is an error")
  func yaml() throws {
    let brackets = "the YAML has more than 256 lists and mappings in brackets"
    for (text, message) in [
      ("title: " + Self.repeated("["), brackets), ("title: [\"]\", " + Self.repeated("[ \"]\",\n"), brackets),
      ("title: " + Self.repeated("{a: "), brackets),
      (Self.repeated("- ") + "a", "the YAML is nested too deeply"),
      (Self.repeated("? ") + "a", "the YAML is nested too deeply"),
      (
        (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        "the YAML is nested too deeply"
      ),
      (Self.doubling(40), "the YAML has more than 16 aliases"),
    ] {
      let found = try errors(settings: text)
      #expect(found == [message])
      let chapter = try TemporaryBook(["01-a.md": "---\n\(text)\n---\n# A\n\nText.\n"])
      let isTold = chapter.read().diagnostics.contains { $0.message == message }
      #expect(isTold)
    }
  }

  @Test("a table with thousands of columns is an error, and is not read")
  func wideTables() throws {
    for (columns, expected) in [
      (1000, []), (1001, ["the table has more than 1000 columns"]),
      (40_000, ["the table has more than 1000 columns"]),
    ] {
      let table = ["a|", "-|", "b|"].map { "|" + Self.repeated($0, columns) + "\n" }.joined()
      let reading = try TemporaryBook(["01-a.md": "# A\n\n" + table]).read()
      let errors = reading.diagnostics.filter { $0.severity == .error }
      #expect(errors.map(\.message) == expected)
      #expect(errors.allSatisfy { $0.position.line == 4 })
    }
  }

  /// Mappings of which each one contains the mapping before three times.
  private static func doubling(_ count: Int) -> String {
    "a0: &a0 [x, x]\n"
      + (1..<count).map { "a\($0): &a\($0) {? [*a\($0 - 1), *a\($0 - 1)] : *a\($0 - 1)}\n" }.joined()
  }

  @Test(
    "ordinary YAML is not refused",
    arguments: [
      "title: \"[0, 1) and (0, 1]\"\nsummary: a * b & c, *d*\n",
      "title: T\nsources:\n" + (0..<100).map { "  - {title: a \($0), note: '[x]'}\n" }.joined(),
      "title: T\nsummary: |\n  ----------------------------------------\n  * one\n  * two\n",
      "title: T\nconstants:\n" + (0..<500).map { "  \"\($0)\": the limits [0, 1) of $x * y$\n" }.joined(),
    ])
  func ordinary(text: String) throws {
    #expect(try errors(settings: text) == [])
  }

  @Test("sixteen aliases as keys are read at once")
  func aliases() throws {
    let text = Self.doubling(6)
    var count = 0
    let time = try processorTime { count = try errors(settings: text).count }
    #expect(count == 6)
    #expect(time < .seconds(10))
  }

  /// Chapters that repeat something ten thousand times. They are not arguments of the test, because they would fill the
  /// log.
  struct Repetition: Sendable, CustomTestStringConvertible {
    var before = ""
    var text: String
    var after = ""
    var testDescription: String { before + text + after }
  }

  private static let repetitions: [Repetition] =
    [
      "> ", "- ", "[", "*a ", "**a ", "_a ", "![", "[a](", "$a ", "$a$", "`", "` ", "<a ", "<!--", "&",
      "[^a]",
      "|a", "a@", "www.", "~~a ", "\\", "{swift} `", "`{swift} a, `", "1. a\n", "# a\n", "@a ", "[@a] ",
      "```text\n```\n", "```swift-run\n", "<div>\n", "http://a", "(http://a", "a\u{301}", "[a]: b\n",
    ].map { Repetition(text: $0) } + [
      Repetition(before: "`{swift} a", text: " ", after: "b`"),
      Repetition(before: "|a|\n|-|\n", text: "|a|\n"),
      Repetition(before: "[^a]: x\n\n", text: "[^a]"),
      Repetition(before: "```swift-run\n", text: "//| label: a\n", after: "1\n```\n"),
      Repetition(before: "```", text: "x", after: "\n```\n"),
      Repetition(before: "```swift-run\n//| ", text: "x", after: ": y\n1\n```\n"),
    ]

  @Test("a chapter that nests or repeats itself is read in time", arguments: repetitions)
  func markdown(body: Repetition) throws {
    let text = body.before + Self.repeated(body.text) + body.after + "\n"
    let time = try processorTime { _ = try diagnostics(ofBody: text) }
    #expect(time < .seconds(10))
  }
}

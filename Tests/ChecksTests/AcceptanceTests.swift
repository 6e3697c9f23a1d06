import Events
import Foundation
import Testing

@testable import Book
@testable import Checks
@testable import Plan

@Suite("Expectations are rewritten")
struct AcceptanceTests {
  @Test(
    "each number to the precision that it was written to",
    arguments: [
      ("// ≈ 0.9932", number(0.99668), "// ≈ 0.9967"), ("//≈ 0.9932 ", number(-3), "//≈ -3.0000 "),
      ("// ≈ 4.1e-3", number(0.005234), "// ≈ 5.2e-3"), ("// ≈ 4.1E-3", number(1.234e-7), "// ≈ 1.2E-7"),
      ("// ≈ 4.10e+3", number(5432), "// ≈ 5.43e+3"), ("// ≈ −0.5", number(-0.77), "// ≈ −0.8"),
      ("// ≈ 1_000.5", number(1_234_567.31), "// ≈ 1_234_567.3"), ("// ≈ -0.3", number(-0.001), "// ≈ 0.0"),
      ("// ≈ 7", .integer("12"), "// ≈ 12"),
      ("// ≈ [1.0, 2.00]", array([number(1.04), number(3.141)]), "// ≈ [1.0, 3.14]"),
      (
        "// ≈ [[1, 2.5], [3e2]]", array([array([number(1), number(9.99)]), array([number(512)])]),
        "// ≈ [[1, 10.0], [5e2]]"
      ),
      ("// ≈ (1, 2)", array([number(5), number(2)]), "// ≈ (5, 2)"),
    ])
  func precision(comment: String, actual: Value, accepted: String) throws {
    #expect(try rewrite(comment, actual) == accepted)
  }

  @Test("a tolerance stays, and a number gets enough digits to lie within it")
  func tolerance() throws {
    #expect(try rewrite("// ≈ 0.25 ± 1e-6", number(0.5)) == "// ≈ 0.50 ± 1e-6")
    #expect(try rewrite("// ≈ 0.25 ± 1e-3", number(1.0 / 3)) == "// ≈ 0.333 ± 1e-3")
    #expect(try rewrite("// ≈ 100 ± 2%", number(150.2)) == "// ≈ 150 ± 2%")
  }

  @Test("a check that holds is left alone, however it was rounded")
  func holding() throws {
    #expect(try rewrite("// ≈ 0.993", number(0.9934)) == "// ≈ 0.993")
    #expect(try rewrite("// ≈ 0.3 ± 10%", number(0.31)) == "// ≈ 0.3 ± 10%")
  }

  @Test(
    "NaN, infinity, another shape and another type are never accepted",
    arguments: [
      number(.nan), number(.infinity), .none, .void, .text("1"), array([]),
      array([number(1), number(2), number(3)]),
      array([number(1), number(.nan)]), array([number(1), array([number(2)])]),
    ])
  func refused(actual: Value) throws {
    if case .floatingPoint = actual {
      #expect(throws: Acceptance.Refusal.self) { try rewrite("// ≈ 5", actual) }
    }
    #expect(throws: Acceptance.Refusal.self) { try rewrite("// ≈ [5, 6]", actual) }
  }

  @Test("a value midway between two written numbers is refused, not written with more digits")
  func middle() throws {
    #expect(throws: Acceptance.Refusal.self) { try rewrite("// ≈ 0.75", number(0.125)) }
  }

  @Test(
    "exact values",
    arguments: [
      ("// == 3", Value.integer("4"), "// == 4"), ("// == 0.5", number(0.1), "// == 0.1"),
      ("// == 1_000", .integer("2000000"), "// == 2_000_000"),
      ("// == 5", .integer("18446744073709551615"), "// == 18446744073709551615"),
      ("// == [1, 2]", array([.integer("1"), .integer("3")]), "// == [1, 3]"),
      ("// == \"a \\\"b\\\"\"", .text("c\n\"d\"\\"), "// == \"c\\n\\\"d\\\"\\\\\""),
    ])
  func equal(comment: String, actual: Value, accepted: String) throws {
    #expect(try rewrite(comment, actual) == accepted)
  }

  @Test(
    "a Bool, nil and a symbol are never replaced",
    arguments: [
      ("// == true", Value.boolean(false)), ("// == nil", .integer("1")), ("// == .a", .opaque("b")),
    ])
  func meaning(comment: String, actual: Value) {
    #expect(throws: Acceptance.Refusal.self) { try rewrite(comment, actual) }
  }

  @Test("comments are changed in the bytes of the file, and a file that has changed is refused")
  func file() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "accept-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: url) }
    let text = "\u{FEFF}---\r\ntitle: é\r\n---\r\nx // ≈ 1\r\ny  // ≈ 2, 3\r\n"
    try Data(text.utf8).write(to: url)
    let file = try #require(ChapterFile(path: url.path))
    let edit = ExpectationEdit(
      position: SourcePosition(file: "a", line: 4, utf8Column: 3), subject: "x", written: "// ≈ 1",
      accepted: "// ≈ 25")
    try file.write([edit])
    #expect(try Data(contentsOf: url) == Data(text.replacing("≈ 1", with: "≈ 25").utf8))
    #expect(throws: ChapterFile.WritingError.changed) { try file.write([edit]) }
    let moved = try #require(ChapterFile(path: url.path))
    #expect(throws: ChapterFile.WritingError.changed) { try moved.write([edit]) }
  }

  /// The comment that would make its check pass.
  private func rewrite(_ comment: String, _ actual: Value) throws -> String {
    guard case .check(let kind) = CheckComment(comment) else { throw Unreadable() }
    switch kind {
    case .approximate(let expected, let tolerance):
      return try CommentRewriter(comment).numbers(of: expected, actual, within: tolerance)
    case .equal(let expected): return try CommentRewriter(comment).equal(expected, actual)
    case .prints: throw Unreadable()
    }
  }

  private struct Unreadable: Error {}
}

private func number(_ value: Double) -> Value { .floatingPoint(value, description: "\(value)") }
private func array(_ elements: [Value]) -> Value { .array(elements, count: elements.count) }

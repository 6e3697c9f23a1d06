import Formulas
import Foundation
import Runner
import Testing

@testable import Checks

@Suite("Findings")
struct FindingTests {
  private static let offset = ValueDifference(kind: .value(expected: "1", actual: "2"))

  private static func step(_ verdict: Verdict.Kind) -> Finding {
    .step(
      FormulaStep(
        number: 2, row: 1, line: 3, column: 4, left: "a", right: "b", leftValue: "", rightValue: "",
        verdict: verdict, message: "", isDeclared: false))
  }

  private static let declared = Checks.Expectation.step(fails: true, isRequested: true)
  private static let requested = Checks.Expectation.step(fails: false, isRequested: true)
  private static let plain = Checks.Expectation.step(fails: false, isRequested: false)

  private static let table: [(Finding, Checks.Expectation, Bool)] = [
    (.agrees(actual: "1", toleranceUsed: 1), .equal("true"), true),
    (.differs(actual: "2", offset), .equal("true"), false),
    (.printed("a"), .prints("a"), true), (.printed("a\n"), .prints("a"), false),
    (.compiled, .compiles, true), (.compiled, .compileError("x"), false),
    (.compilerErrors(["no x", "no y"]), .compileError("y"), true),
    (.compilerErrors(["no x"]), .compileError("y"), false), (.compilerErrors(["no x"]), .compiles, false),
    (.stopped(.trapped(message: "m")), .traps, true), (.stopped(.trapped(message: "m")), .throws, false),
    (.stopped(.threw(message: "m")), .throws, true), (.stopped(.lost), .runs, false),
    (.ranToItsEnd, .traps, false),
    (step(.holds), plain, true), (step(.holds), declared, false), (step(.fails), declared, true),
    (step(.fails), plain, false), (step(.undetermined), plain, true),
    (step(.undetermined), requested, false), (step(.unreadable), declared, false),
    (step(.definition), declared, false), (.noStep(3, count: 2), declared, false),
    (.formulasAgree(points: 64), .agreement(with: "l", differs: false), true),
    (.formulasAgree(points: 64), .agreement(with: "l", differs: true), false),
    (.noFormula, .agreement(with: "l", differs: true), false),
    (.codeAgrees(points: 20, largestError: "0.0"), .binding, true), (.codeDiffers("d"), .binding, false),
    (.claimHolds, .claim(sentence: nil), true), (.claimFails(line: 3), .claim(sentence: nil), false),
    (.unclaimed, .claim(sentence: "s"), false),
    (.recorded(data: [], remarks: [.earlierModules(["Optimizers"])]), .record, true),
    (.notReached, .traps, false), (.notReached, .compiles, false), (.notReached, .equal("nil"), false),
  ]

  @Test("a finding meets its own expectation, and no other", arguments: table)
  func meets(_ finding: Finding, _ expectation: Checks.Expectation, _ holds: Bool) throws {
    #expect(finding.meets(expectation) == holds)
    let check = CheckResult(
      number: 1, line: 2, column: 3, subject: "s", expectation: expectation, finding: finding)
    #expect((check.reason == nil) == holds)
    let json = try JSONEncoder().encode(check)
    #expect(try JSONDecoder().decode(CheckResult.self, from: json) == check)
  }

  @Test("a report puts its checks in order and numbers them")
  func order() {
    func check(_ line: Int, _ column: Int) -> CheckResult {
      CheckResult(line: line, column: column, subject: "", expectation: .runs, finding: .notReached)
    }
    let report = ChapterReport(path: "a.md", title: "A", checks: [check(3, 1), check(1, 2), check(1, 1)])
    #expect(report.checks.map { [$0.number, $0.line, $0.column] } == [[1, 1, 1], [2, 1, 2], [3, 3, 1]])
  }

  @Test("the JSON of a check has its English text beside its data")
  func json() throws {
    let check = CheckResult(
      number: 4, line: 2, column: 3, subject: "x",
      expectation: .approximate("1", .absolute(0.5)),
      finding: .differs(
        actual: "2",
        ValueDifference(kind: .number(expected: "1", actual: "2", error: 1, allowed: 0.5))))
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(check)) as? [String: Any]
    #expect(object?["expected"] as? String == "1" && object?["actual"] as? String == "2")
    #expect(object?["tolerance"] as? String == "± 0.5" && object?["verdict"] as? String == "failed")
    #expect(
      object?["reason"] as? String == check.reason?.english && object?["kind"] as? String == "approximate")
    #expect(object?["finding"] is [String: Any] && object?["expectation"] is [String: Any])
  }
}

@Suite("The words of findings")
struct WordingTests {
  private func difference(_ path: [ValueDifference.Step], _ kind: ValueDifference.Kind) -> String {
    ValueDifference(path: path, kind: kind).wording.english
  }

  @Test("a difference of values in English")
  func differences() {
    #expect(
      difference([1, 0], .number(expected: "1.9937", actual: "1.9951", error: 0.0014, allowed: 5e-5))
        == "at [1][0] expected 1.9937, got 1.9951; off by 0.0014, allowed 5e-5")
    #expect(difference([], .count(expected: 2, actual: 3)) == "expected 2 elements, got 3")
    #expect(difference([], .noArray(expected: 2, actual: "nil")) == "expected 2 elements, got nil")
  }

  @Test("the reason why a run stopped, in English, and the remedy")
  func stops() {
    let memory = RunFailure.Reason.exceeded(.memory, limit: 2048)
    #expect(memory.wording.english == "the code used more than 2048 MiB of memory")
    #expect(memory.fix == "use less, or raise '//| memory:'")
    #expect(RunFailure.Reason.timedOut(seconds: 0.5).wording.english == "the code did not end within 0.5 s")
  }

  @Test("text inserted in a placeholder is not read as a placeholder")
  func places() {
    let wording = Wording.phrase(.differs, ["expected": .text("{actual}"), "actual": .text("{expected}")])
    #expect(wording.english == "expected {actual}, got {expected}")
  }
}

@Suite("Messages of a report")
struct MessageTests {
  private func check(_ line: Int, _ expectation: Checks.Expectation, _ finding: Finding) -> CheckResult {
    CheckResult(line: line, column: 1, subject: "x", expectation: expectation, finding: finding)
  }

  @Test("what a compile error hides is a count, in the language of the book")
  func hidden() {
    let report = ChapterReport(
      path: "a.md", title: "A",
      checks: [
        check(3, .equal("1"), .notReached),
        check(5, .compiles, .compilerErrors(["cannot find 'Chart' in scope"])),
        check(9, .equal("1"), .notReached),
      ])
    #expect(
      report.diagnostics().map(\.description) == [
        "a.md:5:1: error: cannot find 'Chart' in scope (checks that were not reached: 2); add 'SVGCharts' to 'modules:' in book.yml"
      ])
    let chinese = report.diagnostics { $0 == .hidesChecks ? "{reason}（{count}）" : nil }
    #expect(chinese.map(\.message) == ["cannot find 'Chart' in scope（2）"])
    let alone = ChapterReport(path: "a.md", title: "A", checks: [check(3, .equal("1"), .notReached)])
    #expect(alone.diagnostics().count == 1)
  }

  @Test("a file that is not declared is told how to be")
  func undeclared() {
    let missing = check(
      3, .runs,
      .stopped(.threw(message: "Error Domain=NSCocoaErrorDomain Code=260 \"The file doesn’t exist.\"")))
    #expect(missing.fix?.contains("//| inputs:") == true)
    #expect(check(3, .runs, .stopped(.threw(message: "odd"))).fix?.contains("expect: throws") == true)
    #expect(check(3, .runs, .stopped(.trapped(message: "odd"))).fix == nil)
  }
}

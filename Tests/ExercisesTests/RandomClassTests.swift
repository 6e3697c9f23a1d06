import Book
import Foundation
import Plan
import TestSupport
import Testing

@testable import Exercises

@Suite("Random classes")
struct RandomClassTests {
  private static let names = [
    "ada", "bob", "\u{E9}va", "e\u{301}va", "a b", "a,b", "a\"b", "\"", ",\u{301}", "\"\u{301}", "=1+1",
    "=\u{301}1", "-2", "@x",
    "..x", "x\ny", "x\ry", "\t", "\u{202E}x", "\u{1b}[2J", "half", "half.swift", "exercises", "*", "$(x)",
    "`x`", "'", "\\",
    "\u{200B}", "\u{FEFF}", "张三", "👩‍🔬", "con", String(repeating: "n", count: 200),
  ]
  private static let places = [
    "half.swift", "root.swift", "exercises/half.swift", "half/Sources/Half/Answer.swift",
    "deep/er/half.swift",
    "haf.swift", "notes.txt", ".hidden", "half", "Half.swift", "HALF.SWIFT", "half.swift.txt",
    "half/Answer.swift",
  ]
  private static let code = [
    "func half(_ x: Double) -> Double { x / 2 }\n", "\u{FEFF}func half", "\r\n", "\r", "\u{0}", "\"\"\"\n",
    "#\"", "/*", "*/",
    "//", "{", "}", "[", "(((", "#if x\n", "#endif", "#sourceLocation(file: \"a\", line: 1)\n",
    "import Foundation\n", "@main ",
    "let x = \"\\(", "\u{2028}", "é", "e\u{301}", "中", "struct S {",
    "macro m() = #externalMacro(module: \"a\", type: \"b\")\n",
    "// BEGIN SOLUTION\n", "_galleyBegin(block: 1)\n", "func f() async throws {}\n", "return", "<#x#>", "`",
    "\t", " ",
  ]

  @Test("each student has one row for each exercise, and no answer ends the program")
  func classes() throws {
    let count = ProcessInfo.processInfo.environment["GALLEY_FUZZ_CASES"].flatMap { Int($0) } ?? 40
    let root = FileManager.default.temporaryDirectory.appending(path: "class-\(UUID().uuidString)").path
    for number in 0..<count {
      var random = SeededNumbers(seed: UInt64(number))
      defer { try? FileManager.default.removeItem(atPath: root) }
      let students = Set(
        (0..<random.below(5) + 1).map { _ in
          (0..<random.below(2) + 1).map { _ in Self.names[random.below(Self.names.count)] }.joined()
        }.map { Array($0.utf8) }
      ).map { String(decoding: $0, as: UTF8.self) }
      for student in students { try lay(student, in: root, &random) }
      let listed = Submissions.names(in: root).filter { !$0.hasPrefix(".") }
      var grades: [ClassGrades.Entry] = []
      let time = try processorTime {
        let all = Submissions(in: root, exercises: ["half", "root"]).all
        let exercises = Set(all.map(\.exercise))
        #expect(!exercises.isEmpty && all.count == listed.count * exercises.count, "case \(number)")
        for submission in all {
          var grade = Grade(exercise: submission.exercise)
          switch submission.answer {
          case .text(let text):
            let lines = text.withLineFeeds.split(separator: "\n", omittingEmptySubsequences: false)
              .enumerated().map {
                CodeLine(text: String($1), position: SourcePosition(file: "a.swift", line: $0 + 1))
              }
            _ = Planner.plan(
              lines, trials: [Trial(prelude: "", lines: [])], of: "a.swift", timeout: .seconds(1), modules: []
            )
          case .missing(let reason):
            grade.criteria = [Grade.Verdict(label: "one", says: "", points: 1, shortfall: .notGraded(reason))]
          }
          grades.append(ClassGrades.Entry(student: submission.student, grade: grade))
        }
        try Submissions(in: root, exercises: ["half", "root"]).copySources(to: root + "/.sources")
      }
      #expect(time < .seconds(10), "case \(number)")
      let rows = Self.rows(ClassGrades(grades: grades).csv)
      #expect(rows.count == grades.count + 1 && rows.allSatisfy { $0.count == 5 }, "case \(number): \(rows)")
      for (row, grade) in zip(rows.dropFirst(), grades) {
        let name = grade.student.printable
        let isKept = row[0] == Array(name.utf8) || row[0] == Array("'\(name)".utf8)
        #expect(isKept && !"=+-@".utf8.contains(row[0].first ?? 0), "case \(number): \(name)")
      }
    }
  }

  private func lay(_ student: String, in root: String, _ random: inout SeededNumbers) throws {
    for _ in 0..<random.below(3) {
      let path = "\(root)/\(student)/\(Self.places[random.below(Self.places.count)])"
      let parent = (path as NSString).deletingLastPathComponent
      try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      let pieces = (0..<random.below(8)).map { _ in Self.code[random.below(Self.code.count)] }
      var bytes = Array(pieces.joined().utf8)
      if random.below(8) == 0, !bytes.isEmpty { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      switch random.below(12) {
      case 0: try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      case 1: try? FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
      case 2: mkfifo(path, 0o600)
      default: _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
      }
    }
    // A student without any file.
    if random.below(6) == 0 {
      try? FileManager.default.createDirectory(
        atPath: "\(root)/\(student)", withIntermediateDirectories: true)
    }
    try? FileManager.default.createDirectory(atPath: "\(root)/zoe", withIntermediateDirectories: true)
  }

  /// The cells of a table after RFC 4180, read as bytes.
  private static func rows(_ csv: String) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    var bytes = Array(csv.utf8)[...]
    while let byte = bytes.popFirst() {
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if bytes.first == 0x22 {
          cell.append(bytes.removeFirst())
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22 where cell.isEmpty: isQuoted = true
      case 0x2C:
        rows[rows.count - 1].append(cell)
        cell = []
      case 0x0D where bytes.first == 0x0A:
        bytes.removeFirst()
        rows[rows.count - 1].append(cell)
        cell = []
        rows.append([])
      default: cell.append(byte)
      }
    }
    return rows.dropLast()
  }
}

import Foundation
import Testing

@testable import Exercises

@Suite("Every student is graded, and only submitted files are read")
struct SubmissionsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "class-\(UUID().uuidString)")
    .path

  /// The submissions of the student after `prepare` has changed the folder.
  private func answers(_ prepare: (String) throws -> Void) throws -> [Submissions.Answer] {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("honest", to: "ada/half.swift")
    try prepare(folder)
    return Submissions(in: folder, exercises: ["half", "root"]).all.filter { $0.student != "ada" }.map(
      \.answer)
  }

  private func write(_ text: String, to path: String) throws {
    let file = URL(fileURLWithPath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test(
    "an answer lies in one of four places",
    arguments: [
      "bob/half.swift", "bob/exercises/half.swift", "bob/half/Sources/Half/Answer.swift",
      "bob/exercises/half/Sources/Half/Answer.swift",
    ])
  func places(path: String) throws {
    #expect(try answers { _ in try write("code", to: path) } == [.text("code")])
  }

  @Test("an exercise counts for everybody as soon as one student has answered it")
  func asked() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("a", to: "ada/half.swift")
    try write("b", to: "bob/root.swift")
    let all = Submissions(in: folder, exercises: ["half", "root", "third"]).all
    #expect(all.map { "\($0.student) \($0.exercise)" } == ["ada half", "ada root", "bob half", "bob root"])
  }

  @Test("names that write an accent in two ways are two students")
  func accents() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("honest", to: "r\u{E9}mi/half.swift")
    try write("copied", to: "re\u{301}mi/half.swift")
    let all = Submissions(in: folder, exercises: ["half"]).all
    #expect(Set(all.map { Array($0.student.utf8) }).count == 2)
    for submission in all {
      #expect(submission.answer == .text(submission.student.utf8.count == 5 ? "honest" : "copied"))
    }
  }

  @Test(
    "a missing answer has a reason",
    arguments: [
      ("bob/halff.swift", "rename it to 'half.swift'"),
      ("bob/bob/half.swift", "lies too deep, at 'bob/bob/half.swift'"),
      ("bob/old/half/Sources/Half/Answer.swift", "lies too deep"),
      ("bob/notes.txt", "the folder holds 'notes.txt'"),
      ("bob.zip", "is a file; put it into a folder"), ("bob/.DS_Store", "the folder is empty"),
    ])
  func missing(path: String, reason: String) throws {
    let answers = try answers { _ in try write("code", to: path) }
    guard case .missing(let text) = answers.first, answers.count == 1 else {
      Issue.record("\(answers)")
      return
    }
    #expect(text.contains(reason))
  }

  /// Ways to hand in a file of somebody else, or an unreadable file.
  private static let tricks: [(name: String, reason: String, lay: @Sendable (String) throws -> Void)] = [
    ("a link to a neighbour", "symbolic link", { try link("../ada/half.swift", at: $0 + "/bob/half.swift") }),
    (
      "a link to a file of the system", "symbolic link",
      { try link("/etc/passwd", at: $0 + "/bob/half.swift") }
    ),
    ("a link to a neighbour's folder", "symbolic link", { try link("../ada", at: $0 + "/bob/exercises") }),
    ("a student's folder that is a link", "symbolic link", { try link("ada", at: $0 + "/bob") }),
    ("a link that leads nowhere", "symbolic link", { try link("nowhere", at: $0 + "/bob/half.swift") }),
    ("a link that leads to itself", "symbolic link", { try link("half.swift", at: $0 + "/bob/half.swift") }),
    (
      "a hard link", "hard link",
      {
        try makeFolder($0 + "/bob")
        try FileManager.default.linkItem(atPath: $0 + "/ada/half.swift", toPath: $0 + "/bob/half.swift")
      }
    ),
    (
      "a pipe", "it is a pipe, not a file",
      {
        try makeFolder($0 + "/bob")
        mkfifo($0 + "/bob/half.swift", 0o666)
      }
    ),
    ("a folder", "it is a folder", { try makeFolder($0 + "/bob/half.swift") }),
    (
      "a file of six thousand million bytes that takes no room", "larger than 1 MiB",
      {
        try makeFolder($0 + "/bob")
        _ = FileManager.default.createFile(atPath: $0 + "/bob/half.swift", contents: nil)
        truncate($0 + "/bob/half.swift", 6_000_000_000)
      }
    ),
    (
      "bytes that are no text", "not UTF-8",
      {
        try makeFolder($0 + "/bob")
        _ = FileManager.default.createFile(
          atPath: $0 + "/bob/half.swift", contents: Data([0xff, 0xfe, 0x00]))
      }
    ),
    ("an empty folder", "the folder is empty", { try makeFolder($0 + "/bob") }),
  ]

  @Test("a file that is not the student's own is not read", arguments: tricks.indices)
  func refused(_ index: Int) throws {
    let (name, reason, lay) = Self.tricks[index]
    let answers = try answers { try lay($0) }
    guard answers.count == 1, case .missing(let text) = answers[0] else {
      Issue.record("\(name): \(answers)")
      return
    }
    #expect(text.contains(reason), "\(name)")
  }

  @Test("names and values cannot move the terminal's cursor or turn the direction of writing")
  func printable() {
    #expect("\u{1b}[2Jx\u{202e}y\n".printable == "\\u{1b}[2Jx\\u{202e}y\\u{a}")
    #expect("Zoë 张三 👩‍🔬".printable == "Zoë 张三 👩‍🔬")
  }

  private static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private static func link(_ target: String, at path: String) throws {
    try makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }
}

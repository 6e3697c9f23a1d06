import ElementaryNumerics
import Caching
import Files
import Foundation
import Plan
import TestSupport
import Testing

@testable import Book
@testable import Runner

/// Faults of blocks by name, with the required outcome of each. Every fault ends by itself.
@Suite("Faults", .heavy)
struct FaultTests {
  @Test("each has its outcome, its line and its limit", arguments: BlockFault.all)
  func fault(_ fault: BlockFault) async throws {
    let options = fault.options.isEmpty ? "" : fault.options + "\n"
    let record = try await run("```swift-run\n\(options)\(fault.code)\n```")
    #expect(!record.isComplete)
    #expect(record.compilerErrors.isEmpty)
    let failure = try #require(record.failure)
    #expect(describe(failure.reason).hasPrefix(fault.outcome), "\(failure.reason)")
    if let line = fault.line {
      #expect(failure.position.line == line + (options.isEmpty ? 1 : 2), "\(failure.position)")
    }
  }

  @Test("processes in a session of their own also end with the chapter")
  func strays() async throws {
    let record = try await run(
      """
      ```swift-run
      import Foundation
      let fork = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      if fork() == 0 {
        setsid()
        if fork() == 0 {
          setsid()
          var own = getpid()
          write(ends[1], &own, 4)
          while true { sleep(1) }
        }
        _exit(0)
      }
      var stray: Int32 = 0
      read(ends[0], &stray, 4)
      stray
      ```
      """)
    let stray = try #require(record.values.values.compactMap { Int32($0.description) }.max())
    #expect(record.isComplete)
    #expect(stray > 1)
    #expect(ProcessTable.entry(of: stray)?.isDead ?? true)
  }

  @Test("every one of a thousand damaged cache entries is noticed")
  func damage() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "damage-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = ContentCache(folder: folder.path)
    let text = "{\"values\": [0.1, 0.2, 0.3]} ∑"
    cache.keep(text, "text", of: ["k"])
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let file = folder.appending(path: name)
    let sound = try Data(contentsOf: file)
    var generator = SplitMix64(seed: 1)
    for round in 0..<1000 {
      var bytes = sound
      if round.isMultiple(of: 10) {
        bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &generator))
      } else {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^=
          1 << UInt8.random(in: 0..<8, using: &generator)
      }
      try bytes.write(to: file)
      #expect(cache.value("text", of: ["k"], as: String.self) == nil)
    }
    try sound.write(to: file)
    #expect(cache.value("text", of: ["k"], as: String.self) == text)
  }

  @Test(
    "a declared input is part of the key, is in the folder of the run, and cannot be changed from there")
  func inputs() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "inputs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "data"), withIntermediateDirectories: true)
    let input = folder.appending(path: "data/numbers.txt")
    try Data("12".utf8).write(to: input)
    let plan = try plan(
      """
      ```swift-run
      //| inputs: data/numbers.txt
      import Foundation
      let text = try String(contentsOfFile: "data/numbers.txt", encoding: .utf8)
      try "99".write(toFile: "data/numbers.txt", atomically: false, encoding: .utf8)
      text
      ```
      """)
    let runner = try ChapterRunner(
      toolchain: #require(Toolchain.find()),
      library: #require(ModuleLibrary.besideProgram(CommandLine.arguments[0])),
      cache: ContentCache(folder: folder.path + "/cache"), folder: folder.path)
    let record = try await runner.run(plan)
    #expect(record.values.values.map(\.description) == ["12"])
    #expect(try String(contentsOf: input, encoding: .utf8) == "12")
    #expect(runner.keptRecord(of: plan) == record)
    try Data("13".utf8).write(to: input)
    #expect(runner.keptRecord(of: plan) == nil)
  }

  @Test(
    "an isolated block has no network, no other processes, and writes nowhere but in its folder",
    .enabled("blocks cannot be isolated here: no bubblewrap, or no user namespaces") {
      (try? await Sandbox.find()) != nil
    })
  func isolation() async throws {
    let sandbox = try await Sandbox.find()
    let outside = FileManager.default.temporaryDirectory.appending(path: "outside-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: outside) }
    let record = try await run(
      """
      ```swift-run
      import Foundation
      try "a".write(toFile: "here.txt", atomically: true, encoding: .utf8)
      let there = FileManager.default.createFile(atPath: "\(outside.path)/probe", contents: nil)
      let links = try String(contentsOfFile: "/proc/net/dev", encoding: .utf8).split(separator: "\\n").count - 2
      [there, links > 1, getpid() > 20]
      ```
      """, sandbox: sandbox)
    #expect(record.values.values.map(\.description) == ["[false, false, false]"], "\(record)")
    let trap = try await run("```swift-run\nfatalError(\"boom\")\n```", sandbox: sandbox)
    #expect(trap.failure?.reason == .trapped(message: "boom"))
  }

  @Test(
    "a block that cannot be linked under isolation has the errors of its code, or learns which paths are at fault",
    .enabled("blocks cannot be isolated here") { (try? await Sandbox.find()) != nil })
  func unlinked() async throws {
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let link = FileManager.default.temporaryDirectory.appending(path: "a library \(UUID().uuidString)")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: products)
    defer { try? FileManager.default.removeItem(at: link) }
    let runner = try await ChapterRunner(
      toolchain: #require(Toolchain.find()), library: #require(ModuleLibrary(in: link.path)),
      cache: nil, sandbox: Sandbox.find())
    let wrong = try await runner.run(plan("```swift-run\nlet x: Int = \"a\"\n```"))
    let message = "cannot convert value of type 'String' to specified type 'Int'"
    #expect(wrong.compilerErrors.map(\.message) == [message])
    let right = try await runner.run(plan("```swift-run\nlet x = 1\n```")).compilerErrors
    #expect(right.first?.message.contains("must not contain spaces") == true, "\(right)")
  }

  @Test(
    "an isolated block sees nothing of a book among the system's programs",
    .enabled("blocks cannot be isolated here") { (try? await Sandbox.find()) != nil })
  func hidden() async throws {
    let body = """
      ```swift-run
      import Foundation
      try FileManager.default.contentsOfDirectory(atPath: "/usr/share").isEmpty
      ```
      """
    let sandbox = try await Sandbox.find()
    let shown = try await run(body, sandbox: sandbox)
    #expect(shown.values.values.map(\.description) == ["false"])
    let hidden = try await run(body, sandbox: sandbox.hiding(["/usr/share/", "/nowhere"]))
    #expect(hidden.values.values.map(\.description) == ["true"], "\(hidden)")
  }

  @Test(
    "files that an isolated block keeps in memory count as memory",
    .enabled("blocks cannot be isolated here") { (try? await Sandbox.find()) != nil },
    arguments: ["/tmp", "/dev/shm"])
  func temporaryFiles(folder: String) async throws {
    let record = try await run(
      """
      ```swift-run
      //| memory: 150
      import Foundation
      for n in 0..<80 {
        FileManager.default.createFile(atPath: "\(folder)/\\(n)", contents: Data(repeating: 1, count: 3 << 20))
      }
      sleep(20)
      ```
      """, sandbox: try await Sandbox.find())
    #expect(record.failure?.reason == .exceeded(.memory, limit: 150))
  }

  @Test("folders too deep for a path are removed, and so are unreadable ones")
  func deepFolders() throws {
    let top = FileManager.default.temporaryDirectory.appending(path: "deep-\(UUID().uuidString)").path
    mkdir(top, 0o700)
    var place = open(top, O_RDONLY | O_DIRECTORY)
    for _ in 0..<2000 {
      mkdirat(place, "a-folder", 0o700)
      let next = openat(place, "a-folder", O_RDONLY | O_DIRECTORY)
      close(place)
      place = next
    }
    close(openat(place, "a-file", O_CREAT | O_WRONLY, 0o600))
    fchmod(place, 0)
    close(place)
    ScratchFolder.remove(top)
    #expect(!FileManager.default.fileExists(atPath: top))
  }

  @Test("links that a program leaves among its kept files are not followed")
  func keptLinks() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/memos", withIntermediateDirectories: true)
    try Data("secret".utf8).write(to: URL(fileURLWithPath: folder + "/secret"))
    symlink("../../secret", folder + "/memos/0")
    symlink("../secret", folder + "/memos/1")
    symlink("..", folder + "/memos/2")
    mkfifo(folder + "/memos/3", 0o600)
    for path in ["memos/0", "memos/1", "memos/2/secret", "memos/3", "memos"] {
      #expect(FileDoor.text(path, writtenIn: folder) == "", "\(path)")
    }
    #expect(FileDoor.text("secret", writtenIn: folder) == "secret")
  }

  @Test("a backtrace and last words that the program forged are read in time")
  func endlessWords() {
    let time = processorTime {
      let words = String(repeating: "Swift runtime failure: \r in ", count: 200_000)
      _ = Backtrace(words, chapter: "c.md", program: HostileEventsTests.plan.program)
      _ = Backtrace(
        words.replacing(" in ", with: "\n"), chapter: "c.md", program: HostileEventsTests.plan.program)
      _ = TrapMessage.find(in: String(repeating: ": Fatal error: \r", count: 300_000))
    }
    #expect(time < .seconds(60))
  }

  private func describe(_ reason: RunFailure.Reason) -> String {
    switch reason {
    case .exceeded(let resource, let limit): "exceeded(\(resource), \(limit))"
    case .timedOut(let seconds): "timedOut(\(seconds))"
    case .trapped(let message): "trapped(\(message))"
    case .exited(let code): "exited(\(code))"
    case .killed(let signal): "killed(\(signal))"
    case .threw: "threw"
    case .wroteTooMuch: "wroteTooMuch"
    case .reportedTooMuch: "reportedTooMuch"
    case .recordRefused: "record refused"
    case .lost: "lost"
    }
  }

  private func run(_ body: String, sandbox: Sandbox? = nil) async throws -> RunRecord {
    let runner = try ChapterRunner(
      toolchain: #require(Toolchain.find()),
      library: #require(ModuleLibrary.besideProgram(CommandLine.arguments[0])),
      cache: nil, sandbox: sandbox)
    return try await runner.run(plan(body))
  }

  private func plan(_ body: String) throws -> BuildPlan {
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(text: body, path: "c.md", slug: "c", &diagnostics)
    let settings = BookSettings(title: "T", summary: "", language: "en", modules: [], sources: [])
    let (plan, problems) = Planner.plan(chapter, settings: settings)
    #expect(problems.isEmpty, "\(problems)")
    return plan
  }
}

import ElementaryNumerics
import Foundation
import TestSupport
import Testing

/// Whether to try every fault often enough to be sure, instead of a few times: `GALLEY_FAULTS=all`.
let triesEverything = ProcessInfo.processInfo.environment["GALLEY_FAULTS"] == "all"

/// Readers always see the complete old site or the complete new one, even if a build is killed.
@Suite("Whole sites", .heavy(.seconds(triesEverything ? 7200 : 1200)))
struct WholenessTests {
  private static func chapter(_ edition: Int) -> String {
    CommandTests.good.replacing("A chapter", with: "Edition \(edition)").replacing(
      "//| label: answer\n", with: "")
      + "\n## Section \(edition)\n"
  }

  @Test("a build that is killed at any moment leaves a whole site and no permanent rubbish")
  func killed() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter(0), "02-b.md": Self.chapter(0)])
    let start = ContinuousClock.now
    #expect(try book.galley("build").status == 0)
    let duration = (ContinuousClock.now - start) / .microseconds(1)
    var editions: [[String: Data]] = [try book.files(below: "site/public")]
    let last = triesEverything ? 200 : 12
    var generator = SplitMix64(seed: 1)
    for edition in 1...last {
      for name in ["01-a.md", "02-b.md"] { try book.write(name, Self.chapter(edition)) }
      let process = try book.start("build")
      usleep(UInt32.random(in: 1_000...UInt32(duration * 1.1), using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let site = try book.files(below: "site/public")
      if editions.contains(site) { continue }
      // This is not the old site, so it must be the complete new one.
      #expect(try book.galley("build").status == 0)
      let new = try book.files(below: "site/public")
      #expect(site == new)
      editions.append(new)
    }
    #expect(try book.galley("build").status == 0)
    let pages = try book.files(below: "site/public").filter { $0.key.hasSuffix(".html") }
    let newest = pages.values.filter { String(decoding: $0, as: UTF8.self).contains("Edition \(last)") }
    #expect(newest.count == pages.count)
    let beside = try FileManager.default.contentsOfDirectory(atPath: book.root.path + "/site")
    #expect(beside == ["public"])
  }

  @Test("the next build removes the remains of a killed build, even if it has nothing to write")
  func leftovers() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter(1)])
    #expect(try book.galley("build").status == 0)
    // No process has this number: the largest on Linux is smaller.
    let left = book.root.appending(path: "site/.public-staging-99999999-A")
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
    #expect(try book.galley("build").status == 0)
    #expect(!book.exists("site/.public-staging-99999999-A"))
  }

  @Test("simultaneous builds all succeed and leave one site")
  func parallel() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter(1)])
    let processes = try (0..<(triesEverything ? 50 : 6)).map { _ in try book.start("build") }
    for process in processes { process.waitUntilExit() }
    #expect(processes.allSatisfy { $0.terminationStatus == 0 })
    let site = try book.files(below: "site/public")
    #expect(try book.galley("build").status == 0)
    #expect(try book.files(below: "site/public") == site)
    #expect(try FileManager.default.contentsOfDirectory(atPath: book.root.path + "/site") == ["public"])
  }

  @Test("a file in place of the site, and a folder that is not a site, are reported and not changed")
  func foreign() throws {
    let book = try TemporaryBook(["01-a.md": Self.chapter(1)])
    try FileManager.default.createDirectory(
      at: book.root.appending(path: "mine"), withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: book.root.appending(path: "mine/letter.txt"))
    let folder = try book.galley("build", "--output", "mine")
    #expect(folder.status == 2)
    #expect(try book.read("mine/letter.txt") == "mine")
    #expect(try book.galley("build", "--output", "mine/letter.txt/site").status == 2)
    #expect(try book.read("mine/letter.txt") == "mine")
  }

  @Test("a chapter ends with the program that runs it, even if that is killed")
  func interrupted() async throws {
    for end in [SIGINT, SIGTERM, SIGKILL] {
      let book = try TemporaryBook([:])
      let marker = book.root.appending(path: "process.txt").path
      try book.write(
        "01-a.md",
        """
        # A

        ```swift-run
        import Foundation
        try "\\(getpid())".write(toFile: "\(marker)", atomically: true, encoding: .utf8)
        while true { sleep(1) }
        ```
        """)
      let process = try book.start("check")
      var chapter: Int32?
      _ = try await eventually {
        chapter = (try? String(contentsOfFile: marker, encoding: .utf8)).flatMap { Int32($0) }
        return chapter != nil
      }
      let running = try #require(chapter)
      kill(process.processIdentifier, end)
      process.waitUntilExit()
      if end == SIGKILL {
        // No process was left to clean up; the next run does it.
        try book.write("01-a.md", "# A\n\n```swift-run\n1\n```\n")
        #expect(try book.galley("check").status == 0)
      }
      #expect(try await eventually { kill(running, 0) != 0 || isZombie(running) }, "after signal \(end)")
    }
  }

  private func isZombie(_ process: Int32) -> Bool {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text?.split(separator: ")").last?.split(separator: " ").first == "Z"
  }
}

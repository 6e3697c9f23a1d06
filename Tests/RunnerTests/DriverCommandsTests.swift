import Caching
import Foundation
import Synchronization
import Testing

@testable import Runner

@Suite("The compiler is called without its driver")
struct DriverCommandsTests {
  private static let answer = """
    /swift/swift-frontend -c /book/run-1/main.swift -o /var/TemporaryDirectory.aB1/main-1.o
    /swift/clang @/var/TemporaryDirectory.aB1/main.autolink -o /book/run-1/chapter
    """

  @Test("the driver is asked once, and its answer is repeated in any folder")
  func repeated() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "commands-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let questions = Mutex(0)
    for cache in [nil, ContentCache(folder: folder.path), ContentCache(folder: folder.path)] {
      let commands = DriverCommands(cache: cache)
      for (name, surroundings) in [("/book/run-1", "a"), ("/book/run-2", "a"), ("/book/run-1", "b")] {
        let found = await commands.commands(
          for: ["swiftc", name + "/main.swift"], in: name, surroundings: [surroundings]
        ) {
          questions.withLock { $0 += 1 }
          return Self.answer.replacing("/book/run-1", with: name)
        }
        #expect(
          found == [
            ["/swift/swift-frontend", "-c", name + "/main.swift", "-o", name + "/main-1.o"],
            ["/swift/clang", "@\(name)/main.autolink", "-o", name + "/chapter"],
          ])
      }
    }
    // Two surroundings: twice without a cache, twice for the first with one, never again.
    #expect(questions.withLock { $0 } == 4)
  }

  @Test(
    "an answer that cannot be repeated is not used",
    arguments: [
      "/swift/frontend 'a b' /book/run-1/main.swift", "/swift/frontend a\\ b /book/run-1/main.swift",
      "/swift/frontend /private/book2/run-1/main.swift /book/run-1/chapter", "/swift/frontend", "",
    ])
  func unusable(answer: String) {
    #expect(FolderMark.generalized(answer, folder: "/book/run-1") == nil)
  }
}

import Caching
import Foundation
import Synchronization
import Testing

@testable import Runner

@Suite("The linker is called without its driver")
struct LinkerCommandsTests {
  /// What the compiler's driver would call in `folder`.
  private static func commands(in folder: String) -> [[String]] {
    [
      ["/swift/swift-frontend", "-c", folder + "/main.swift", "-o", folder + "/main-1.o"],
      ["/swift/swift-autolink-extract", folder + "/main-1.o", "-o", folder + "/main.autolink"],
      ["/swift/clang", folder + "/main-1.o", "@\(folder)/main.autolink", "-o", folder + "/chapter"],
    ]
  }

  private static func linker(in folder: String) -> [String] {
    ["/swift/ld.lld", folder + "/main-1.o", "-lswiftCore", "-o", folder + "/chapter"]
  }

  /// The answer of clang to `-###`.
  private static func answer(in folder: String) -> String {
    "clang version 21\n \"" + linker(in: folder).joined(separator: "\" \"") + "\"\n"
  }

  @Test("the long way is gone once for each set of imports, and its end is repeated in any folder")
  func repeated() async throws {
    let folders = try (1...3).map { _ in try Self.folder(libraries: "-lswiftCore\n") }
    defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
    let cache = ContentCache(folder: folders[2] + "/cache")
    let first = "import Notebook\n" + "let a = 1"
    let linkers = LinkerCommands(cache: cache)
    #expect(
      linkers.shortened(Self.commands(in: folders[0]), of: first, in: folders[0], surroundings: ["6.3"])
        == nil)

    let asked = Mutex<[[String]]>([])
    await linkers.learn(from: Self.commands(in: folders[0]), of: first, in: folders[0], surroundings: ["6.3"])
    { command in
      asked.withLock { $0.append(command) }
      return Self.answer(in: folders[0])
    }
    #expect(
      asked.withLock { $0 } == [
        ["/swift/clang", folders[0] + "/main-1.o", "-lswiftCore", "-o", folders[0] + "/chapter", "-###"]
      ])
    // Another program with the same imports, also in another run of galley.
    let second = "import Notebook\n" + "let b = 2"
    for linkers in [linkers, LinkerCommands(cache: cache)] {
      let commands = Self.commands(in: folders[1])
      #expect(
        linkers.shortened(commands, of: second, in: folders[1], surroundings: ["6.3"])
          == [commands[0], Self.linker(in: folders[1])])
      // Other imports may bring other libraries.
      let third = "import Notebook\n" + "import Foundation\nlet c = 3"
      #expect(linkers.shortened(commands, of: third, in: folders[1], surroundings: ["6.3"]) == nil)
      // So may another compiler.
      #expect(linkers.shortened(commands, of: second, in: folders[1], surroundings: ["6.4"]) == nil)
    }
  }

  @Test(
    "an answer that cannot be repeated is not used, and asked for once",
    arguments: [
      "", "clang: error: no such file", " \"/swift/ld.lld\" \"/a folder/main-1.o\"", " /swift/ld.lld -o a",
    ])
  func unusable(answer: String) async throws {
    let folder = try Self.folder(libraries: "-lswiftCore")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let program = "import Notebook\n" + "let a = 1"
    let linkers = LinkerCommands(cache: nil)
    let questions = Mutex(0)
    for _ in 1...2 {
      await linkers.learn(from: Self.commands(in: folder), of: program, in: folder, surroundings: []) { _ in
        questions.withLock { $0 += 1 }
        return answer
      }
      #expect(linkers.shortened(Self.commands(in: folder), of: program, in: folder, surroundings: []) == nil)
    }
    #expect(questions.withLock { $0 } == 1)
  }

  @Test("commands of another kind are left as they are")
  func otherCommands() async throws {
    let program = "import Notebook\n" + "let a = 1"
    let linkers = LinkerCommands(cache: nil)
    let commands = [["/swift/swift-frontend", "/x/main.swift"], ["/usr/bin/ld", "/x/main-1.o"]]
    await linkers.learn(from: commands, of: program, in: "/x", surroundings: []) { _ in
      Issue.record("nothing has to be asked")
      return nil
    }
    #expect(linkers.shortened(commands, of: program, in: "/x", surroundings: []) == nil)
  }

  private static func folder(libraries: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "linker-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try libraries.write(toFile: path + "/main.autolink", atomically: true, encoding: .utf8)
    return path
  }
}

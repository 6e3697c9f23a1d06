import Files
import Foundation
import Testing

@Suite("One door for files")
final class FileDoorTests {
  /// `root/book/…` with a secret beside the book.
  private let root = FileManager.default.temporaryDirectory.appending(path: "door-\(UUID().uuidString)").path
  private var book: String { root + "/book" }

  private func lay(_ name: String, _ text: String = "text") throws {
    let url = URL(fileURLWithPath: root).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(book)/\(name)", withDestinationPath: target)
  }

  private func problem(_ name: String, _ links: FileDoor.Links = .inside, limit: Int = 1000) -> FileProblem? {
    FileDoor(book, links: links).problem(with: name, atMost: limit)
  }

  init() throws {
    try lay("book/a.txt", "one")
    try lay("book/sub/b.txt", "two")
    try lay("secret.txt", "SECRET")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  @Test("a regular file below the folder is read")
  func regular() throws {
    #expect(try FileDoor(book).read("a.txt", atMost: 3) == Data("one".utf8))
    #expect(try FileDoor(book).read("./sub//b.txt", atMost: 1000) == Data("two".utf8))
    #expect(try FileDoor(book, links: .nowhere).read("sub/b.txt", atMost: 1000) == Data("two".utf8))
    #expect(try FileDoor.read(path: book + "/a.txt", atMost: 1000) == Data("one".utf8))
  }

  @Test("anything but a regular file is an error, and reading it does not block")
  func kinds() throws {
    #expect(mkfifo(book + "/pipe", 0o600) == 0)
    try link("zero", to: "/dev/zero")
    for links in [FileDoor.Links.nowhere, .inside] {
      #expect(problem("pipe", links) == .notAFile(.pipe))
      #expect(problem("sub", links) == .notAFile(.folder))
      #expect(problem("none", links) == .missing)
      #expect(problem("a.txt/b", links) == .missing)
    }
    #expect(problem("zero", .anywhere) == .notAFile(.device))
    #expect(throws: FileProblem.notAFile(.pipe)) { try FileDoor.read(path: book + "/pipe", atMost: 9) }
  }

  @Test("the size is checked before anything is read")
  func size() throws {
    #expect(problem("a.txt", limit: 2) == .tooLarge(limit: 2))
    let sparse = open(book + "/sparse", O_WRONLY | O_CREAT, 0o600)
    #expect(ftruncate(sparse, 6 << 30) == 0)
    close(sparse)
    #expect(problem("sparse", limit: 1 << 20) == .tooLarge(limit: 1 << 20))
  }

  #if os(Linux)
    @Test("a file that claims to be empty but has content is cut off")
    func endless() throws {
      try link("maps", to: "/proc/self/status")
      #expect(throws: FileProblem.tooLarge(limit: 100)) {
        try FileDoor(book, links: .anywhere).read("maps", atMost: 100)
      }
    }
  #endif

  @Test("links inside the folder are followed, links in submissions are not")
  func links() throws {
    try link("in.txt", to: "sub/b.txt")
    try link("out.txt", to: "../secret.txt")
    try link("absolute.txt", to: root + "/secret.txt")
    try link("folder", to: "..")
    try link("self", to: ".")
    try link("loop", to: "loop")
    #expect(try FileDoor(book).read("in.txt", atMost: 1000) == Data("two".utf8))
    #expect(try FileDoor(book).read("self/a.txt", atMost: 1000) == Data("one".utf8))
    for name in [
      "out.txt", "absolute.txt", "folder/secret.txt", "../secret.txt", "/etc/hostname", "a\0b", "",
    ] {
      #expect(problem(name) == .outside, "\(name)")
    }
    #expect(problem("self") == .notAFile(.folder))
    #expect(problem("loop") != nil)
    for name in ["in.txt", "out.txt", "loop", "self"] {
      #expect(problem(name, .nowhere) == .link(at: name), "\(name)")
    }
    try link("sub/up", to: "..")
    #expect(problem("self/a.txt", .nowhere) == .link(at: "self"))
    #expect(problem("sub/up/secret.txt", .nowhere) == .link(at: "sub/up"))
    try FileManager.default.linkItem(atPath: book + "/a.txt", toPath: book + "/hard.txt")
    #expect(problem("hard.txt", .nowhere) == .hardLink)
    #expect(problem("hard.txt") == nil)
    #expect(try FileDoor(book, links: .anywhere).read("out.txt", atMost: 9) == Data("SECRET".utf8))
  }

  @Test("a listing stays inside the folder and ends")
  func listing() throws {
    try link("folder", to: "..")
    try link("round", to: "sub")
    try link("sub/up", to: "..")
    #expect(FileDoor(book).files()?.map(\.name) == ["a.txt", "folder", "round/b.txt", "sub/b.txt"])
    #expect(FileDoor(book).files(below: "sub")?.map(\.name) == ["sub/b.txt"])
    #expect(FileDoor(book).files(below: "folder") == nil)
    #expect(
      FileDoor(book, links: .nowhere).files()?.map(\.name) == [
        "a.txt", "folder", "round", "sub/b.txt", "sub/up",
      ])
    #expect(FileDoor(book + "/none").files()?.map(\.name) == nil)
  }

  @Test("a copy holds the bytes that were read, and never overwrites a file")
  func copy() throws {
    try FileDoor(book).copy("sub/b.txt", to: root + "/copy", atMost: 1000)
    #expect(try Data(contentsOf: URL(fileURLWithPath: root + "/copy")) == Data("two".utf8))
    #expect(throws: (any Error).self) { try FileDoor(book).copy("a.txt", to: root + "/copy", atMost: 1000) }
    #expect(throws: FileProblem.outside) {
      try FileDoor(book).copy("../secret.txt", to: root + "/other", atMost: 1000)
    }
  }
}

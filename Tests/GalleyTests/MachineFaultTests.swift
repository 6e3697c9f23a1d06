import Foundation
import TestSupport
import Testing

/// Faults of the machine: the old site stays complete, and the message gives a remedy.
@Suite("Faults of the machine", .heavy)
struct MachineFaultTests {
  private static let old = "# Old\n\n```swift-run\n1 + 1  // == 2\n```\n"
  private static let new = "# New\n\n```swift-run\n1 + 2  // == 3\n```\n"
  private static let needsRoot: Comment = "no small file system can be mounted here: that takes root"

  private func expectOldSite(of book: TemporaryBook, _ site: [String: Data]) throws {
    #expect(try book.files(below: "site/public") == site)
    let beside = try FileManager.default.contentsOfDirectory(atPath: book.root.path + "/site")
    #expect(beside.filter { $0 != "filler" } == ["public"])
  }

  @Test("a full disk leaves the old site", .enabled(needsRoot) { SmallDisk.isPossible })
  func fullDisk() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let disk = try SmallDisk(at: book.root.path + "/site", kibibytes: 8192)
    #expect(try book.galley("build").status == 0)
    let site = try book.files(below: "site/public")
    try disk.fill()
    try book.write("01-a.md", Self.new)
    let result = try book.galley("build")
    #expect(result.status == 2)
    #expect(
      result.errors.contains("There isn’t enough space.; choose another '--output'"), "\(result.errors)")
    try expectOldSite(of: book, site)
    try FileManager.default.removeItem(atPath: disk.path + "/filler")
    #expect(try book.galley("build").status == 0)
    #expect(try book.read("site/public/a.html").contains("<h1>New"))
  }

  @Test("a read-only folder leaves the old site", .enabled(needsRoot) { SmallDisk.isPossible })
  func readOnly() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let disk = try SmallDisk(at: book.root.path + "/site", kibibytes: 8192)
    #expect(try book.galley("build").status == 0)
    let site = try book.files(below: "site/public")
    #expect(disk.makeReadOnly())
    try book.write("01-a.md", Self.new)
    let result = try book.galley("build")
    #expect(result.status == 2)
    #expect(result.errors.contains("The volume is read only.; choose another '--output'"), "\(result.errors)")
    try expectOldSite(of: book, site)
  }

  @Test("without room for cached results only time is lost", .enabled(needsRoot) { SmallDisk.isPossible })
  func fullCache() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let disk = try SmallDisk(at: book.root.path + "/.build/galley/cache", kibibytes: 64)
    try disk.fill()
    for _ in 0..<2 { #expect(try book.galley("build").status == 0) }
    #expect(try book.read("site/public/a.html").contains("<h1>Old"))
  }

  @Test("a lack of room for temporary files is reported", .enabled(needsRoot) { SmallDisk.isPossible })
  func fullTemporaryFolder() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    #expect(try book.galley("build").status == 0)
    let site = try book.files(below: "site/public")
    let disk = try SmallDisk(at: book.root.path + "/temporary", kibibytes: 64)
    try disk.fill()
    try book.write("01-a.md", Self.new)
    let result = try book.galley("build", environment: ["TMPDIR": disk.path])
    #expect(result.status != 0)
    #expect(!result.errors.isEmpty)
    try expectOldSite(of: book, site)
  }

  @Test("with a file in place of the cache folder only time is lost")
  func blockedCache() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let folder = book.root.path + "/.build/galley"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("no folder".utf8).write(to: URL(fileURLWithPath: folder + "/cache"))
    for _ in 0..<2 { #expect(try book.galley("build").status == 0) }
    #expect(try book.read("site/public/a.html").contains("<h1>Old"))
  }

  @Test("a clock that was set back or forward changes nothing", arguments: [-1e9, -86_400, 86_400, 1e9])
  func clock(seconds: Double) throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    #expect(try book.galley("build").status == 0)
    let time = Date.now.addingTimeInterval(seconds)
    // Cached results look older or younger than they are, and so does another chapter of the same size.
    let files = FileManager.default.enumerator(atPath: book.root.path)?.allObjects as? [String] ?? []
    try book.write("01-a.md", Self.old.replacing("1 + 1", with: "1 + 2"))
    for file in files where !file.hasSuffix(".txt") {
      try FileManager.default.setAttributes(
        [.modificationDate: time], ofItemAtPath: book.root.appending(path: file).path)
    }
    let changed = try book.galley("check")
    #expect(changed.status == 1, "\(changed.output)")
    #expect(changed.output.contains("1 failed"))
    try book.write("01-a.md", Self.old)
    #expect(try book.galley("why", "01-a").output.contains("nothing would run"))
  }

  @Test("without a compiler on the PATH the message says what is missing")
  func noCompiler() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let result = try book.galley("build", environment: ["PATH": "/nowhere"])
    #expect(result.status != 0)
    #expect(result.errors.contains("there is no 'swiftc' on the PATH"), "\(result.errors)")
    #expect(!book.exists("site"))
  }

  @Test("the home folder need not exist")
  func noHome() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let result = try book.galley("build", environment: ["HOME": "/nowhere"])
    #expect(result.status == 0, "\(result.errors)")
  }
}

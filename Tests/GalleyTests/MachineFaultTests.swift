import Foundation
import TestSupport
import Testing

/// What a machine may do wrong: the old site stays whole, and the message says what to do.
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

  @Test("a folder that can only be read leaves the old site", .enabled(needsRoot) { SmallDisk.isPossible })
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

  @Test("no room to keep results costs time and nothing else", .enabled(needsRoot) { SmallDisk.isPossible })
  func fullCache() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let disk = try SmallDisk(at: book.root.path + "/.build/galley/cache", kibibytes: 64)
    try disk.fill()
    for _ in 0..<2 { #expect(try book.galley("build").status == 0) }
    #expect(try book.read("site/public/a.html").contains("<h1>Old"))
  }

  @Test("no room for temporary files is told", .enabled(needsRoot) { SmallDisk.isPossible })
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

  @Test("a file where results are kept costs time and nothing else")
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
    // What was kept looks older or younger than it is, and so does a chapter of the same size that is another.
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

  @Test("without a compiler on the path it is said what is missing")
  func noCompiler() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let result = try book.galley("build", environment: ["PATH": "/nowhere"])
    #expect(result.status != 0)
    #expect(result.errors.contains("there is no 'swiftc' on the PATH"), "\(result.errors)")
    #expect(!book.exists("site"))
  }

  @Test("a home folder that is not there is not needed")
  func noHome() throws {
    let book = try TemporaryBook(["01-a.md": Self.old])
    let result = try book.galley("build", environment: ["HOME": "/nowhere"])
    #expect(result.status == 0, "\(result.errors)")
  }
}

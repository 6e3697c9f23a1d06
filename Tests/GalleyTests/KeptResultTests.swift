import Foundation
import TestSupport
import Testing

@Suite("Kept results", .heavy)
struct KeptResultTests {
  /// A chapter whose slow part adds a letter to a file each time it really runs.
  private func chapter(_ call: String, count: String = "3", later: String = "slow.count // == 3") -> String {
    """
    # A

    ```swift-run
    import Foundation
    let count = \(count)
    func leaveLetter() throws {
      let path = "FOLDER/letters"
      let before = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      try (before + "x").write(toFile: path, atomically: true, encoding: .utf8)
    }
    ```

    ```swift-run
    let slow = try \(call) { () -> [Double] in
      try leaveLetter()
      return (0..<count).map { 0.1 * Double($0) }
    }
    ```

    ```swift-run
    \(later)
    ```

    """
  }

  private func write(_ text: String, to book: TemporaryBook) throws {
    try book.write("01-a.md", text.replacing("FOLDER", with: book.root.path))
  }

  @Test("a memo survives edits of later blocks, comments and prose, and no edit of what comes before it")
  func memo() throws {
    let book = try TemporaryBook([:])
    try write(chapter("memo(\"slow\")"), to: book)
    #expect(try book.galley("check").status == 0)
    #expect(try book.read("letters") == "x")
    try write(chapter("memo(\"slow\")", later: "slow[1] // ≈ 0.1\nslow.reduce(0, +) // ≈ 0.3"), to: book)
    #expect(try book.galley("check").status == 0)
    #expect(try book.read("letters") == "x")
    try write(
      chapter("memo(\"slow\")", count: "3 // three").replacing("# A", with: "# B\n\nProse."), to: book)
    #expect(try book.galley("check").status == 0)
    #expect(try book.read("letters") == "x")
    try write(chapter("memo(\"slow\")", count: "4"), to: book)
    #expect(try book.galley("check").status == 1)
    #expect(try book.read("letters") == "xx")
    #expect(try book.galley("check", "--fresh").status == 1)
    #expect(try book.read("letters") == "xxx")
  }

  @Test("a memo of a chapter that fails later is kept, and a memo of other inputs is not used")
  func memoInputs() throws {
    let book = try TemporaryBook([:])
    try write(chapter("memo(\"slow\", 1)", later: "fatalError(\"later\")"), to: book)
    #expect(try book.galley("check").status == 1)
    try write(chapter("memo(\"slow\", 1)"), to: book)
    #expect(try book.galley("check").status == 0)
    #expect(try book.read("letters") == "x")
    let twice = chapter("memo(\"slow\", ProcessInfo.processInfo.environment.count > 0 ? 2 : 1)")
    try write(twice, to: book)
    #expect(try book.galley("check").status == 0)
    #expect(try book.read("letters") == "xx")
  }

  @Test("a record is made once, used by every other command, and refused when its code has changed")
  func record() throws {
    let book = try TemporaryBook([:])
    try write(chapter("recorded(\"slow\")"), to: book)
    let missing = try book.galley("check")
    #expect(missing.status == 1)
    #expect(
      missing.errors.contains(
        "01-a.md:14:1: error: no record can be used: slow: there is none; make it with 'galley record 01-a'"
      ))
    #expect(try book.galley("record", "01-a").status == 0)
    #expect(try book.read("letters") == "x")
    let text = try book.read("Chapters/records/01-a/slow.json")
    #expect(text.contains("\"value\": [\n    0, 0.1, 0.2\n  ]"))
    #expect(text.contains("\"compiler\": \"Swift version"))
    #expect(try book.galley("build").status == 0)
    #expect(try book.read("site/public/a.html").contains("Taken from a record made by this code"))
    #expect(try book.read("letters") == "x")

    try write(chapter("recorded(\"slow\")", count: "1 + 2"), to: book)
    let stale = try book.galley("check")
    #expect(stale.status == 1)
    #expect(stale.errors.contains("slow: the code of block 1 changed"))
    #expect(try book.read("letters") == "x")
  }

  @Test("a record stays valid while unrelated blocks, calls in the prose and claims are added or changed")
  func unused() throws {
    let book = try TemporaryBook([:])
    let text = chapter("recorded(\"slow\")")
    try write(text, to: book)
    #expect(try book.galley("record", "01-a").status == 0)
    let first = "```swift-run\nlet other = [1, 2].shuffled().count\n```\n\nIt is `{swift} abs(other)`.\n\n"
    try write(
      text.replacing("# A\n\n", with: "# A\n\n" + first)
        .replacing("let slow =", with: "claim(\"three\") { count == 3 }\nlet slow ="), to: book)
    let result = try book.galley("check")
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.errors.contains("warning"))
  }

  @Test("a record of an earlier version of a module is used with a warning, and the page says so")
  func earlierModule() throws {
    let book = try TemporaryBook([:])
    try write(chapter("recorded(\"slow\")"), to: book)
    #expect(try book.galley("record", "01-a").status == 0)
    let path = "records/01-a/slow.json"
    let text = try book.read("Chapters/" + path)
    try book.write(
      path, text.replacing(/"module:BookModules": "[0-9a-f]+"/, with: #""module:Optimizers": "0""#))
    let result = try book.galley("build")
    #expect(result.status == 0)
    #expect(
      result.errors.contains(
        "warning: the record 'slow' was recorded with an earlier version of Optimizers; run 'galley check --rerun'"
      ))
    #expect(try book.read("site/public/a.html").contains(", recorded with an earlier version of Optimizers"))
    #expect(try book.galley("check", "--rerun").status == 0)
  }

  @Test("a forged record is noticed when it is made again, and a damaged one at once")
  func tampering() throws {
    let book = try TemporaryBook([:])
    try write(chapter("recorded(\"slow\", spread: 0.01)"), to: book)
    #expect(try book.galley("record", "01-a").status == 0)
    #expect(try book.galley("check", "--rerun").status == 0)
    let path = "records/01-a/slow.json"
    let text = try book.read("Chapters/" + path)
    try book.write(path, text.replacing("0, 0.1, 0.2", with: "0, 0.105, 0.2"))
    #expect(try book.galley("check", "--rerun").status == 0)
    try book.write(path, text.replacing("0, 0.1, 0.2", with: "0, 0.12, 0.2"))
    #expect(try book.galley("check").status == 0)
    let rerun = try book.galley("check", "--rerun")
    #expect(rerun.status == 1)
    #expect(rerun.errors.contains("the value[1] was 0.12 and is 0.1; the declared spread is 0.01"))
    try book.write(path, String(text.dropLast(20)))
    let damaged = try book.galley("check")
    #expect(damaged.status == 1)
    #expect(damaged.errors.contains("slow: the file is damaged"))
  }

  @Test("a record can be made again only from the same data")
  func data() throws {
    let book = try TemporaryBook([:])
    let reading = """
      # A

      ```swift-run
      import Foundation
      let text = try recorded("text", data: ["toy"]) {
        let folder = ProcessInfo.processInfo.environment["GALLEY_DATA"] ?? "nowhere"
        return try String(contentsOfFile: folder + "/toy/a.txt", encoding: .utf8).count
      }
      text // == 5
      ```

      """
    try book.write("01-a.md", reading)
    let folder = book.root.appending(path: "data/toy")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("hello".utf8).write(to: folder.appending(path: "a.txt"))
    #expect(try book.galley("record", "01-a").status == 1)
    #expect(!book.exists("Chapters/records/01-a/text.json"))
    #expect(try book.galley("record", "01-a", "--data", "data").status == 0)
    #expect(try book.galley("check").status == 0)
    try Data("holla".utf8).write(to: folder.appending(path: "a.txt"))
    #expect(try book.galley("check").status == 0)
    let rerun = try book.galley("check", "--rerun", "--data", "data")
    #expect(rerun.status == 1)
    #expect(rerun.errors.contains("the data 'toy' differ from the data it was made from"))
  }
}

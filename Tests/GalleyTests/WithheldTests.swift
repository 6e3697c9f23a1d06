import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The tests put marked words into every withheld part of an exercise. No command may reveal one of them.
@Suite("Withheld parts of exercises stay withheld", .serialized)
struct WithheldTests {
  /// Each marked word begins like this; words that are meant to be seen begin with `public`.
  private static let mark = "zq"

  private static let parts = """
    ```exercise
    //| label: half
    //| title: publictitle
    //| points: 3
    /// publiccomment
    func half(_ x: Double) -> Double {
      // BEGIN SOLUTION
      let zqsolution = "zqsolutiontext"  // zqsolutioncomment
      return zqsolution.isEmpty ? 0 : x / 2
      // END SOLUTION
      return 0
    }
    ```

    ```hint
    //| exercise: half
    publichint
    ```

    ```check
    //| exercise: half
    //| label: visible
    //| says: publicsays
    half(3)
    ```

    ```check
    //| exercise: half
    //| label: hidden
    //| says: publichiddensays
    //| hidden: true
    let zqhidden = Double(seed % 1000) + 0.5  // zqhiddencomment
    half(zqhidden)
    ```

    ```check
    //| exercise: half
    //| label: judged
    //| says: publicjudgedsays
    //| hidden: true
    //| judge: zqjudge(answer)
    func zqjudge(_ x: Double) -> Bool { true }
    half(5)
    ```

    ```wrong
    //| exercise: half
    //| fails: visible
    //| hint: zqwronghint
    func half(_ x: Double) -> Double {
      let zqwrong = x  // zqwrongcomment
      return zqwrong
    }
    ```

    ```question
    publicquestion
    - [x] publicchoice — zqwhy
    * [X] publicsecond
      — zqwrapped

      zqindented
    - [ ] publicother — zqwhynot
    ---
    zqanswer
    ```

    """.replacing("//| judge: zqjudge(answer)\n", with: "//| judge: answer < 1e9 && \"zqjudge\" != \"\"\n")
    .replacing("func zqjudge(_ x: Double) -> Bool { true }\n", with: "let zqjudged = 5.0\n")
    .replacing("half(5)", with: "half(zqjudged)")

  /// The same inside a list and a quote, where blocks are not children of the document.
  private static let nested =
    "- item\n\n"
    + parts.replacing("half", with: "third").split(separator: "\n", omittingEmptySubsequences: false)
    .map { "  \($0)\n" }.joined() + "\n"
    + parts.replacing("half", with: "quarter").split(separator: "\n", omittingEmptySubsequences: false)
    .map { "> \($0)\n" }.joined()

  private static func book() throws -> TemporaryBook {
    let book = try TemporaryBook([
      "01-a.md": "# A\n\n[this](./01-a.md) [again](.//01-a.md)\n\n```swift-run\n1 + 1  // == 2\n```\n\n"
        + parts,
      "02-b.md": "# B\n\n" + nested,
    ])
    try book.write("book.yml", "title: T\nsolutions: withheld\n")
    return book
  }

  /// The marked words in the output and the files of a command.
  private static func words(in text: String) -> Set<String> {
    // Fonts are in Base64, in which any letters may follow each other.
    let decoded = text.replacing(/base64,([A-Za-z0-9+\/=]+)/) { match in
      Data(base64Encoded: String(match.1)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    return Set(decoded.matches(of: /zq[a-z]+/).map { String($0.0) })
  }

  /// Unpacks an archive beside itself, because its files are compressed.
  private static func unpack(_ archive: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-m", "zipfile", "-e", archive.path, archive.path + ".files"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("no command reveals a marked word")
  func everywhere() throws {
    let book = try Self.book()
    var answers: [String: String] = [
      "ada/half.swift": "func half(_ x: Double) -> Double { x / 2 }",
      "abe/half.swift": "func half(_ x: inout Double) -> Double { x / 2 }",
      "bob/half.swift": "func half(_ x: Double) -> Double { x + 1 }",
      "cy/half.swift": "func half(_ x: String) -> String { x }", "dee/half.swift": "func haf() {}",
      "eve/half.swift": "func half(_ x: Double) -> Double { fatalError(\"no\") }",
    ]
    answers["fay/hlaf.swift"] = "x"
    for (name, text) in answers {
      let file = book.root.appending(path: "class/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let commands = [
      ["build", "--single-page", "--report", "report.json", "--junit", "junit.xml"], ["check", "--verbose"],
      ["export", "notebook"], ["export", "swift"], ["export", "epub"], ["exercise", "list"],
      ["exercise", "start", "half"],
      ["exercise", "check", "half"], ["exercise", "hint", "half"], ["exercise", "solution", "half"],
      ["exercise", "progress"], ["exercise", "export", "--student", "bundle"],
      [
        "exercise", "grade", "class", "--csv", "grades.csv", "--json", "grades.json", "--sources", "sources",
        "--trusting",
      ],
      ["ledger"], ["mutate"], ["why", "01-a"], ["accept", "--yes"], ["exercise", "reset", "half"],
    ]
    for command in commands {
      let result = try book.galley(command)
      let said = Self.words(in: result.output + result.errors)
      #expect(said == [], "\(command) said \(said)")
    }
    try Self.unpack(book.root.appending(path: "export/book.epub"))
    for folder in ["site", "export", "bundle", "exercises", "sources"] {
      for (name, data) in try book.files(below: folder) {
        let found = Self.words(in: String(decoding: data, as: UTF8.self))
        #expect(found == [], "\(folder)/\(name) holds \(found)")
      }
    }
    for name in ["report.json", "junit.xml", "grades.csv", "grades.json"] {
      #expect(Self.words(in: try book.read(name)) == [], "\(name)")
    }
    // The public words are there.
    let index = try book.read("site/public/assets/search-index.js")
    let notebook = try book.read("export/notebook/01-a.ipynb")
    for word in ["publictitle", "publiccomment", "publichint", "publicquestion", "publicchoice"] {
      #expect(index.contains(word) && notebook.contains(word), "\(word)")
    }
    #expect(index.contains("publicsays") && index.contains("publichiddensays"))
  }

  @Test("the preview reveals no marked word")
  func preview() async throws {
    let book = try Self.book()
    #expect(try book.galley("build").status == 0)
    let process = try book.start("serve", "--port", "0")
    defer { process.terminate() }
    let address = try await book.address()
    let names = try book.files(below: "site/public").keys + [".galley/changes?after=0", "nothing.html"]
    for name in names {
      let url = try #require(URL(string: address + name))
      let text = String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
      #expect(Self.words(in: text) == [], "\(name)")
    }
    #expect(Self.words(in: try book.read("output.txt") + book.read("errors.txt")) == [])
  }

  /// Everything that a book with a question says and writes.
  private static func outputs(of question: String) throws -> [String: Data] {
    let book = try TemporaryBook(["01-a.md": "# A\n\n```question\n\(question)\n```\n\nThe end.\n"])
    try book.write("book.yml", "title: T\nsolutions: withheld\n")
    var outputs: [String: Data] = [:]
    let commands = [
      ["build", "--single-page", "--report", "report.json", "--junit", "junit.xml"],
      ["check", "--verbose"], ["export", "notebook"], ["export", "swift"], ["export", "epub"],
      ["exercise", "list"], ["exercise", "export", "--student", "bundle"], ["ledger"], ["mutate"],
    ]
    for command in commands {
      let result = try book.galley(command)
      // Work that takes longer than a second says how far it is.
      let errors = result.errors.split(separator: "\n").filter { !$0.contains(/^[a-z' ]+: \d+ of \d+$/) }
      let said = "\(result.status) \(result.output) \(errors)"
      outputs["\(command)"] = Data(said.replacing(book.root.path, with: "BOOK").utf8)
    }
    for folder in ["site", "export", "bundle"] {
      for (name, data) in try book.files(below: folder) { outputs["\(folder)/\(name)"] = data }
    }
    for name in ["report.json", "junit.xml"] { outputs[name] = Data(try book.read(name).utf8) }
    return outputs
  }

  @Test("no output tells the right choice of a question from a wrong one")
  func choices() throws {
    let first = try Self.outputs(of: "Which?\n- [x] this — yes\n- [ ] that — no\n---\nBecause.")
    let second = try Self.outputs(of: "Which?\n* [ ] this\n* [X] that\n  — certainly, and\n\n  so on")
    #expect(first.keys.contains("site/public/a.html") && first.keys.contains("export/notebook/01-a.ipynb"))
    #expect(Set(first.keys) == Set(second.keys))
    for (name, data) in first {
      #expect(second[name] == data, "\(name)\n\(String(decoding: data, as: UTF8.self).prefix(2000))")
    }
  }
}

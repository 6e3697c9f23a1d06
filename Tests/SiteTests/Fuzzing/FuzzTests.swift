import Book
import Checks
import Exercises
import Foundation
import Plan
import TestSupport
import Testing

@testable import Site

/// Seeded random changes to a book. `GALLEY_FUZZ_CASES=10000` runs the long version.
@Suite("Fuzzed books neither crash nor hang", .timeLimit(.minutes(60)))
struct FuzzTests {
  private static let count =
    ProcessInfo.processInfo.environment["GALLEY_FUZZ_CASES"].flatMap { Int($0) } ?? 60

  static let chapter = """
    ---
    title: A chapter
    summary: "With: everything"
    constants:
      0.5: chosen
    ---

    Text with `{swift} theta[0], digits: 4`, $\\frac{a}{b_1}$, @fig-loss, [@key, p. 4], a note[^n], [a link](01-a.md#x),
    ![a picture](p.png), [a claim](claim:fewer), **bold**, ~~gone~~, <b>raw</b> and https://example.org.

    [^n]: The note.

    ## A section {#sec-x}

    ```swift-run
    //| label: fig-loss
    //| fig-cap: Loss with $x$
    //| timeout: 2
    let theta = [0.5, 1.0]  // ≈ [0.5, 1.0] ± 2%
    // snippet.hide
    print("a \\(theta[0]) b")  // Prints "a 0.5 b"
    // snippet.show
    chart(theta) { $0 < 1 ? "x" : #"y"# }
    ```

    > [!NOTE]
    > - [x] done
    >
    > ```math
    > %| label: eq-a
    > %| given: a = 1, b = [2, 3]
    > \\begin{aligned}
    > y &= a + b \\\\
    >   &= [3, 4]
    > \\end{aligned}
    > ```

    | a | b |
    |---|--:|
    | 1 | $2$ |

    ```exercise
    //| label: half
    //| points: 2
    func half(_ x: Double) -> Double {
      // BEGIN SOLUTION
      return x / 2
      // END SOLUTION
      return 0
    }
    ```

    ```check
    //| exercise: half
    //| label: one
    //| says: it halves
    //| hidden: true
    half(Double(seed % 7))
    ```

    ```wrong
    //| exercise: half
    //| fails: one
    //| hint: no
    func half(_ x: Double) -> Double { x }
    ```

    ```question
    What?
    - [x] this — why
    - [ ] that
    ---
    Because.
    ```

    ```dot
    digraph { a -> b }
    ```

    """

  private static let settings = """
    title: "A book: fuzzed"
    summary: |
      More than one
      line.
    language: en
    modules: [Optimizers, SVGCharts]
    sources:
      - title: A
        note: {x: y}
      - {title: B, note: 'c'}
    constants: &a
      "0.5": *a
    url: https://example.org/book
    redirects:
      old-name: a
    solutions: withheld
    appendices: a
    ledger: optional
    parts:
      - {title: Part, first: a}
    cover:
      figure: fig-loss
      highlights: ["One, [two](01-a.md).", three]
      audience: All
    macros:
      \\half: \\frac{1}{2}
      \\of: "#1(#2)"
    package: .
    products: [P]
    traits: [T]

    """

  /// Fragments to insert at random places.
  private static let pieces: [String] = [
    "[", "]", "(", ")", "{", "}", "`", "```", "```swift-run\n", "```exercise\n", "```\n", "$", "$$", "\\",
    "\"",
    "\"\"\"", "#\"", "\\(", "/*", "*/", "//", "// ≈ ", "// == [", "// Prints \"", "//| ", "%| ", "{swift} ",
    "- ",
    "> ", "| ", "|-|\n", "[^n]", "[^n]: ", "@fig-", "[@", "<", "<!--", "&", "*", "**", "_", "~~", "---\n",
    ": ", "? ",
    "&a ", "*a ", "!!int ", "\t", "\r", "\0", "\u{FEFF}", "\u{202E}", "e\u{301}", "😀", "\n", "\n\n", "    ",
    "#if ",
    "0.5", "1e999", "-", "nan", "_x", "^", "\\frac", "\\begin{aligned}", "\\left(", "&=",
    "// BEGIN SOLUTION\n",
    "// snippet.hide\n", "claim:", "digits: 99",
    "$$ x $$ {#eq-a}", "$$\nx\n$$ (eq-a)\n", "$`", "`$", "\\(", "\\)", "\\[", "\\]",
    "\\newcommand{\\a}{\\a\\a}", "\\a",
    "[x]: y\n", "![", "<img src=\"p.png\">", "<a id=\"x\">", "</div>", "<details>", "{#sec-x}", "**：**",
    "@key", "[@a; -@b]",
    "<script>", "~~~", "> [!TIP]\n", "#1", "{live} ", "- [x] ", "==", "::: ", "//| live: ",
  ]

  /// `text` with some random changes, as bytes that need not be UTF-8.
  private static func changed(_ text: String, by random: inout SeededNumbers) -> Data {
    var bytes = Array(text.utf8)
    for _ in 0..<random.below(6) + 1 {
      let place = random.below(bytes.count + 1)
      let length = min(random.below(60), bytes.count - place)
      switch random.below(8) {
      case 0: bytes.removeSubrange(place..<place + length)
      case 1: bytes.insert(contentsOf: bytes[place..<place + length], at: random.below(bytes.count + 1))
      case 2: bytes.removeSubrange(place...)
      case 3: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
      case 4:
        let piece = pieces[random.below(pieces.count)]
        bytes.insert(contentsOf: String(repeating: piece, count: random.below(3000)).utf8, at: place)
      default: bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: place)
      }
    }
    return Data(bytes)
  }

  /// Sections of the chapters of this repository.
  private static let sections: [String] = {
    let folder = URL(filePath: #filePath).appending(path: "../../../../Chapters").standardized
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name -> [String] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.replacing("\n```\n\n", with: "\n```\n\u{0}").split(separator: "\u{0}").map {
        String($0) + "\n"
      }
    }.filter { $0.utf8.count < 3000 }
  }()

  /// The sample chapter, or a mixture of sections of real chapters.
  private static func base(_ random: inout SeededNumbers) -> String {
    if random.below(4) == 0 { return chapter }
    let parts = (0..<random.below(3) + 1).map { _ in sections[random.below(sections.count)] }
    return "---\ntitle: A\n---\n\n" + parts.joined(separator: "\n")
  }

  /// Does everything with a book that is possible without running it, and returns the time that it took.
  private static func make(chapter: Data, settings: Data) throws -> Duration {
    let root = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    let folder = root.appending(path: "Chapters")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try chapter.write(to: folder.appending(path: "01-a.md"))
    try settings.write(to: folder.appending(path: "book.yml"))
    return try processorTime {
      let rendition = BookFolder(at: root.path).read()
      guard let book = rendition.book else { return #expect(!rendition.diagnostics.isEmpty) }
      for chapter in book.chapters { _ = (Exercise.read(chapter), Ledger(of: chapter)) }
      let (_, diagnostics) = Planner.plan(book.chapters[0], settings: book.settings)
      if diagnostics.hasErrors { return }
      let sample = try SampleBook(of: book, folder: folder.path)
      for result in sample.results { _ = try NotebookExport.notebook(of: result, modules: []) }
    }
  }

  @Test("chapters")
  func chapters() throws {
    var random = SeededNumbers(seed: 7)
    var slowest = Duration.zero
    for number in 0..<Self.count {
      let chapter = Self.changed(Self.base(&random), by: &random)
      let time = try Self.make(chapter: chapter, settings: Data("title: T\n".utf8))
      slowest = max(slowest, time)
      #expect(time < .seconds(10), "case \(number): \(String(decoding: chapter.prefix(2000), as: UTF8.self))")
    }
    print("fuzzed chapters: \(Self.count), slowest: \(slowest)")
  }

  @Test("settings")
  func settings() throws {
    var random = SeededNumbers(seed: 8)
    var slowest = Duration.zero
    for number in 0..<Self.count {
      let settings = Self.changed(Self.settings, by: &random)
      let time = try Self.make(chapter: Data("# A\n\nText.\n".utf8), settings: settings)
      slowest = max(slowest, time)
      #expect(
        time < .seconds(10), "case \(number): \(String(decoding: settings.prefix(2000), as: UTF8.self))")
    }
    print("fuzzed settings: \(Self.count), slowest: \(slowest)")
  }

  @Test("answers")
  func answers() {
    let answer = """
      import Foundation
      /// Halves a number.
      func half<T: FloatingPoint>(_ x: T) -> T where T: Comparable {
        let r = /[^"]+"/, s = #"raw \\#(x)"#, t = \"\"\"
          more "lines" \\(x, y)
          \"\"\"
        switch x { case let y where y < 0: return -y / 2; default: break }
        return x > 0 ? x / 2 : [0, x].map { $0 * 2 }.reduce(0, +)
      }

      """
    var random = SeededNumbers(seed: 9)
    var slowest = Duration.zero
    for number in 0..<Self.count {
      let text = String(decoding: Self.changed(answer, by: &random), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        CodeLine(text: String($1), position: SourcePosition(file: "a.swift", line: $0 + 1))
      }
      let time = processorTime {
        _ = Planner.plan(
          lines, trials: [Trial(prelude: "", lines: [])], of: "a.swift", timeout: .seconds(1), modules: [])
        _ = SwiftHighlighter(cache: nil).lines(text)
      }
      slowest = max(slowest, time)
      #expect(time < .seconds(10), "case \(number): \(text.prefix(2000))")
    }
    print("fuzzed answers: \(Self.count), slowest: \(slowest)")
  }
}

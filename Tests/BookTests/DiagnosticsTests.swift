import Book
import Foundation
import Testing

@Suite("Errors of a chapter are reported with position and remedy")
struct DiagnosticsTests {
  @Test(
    "in the body",
    arguments: [
      (
        "```swift-run\n//| lable: x\n```\n",
        "Chapters/01-a.md:5:1: error: 'swift-run' has no option 'lable'; did you mean 'label'?"
      ),
      (
        "```swift-rnu\n```\n",
        "Chapters/01-a.md:4:1: error: there is no kind of block called 'swift-rnu'; did you mean 'swift-run'?"
      ),
      (
        "text\n\n```\na\n```\n",
        "Chapters/01-a.md:6:1: error: a fence must name the kind of its block; write ```text for plain text, or ```swift-run for code that runs"
      ),
      (
        "a\n\n    code\n",
        "Chapters/01-a.md:6:5: error: a block must begin with a fence, not with four spaces; put it between ```text and ```"
      ),
      (
        "```swift-run\nlet a = 1\n",
        "Chapters/01-a.md:4:1: error: the block is not closed; close it with a line '```'"
      ),
      (
        "- a\n\n  ~~~~text\n  b\n\nc\n",
        "Chapters/01-a.md:6:3: error: the block is not closed; close it with a line '~~~~'"
      ),
      (
        "```swift-run\n//| timeout: soon\n```\n",
        "Chapters/01-a.md:5:1: error: 'timeout' must be a number of seconds up to 3600, not 'soon'"
      ),
      (
        "```swift-run\n//| timeout: nan\n```\n",
        "Chapters/01-a.md:5:1: error: 'timeout' must be a number of seconds up to 3600, not 'nan'"
      ),
      (
        "```swift-run\n//| echo: no\n```\n",
        "Chapters/01-a.md:5:1: error: 'echo' must be true or false, not 'no'"
      ),
      (
        "```swift-run\n//| expect: failure\n```\n",
        "Chapters/01-a.md:5:1: error: 'expect' must be trap, throws or compile-error \"text\", not 'failure'"
      ),
      (
        "```math\n%| fig-cap: x\nx\n```\n",
        "Chapters/01-a.md:5:1: error: 'fig-cap' is not an option of 'math'; its options are label, given, expect, equivalent-to, mapping"
      ),
      (
        "```swift-run\n//| label a\n```\n",
        "Chapters/01-a.md:5:1: error: an option line must be '//| key: value'; write for example '//| label: my-block'"
      ),
      (
        "```swift-run\n//| echo: true\n//| echo: true\n```\n",
        "Chapters/01-a.md:6:1: error: the option 'echo' is given twice; remove one of the two"
      ),
      (
        "```swift-run {label=x}\n```\n",
        "Chapters/01-a.md:4:1: error: a fence must name only the kind of its block, not 'swift-run {label=x}'; write options below it as '//| key: value'"
      ),
      (
        "```swift-run\n//| label: x\n```\n\n```swift-run\n//| label: x\n```\n",
        "Chapters/01-a.md:8:1: error: the label 'x' is taken already at Chapters/01-a.md:4:1; choose another"
      ),
      (
        "```swift-run\n// snippet.show\n```\n",
        "Chapters/01-a.md:5:1: error: 'snippet.show' has no 'snippet.hide' before it; put '// snippet.hide' before the hidden lines"
      ),
      (
        "`{swift} `",
        "Chapters/01-a.md:4:2: error: '{swift}' must be followed by an expression; write for example '`{swift} loss`'"
      ),
      (
        "nothing runs",
        "Chapters/01-a.md:1:1: warning: the chapter runs nothing, so nothing in it is checked; add a 'swift-run' block, or leave it so"
      ),
    ])
  func body(body: String, expected: String) throws {
    #expect(
      try diagnostics(ofBody: body).filter { !$0.contains("runs nothing") || body == "nothing runs" } == [
        expected
      ])
  }

  @Test(
    "in the front matter",
    arguments: [
      ("---\ntitle: A\n", "1:1: error: the front matter is not closed; put a line '---' below it"),
      ("---\ntitle: [\n---\n", "3:1: error: not valid YAML: did not find expected node content"),
      (
        "---\ntitle: A\ntitel: B\n---\n",
        "3:1: error: the front matter has no key 'titel'; did you mean 'title'?"
      ),
      ("---\ntitle: A\ntitle: B\n---\n", "2:1: error: not valid YAML: the key 'title' is given twice"),
      ("---\n- a\n---\n", "2:1: error: the front matter must hold 'key: value' lines only"),
      (
        "---\ntitle: {a: 1}\n---\n",
        "2:8: error: 'title' must be a line of text; write 'title: …' on one line"
      ),
      ("text\n", "1:1: error: the chapter has no title; begin the file with '---', 'title: …', '---'"),
    ])
  func frontMatter(text: String, expected: String) throws {
    let told = try TemporaryBook(["01-a.md": text]).read().diagnostics.map(\.description)
    #expect(told.first == "Chapters/01-a.md:" + expected)
  }

  @Test("all errors are reported at once")
  func all() throws {
    let told = try diagnostics(ofBody: "```\n```\n\n```swfit\n```\n\n```swift-run\n//| ecko: true\n```\n")
    #expect(told.count == 3)
  }

  @Test("a file that is not UTF-8 is reported with the line")
  func encoding() throws {
    let book = try TemporaryBook([:])
    try Data([0x61, 0x0A, 0x62, 0xFF, 0x0A]).write(to: book.folder.appending(path: "01-a.md"))
    #expect(
      book.read().diagnostics.map(\.description) == [
        "Chapters/01-a.md:2:1: error: the file is not UTF-8 from this line on; save the file as UTF-8"
      ])
  }

  @Test("CR LF and a byte order mark are warnings, and lines count as before")
  func windows() throws {
    let text = "\u{FEFF}---\r\ntitle: A\r\n---\r\n\r\n```swift-run\r\nlet a = 1\r\n```\r\n"
    let reading = try TemporaryBook(["01-a.md": text]).read()
    #expect(reading.diagnostics.map(\.severity) == [.warning, .warning])
    let line = reading.book?.chapters[0].blocks[0].lines[0]
    #expect(line?.text == "let a = 1")
    #expect(line?.position.line == 6)
  }

  @Test("a book without settings, a folder without chapters, no folder at all")
  func folders() throws {
    let unset = try TemporaryBook(["01-a.md": "# A\n"], settings: nil).read().diagnostics.first
    #expect(
      unset?.description
        == "Chapters/book.yml:1:1: error: the book has no 'book.yml'; write one with at least a line 'title: …'"
    )
    let empty = try TemporaryBook([:]).read().diagnostics
    #expect(empty.map(\.message) == ["the folder has no chapters"])
    let missing = BookFolder(at: "/nowhere/at/all").read().diagnostics
    #expect(missing.map(\.message) == ["there is no such folder"])
  }

  @Test("names of chapters")
  func names() throws {
    let reading = try TemporaryBook([
      "01-a.md": "# A\n", "02-a.md": "# B\n", "notes.md": "# C\n", "03-index.md": "# D\n",
    ]).read()
    let errors = reading.diagnostics.filter { $0.severity == .error }.map {
      "\($0.position.file): \($0.message)"
    }
    #expect(
      errors == [
        "Chapters/02-a.md: the page 'a.html' belongs to Chapters/01-a.md already",
        "Chapters/03-index.md: the page name 'index.html' is reserved",
        "Chapters/notes.md: a chapter's file name must be a number, a hyphen and a name, unlike 'notes.md'",
      ])
  }

  @Test(
    "settings",
    arguments: [
      ("titel: A\n", "1:1: error: 'book.yml' has no key 'titel'; did you mean 'title'?"),
      ("language: en\n", "1:1: error: 'book.yml' lacks the key 'title'; add a line 'title: …'"),
      (
        "title: A\nmodules: Optimizers\n",
        "2:10: error: 'modules' must be a list; write 'modules: [a, b]' or one '- …' line for each"
      ),
      (
        "title: A\nmodules: [\"a b\"]\n",
        "2:11: error: 'modules' must be a list of Swift module names, not 'a b'"
      ),
    ])
  func settings(yaml: String, expected: String) throws {
    let told = try TemporaryBook(["01-a.md": "# A\n"], settings: yaml).read().diagnostics.map(\.description)
    #expect(told.first == "Chapters/book.yml:" + expected)
  }
}

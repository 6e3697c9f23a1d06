import CCmarkGFM
import Foundation
import GFM
import Testing

/// Without our own extensions, a page body equals the output of cmark-gfm.
@Suite("Conformance to GitHub Flavored Markdown")
struct ConformanceTests {
  /// One or more examples for each section of the specification, in our own words.
  static let documents = [
    "\tindented\n\n>\t\tquoted code\n", "- a\n\n\tb\n", "\\# not a heading, \\* not a list",
    "&amp; &copy; &#35; &#x22;",
    "***\n---\n___\n", "# one\n## two ##\n####### seven\n", "Setext\n===\n\nsecond\n---\n",
    "    code\n\n    more\n", "```swift\nlet a = 1\n```\n", "~~~~\n```\n~~~~\n", "<div>\n*raw*\n</div>\n",
    "<script>\nalert(1)\n</script>\n", "[a]: /url \"title\"\n\n[a]\n", "one\ntwo\n\nthree\n",
    "| a | b |\n|:--|--:|\n| 1 | `x\\|y` |\n", "> quote\ncontinued\n", "- a\n- b\n\n  c\n", "1. a\n2. b\n",
    "3) c\n",
    "- [ ] open\n- [x] done\n", "`` a ` b ``", "*a* _b_ **c** __d__ ***e***", "~~gone~~ and ~single~",
    "[link](/u \"t\") [ref][x] ![image](/i.png)\n\n[x]: <u v>\n",
    "<https://example.org> www.example.org a@b.org",
    "<b title='x'>raw</b> <title>filtered</title>", "hard  \nbreak\\\nhere", "soft\nbreak", "*foo`*`",
    "a * b_c_d",
    "Ünïcödé 中文 😀", "", "\n\n\n", "- a\n  - b\n    - c\n", "> 1. a\n>    > b\n",
    "[foo]: /url\n[foo]: /second\n\n[foo]",
  ]

  @Test("a page body is what cmark-gfm writes", arguments: documents)
  func body(text: String) {
    #expect(MarkdownDocument(text, extensions: .github).html() == reference(text))
  }

  /// The examples of the specification are not part of this repository; `GFM_SPECIFICATION` names a file with them.
  @Test(
    "every example of the specification",
    .enabled(if: specification != nil, "GFM_SPECIFICATION names no copy of it"))
  func specificationExamples() throws {
    let text = try String(contentsOfFile: try #require(Self.specification), encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    let pattern = try Regex("(?s)\n\(fence) example[^\n]*\n(.*?)\n?\\.\n(.*?)\(fence)\n")
    var count = 0
    for match in text.matches(of: pattern) {
      let markdown = String(match.output[1].substring ?? "").replacing("→", with: "\t")
      #expect(MarkdownDocument(markdown, extensions: .github).html() == reference(markdown))
      count += 1
    }
    print("\(count) examples of the specification")
    #expect(count > 600)
  }

  private static let specification = ProcessInfo.processInfo.environment["GFM_SPECIFICATION"]

  @Test("parsing in many tasks at once gives the same result as parsing in sequence")
  func concurrency() async {
    let expected = Self.documents.map { MarkdownDocument($0).html() }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask { Self.documents.map { MarkdownDocument($0).html() } == expected }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  /// The output of cmark-gfm, called directly. No other text is parsed at the same time.
  private func reference(_ text: String) -> String {
    MarkdownDocument.exclusively {
      cmark_gfm_core_extensions_ensure_registered()
      let parser = cmark_parser_new(CMARK_OPT_UNSAFE)
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      cmark_parser_feed(parser, text, text.utf8.count)
      let root = cmark_parser_finish(parser)
      defer { cmark_node_free(root) }
      guard let html = cmark_render_html(root, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser))
      else {
        return ""
      }
      defer { free(html) }
      return String(cString: html)
    }
  }
}

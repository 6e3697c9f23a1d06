import GFM
import Testing

@Suite("Places in a text")
struct PlaceTests {
  /// `line:column` of the nodes that `isWanted`.
  private func places(_ text: String, where isWanted: (MarkdownNode.Kind) -> Bool) -> [String] {
    MarkdownDocument(text).tree.descendants.filter { isWanted($0.kind) }.map {
      "\($0.startLine):\($0.startColumn)"
    }
  }

  private static func isLink(_ kind: MarkdownNode.Kind) -> Bool {
    switch kind {
    case .link, .image: true
    default: false
    }
  }

  @Test(
    "each link has the place of its own destination, also if several links have the same destination",
    arguments: [
      ("x [a](b) [c](b)\n", ["1:7", "1:14"]), ("[a](b)\n[c](b)\n", ["1:5", "2:5"]),
      ("> - é [a](<b>)\n>   more\n>   [c](b)\n", ["1:13", "3:9"]), ("![a](b)", ["1:6"]),
      ("[d]: x\ntext [a](b)\n", ["2:10"]), ("*x* **[a](b)** `b`\n", ["1:11"]),
      ("| a | b |\n|---|---|\n| x | [a](b) |\n", ["3:11"]), ("# [a](b)\n\n[a](b)\n", ["1:7", "3:5"]),
      ("`b` b [b](b)\n", ["1:11"]),
    ])
  func links(text: String, places: [String]) {
    #expect(self.places(text, where: Self.isLink) == places)
  }

  @Test(
    "formulas, code and text have their own places, behind soft breaks too",
    arguments: [
      ("a $x$\nb $x$ `c`\n", ["1:3", "2:3", "2:8"]), ("$x\ny$ `c`\n", ["1:1", "2:5"]),
      ("``c`` and `c`\n", ["1:3", "1:12"]), ("1. `c`\n   `d`\n", ["1:5", "2:5"]),
    ])
  func code(text: String, places: [String]) {
    let found = self.places(text) { kind in
      switch kind {
      case .code, .math: true
      default: false
      }
    }
    #expect(found == places)
  }

  @Test("text with another spelling in the source is placed after the text before it, on its own line")
  func otherSpelling() {
    let found = places("`c` a \\* b &amp; c\n`d`\n") { if case .text = $0 { true } else { false } }
    #expect(found == ["1:3"])
    #expect(places("a \\* b\n`d`\n") { if case .code = $0 { true } else { false } } == ["2:2"])
  }
}

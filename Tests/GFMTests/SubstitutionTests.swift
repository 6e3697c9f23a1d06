import GFM
import Testing

@Suite("Substitution")
struct SubstitutionTests {
  @Test("HTML replaces a node and everything below it")
  func html() throws {
    #expect(
      try substituted("a\n\n```text\nb\n```\n", .html("<figure></figure>")) { $0.isCodeBlock }
        == "<p>a</p>\n<figure></figure>\n")
  }

  @Test("an SVG with a title survives the filter of raw HTML")
  func filter() throws {
    let svg = "<svg><title>t</title><style>a{}</style></svg>"
    #expect(try substituted("```text\n```\n", .html(svg)) { $0.isCodeBlock }.contains(svg))
  }

  @Test("an inline node in a table cell is replaced")
  func cell() throws {
    let html = try substituted("| a |\n|---|\n| `x` |\n", .html("<i>y</i>")) { $0.kind == .code("x") }
    #expect(html.contains("<td><i>y</i></td>"))
  }

  @Test("an element keeps what is in it, with its own replacements")
  func nested() throws {
    let document = MarkdownDocument("## On $x$ and *y*\n")
    let nodes = document.tree.descendants
    let heading = try #require(nodes.first { $0.kind == .heading(level: 2) })
    let math = try #require(nodes.first { $0.kind == .math("x") })
    let html = document.html(substituting: [
      heading.id: .element(open: "<h2 id=\"on\">", close: "</h2>"), math.id: .html("<m>x</m>"),
    ])
    #expect(html == "<h2 id=\"on\">On <m>x</m> and <em>y</em></h2>\n")
  }

  @Test("two pieces of HTML surround a block")
  func enclosed() throws {
    let html = try substituted("| a |\n|---|\n", .enclosed(before: "<div>", after: "</div>")) {
      $0.kind == .table(columns: 1)
    }
    #expect(html.hasPrefix("<div>") && html.contains("<table>") && html.hasSuffix("</div>\n"))
  }

  @Test("HTML stands behind the content of a paragraph, of a tight item and of a cell")
  func ending() throws {
    let html = { try self.substituted($0, .ending("<i>!</i>"), where: $1) }
    #expect(try html("- a\n  - b\n", { $0.kind == .paragraph }).hasPrefix("<ul>\n<li>a<i>!</i>\n<ul>"))
    #expect(try html("| a |\n|---|\n", { $0.kind == .tableCell }).contains("<th>a<i>!</i></th>"))
  }

  @Test("anchors of footnotes begin with a prefix, and links lead to them")
  func notes() {
    let html = MarkdownDocument("a[^n]\n\n[^n]: b\n").html(notes: "p.", backLinkName: "back")
    for part in [
      "href=\"#p.fn-n\" id=\"p.fnref-n\"", "<li id=\"p.fn-n\">", "href=\"#p.fnref-n\"", "\"back\"",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test("endless nesting is cut off and does not crash")
  func depth() {
    let text = String(repeating: "> ", count: 20_000) + "a"
    let deepest = MarkdownDocument(text).tree.descendants.last
    #expect(deepest?.kind == .other("nesting too deep"))
  }

  private func substituted(
    _ text: String, _ substitution: Substitution, where isWanted: @escaping (MarkdownNode) -> Bool
  ) throws -> String {
    let document = MarkdownDocument(text)
    let node = try #require(document.tree.descendants.first(where: isWanted))
    return document.html(substituting: [node.id: substitution])
  }
}

extension MarkdownNode {
  fileprivate var isCodeBlock: Bool {
    if case .codeBlock = kind { true } else { false }
  }
}

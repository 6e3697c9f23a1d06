import Testing

@Suite("Captions")
struct CaptionTests {
  private static func chapter(_ caption: String) -> [String: String] {
    ["01-a.md": "# A\n\n```swift-run\n//| label: fig-a\n//| fig-cap: \(caption)\nchart\n```\n"]
  }

  private static func caption(_ page: String) -> String {
    String(page.firstMatch(of: /<figcaption>(?s:(.*?))<\/figcaption>/)?.1 ?? "")
  }

  @Test("a caption has formulas, code, emphasis and references, and plain words for screen readers")
  func markdown() throws {
    let book = try SampleBook(Self.chapter("The loss $x^2$ of *all* `steps` & @fig-a."))
    let caption = Self.caption(book.text("a.html"))
    #expect(caption.contains("class=\"katex\""), "\(caption)")
    #expect(
      caption.contains("of <em>all</em> <code>steps</code> &amp; <a class=\"reference\" href=\"#fig-a\">"))
    #expect(!caption.contains("<p>"))
    #expect(book.messages.isEmpty, "\(book.messages)")
  }

  @Test("text that looks like a list stays text, and a wrong formula or reference is an error at its block")
  func mistakes() throws {
    let list = try SampleBook(Self.chapter("1. <b>"))
    #expect(Self.caption(list.text("a.html")).contains("1. &lt;b&gt;"))
    let wrong = try SampleBook(Self.chapter("$\\frac{1}$ and @fig-none"))
    #expect(wrong.messages.count == 2, "\(wrong.messages)")
    #expect(wrong.messages.allSatisfy { $0.contains("01-a.md:") && $0.contains("error") })
  }
}

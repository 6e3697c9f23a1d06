import Foundation
import Testing

@testable import Site

@Suite("Places where a piece of a chapter is read")
struct RenditionTests {
  private static let first = """
    # A

    [its checks](#checks) [the page](#main) [another check](02-b.md#check-1) [b](02-b.md#two) @fig-loss[^n]

    [^n]: A note.

    <div id="raw"><a name="old"></a><a href="#old">old</a></div>

    ```swift-run
    //| label: fig-loss
    //| fig-cap: The *loss* of [a link](https://example.org) and @eq-x.
    chart
    ```

    ```swift-run
    //| label: big-fig-loss
    chart
    ```

    ```math
    %| label: eq-x
    x = 2
    ```

    """
  private static let second = "# B\n\n## Two\n\n```swift-run\n42 // == 42\n```\n\nA.[^n]\n\n[^n]: B.\n"

  private func book(_ settings: String = "title: T\ncover: {figure: fig-loss}\n") throws -> SampleBook {
    try SampleBook(["01-a.md": Self.first, "02-b.md": Self.second], settings: settings, hasSinglePage: true)
  }

  @Test("a preview shows the file of its own figure and the caption, without anchors and links")
  func preview() throws {
    let script = try book().text("assets/previews.js")
    #expect(
      script.contains(
        #""a.html#fig-loss":"<img src=\"figures/a-fig-loss.svg\" alt=\"\"><p>"#
          + #"<span class=\"figure-number\">Figure 1.1.</span> The <em>loss</em> of a link and Equation"#))
    let formula = try #require(script.firstMatch(of: /"a\.html#eq-x":"((?:[^"\\]|\\.)*)"/)).1
    #expect(formula.contains("katex") && !formula.contains(" id=") && !formula.contains("<a "))
  }

  @Test("the figure on the first page is the one of its label, and its links lead to the chapter")
  func cover() throws {
    let book = try book("title: T\ncover: {figure: fig-loss}\nurl: https://a.org\n")
    let html = book.text("index.html")
    #expect(html.contains("<a class=\"reference\" href=\"a.html#eq-x\">"))
    #expect(html.contains("https://a.org/figures/a-fig-loss.svg"))
  }

  @Test("the whole book has unique anchors, every link leads to one, and lists of checks stay on their pages")
  func wholeBook() throws {
    let html = try book().text("book.html")
    for link in ["a.html#checks", "#a", "b.html#check-1", "#b.two", "#a.fig-loss", "#a.old", "#a.fn-n"] {
      #expect(html.contains("href=\"\(link)\""), "\(link)")
    }
    let anchors = html.matches(of: /\s(?:id|name)="([^"]*)"/).map { String($0.1) }
    // The sample shows one drawing twice.
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }.filter { !["a.d", "a.n"].contains($0) }
    #expect(ids.count == Set(ids).count)
    for link in html.matches(of: /href="#([^"]+)"/).map({ String($0.1) }) {
      #expect(anchors.contains(link), "\(link)")
    }
  }
}

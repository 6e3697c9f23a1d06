import Book
import Foundation
import Testing

@testable import BookImport

@Suite("Books of other tools")
struct TranslationTests {
  @Test(
    "each form is translated to the form of a chapter",
    arguments: [
      ("```py\nx\n```", "```python\nx\n```"),
      ("```{python}\n#| echo: false\nx\n```", "```python\nx\n```"),
      ("```\nx\n```", "```text\nx\n```"),
      ("```{.python .numberLines}\nx\n```", "```python\nx\n```"),
      ("    code\n    more", "```text\ncode\nmore\n```"),
      ("```{note}\nA *b*.\n```", "> [!NOTE]\n> A *b*."),
      ("::: {.callout-tip title=\"T\"}\nA.\n:::", "> [!TIP]\n> **T**\n>\n> A."),
      (":::{warning}\nA.\n:::", "> [!WARNING]\n> A."),
      ("!!! note \"T\"\n    A.\n", "> [!NOTE]\n> **T**\n>\n> A."),
      ("```{math}\n:label: loss\nx = 1\n```", "$$\nx = 1\n$$ {#eq-loss}"),
      ("$$ x = 1 $$ (loss)", "$$\nx = 1\n$$ {#eq-loss}"),
      (
        "\\begin{align}\na &= b \\label{eq:one}\n\\end{align}",
        "$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$ {#eq-one}"
      ),
      ("Then {math}`x_1` and \\\\(y\\\\).", "Then $x_1$ and $y$."),
      ("See {eq}`loss` and {cite}`a,b`.", "See \u{10FFF2}loss\u{10FFF3} and [@a; @b]."),
      ("(target)=\n## Section", "<a id=\"target\"></a>\n\n## Section"),
      ("## Section {#sec-a .unnumbered}", "## Section {#sec-a}"),
      ("## The `x` of $y$ {#sec-a .unnumbered}", "## The `x` of $y$ {#sec-a}"),
      ("- item\n\n      code\n\n      more", "- item\n\n  ```text\n  code\n  \n  more\n  ```"),
      ("> text\n>\n>     code\n\nend", "> text\n>\n> ```text\n> code\n> ```\n\nend"),
      ("Text^[A note.] here.", "Text[^note-1] here.\n\n[^note-1]: A note."),
      ("::: {#thm-line}\nText.\n:::", "<a id=\"thm-line\"></a>\n\nText."),
      ("::: {.theorem}\nText.\n:::", "> **Theorem**\n>\n> Text."),
      ("```{list-table}\n* - a\n  - b\n* - 1\n  - 2\n```", "| a | b |\n|---|---|\n| 1 | 2 |"),
      ("`{math}` stays code", "`{math}` stays code"),
      ("> ```rust,ignore\n> x\n> ```", "> ```rust\n> x\n> ```"),
      ("> > ```py\n> > x\n\nend", "> > ```python\n> > x\n> > ```\n\nend"),
      ("> Then\n> $$ x = 1 $$ (loss)", "> Then\n> $$\n> x = 1\n> $$ {#eq-loss}"),
      ("A point satisfies $$\nx = 1.\n$$\nend", "A point satisfies\n$$\nx = 1.\n$$\nend"),
      ("- of $$\n  x\n  $$", "- of\n  $$\n  x\n  $$"),
      ("$$\n\nx\n\n= 1\n$$", "$$\nx\n= 1\n$$"),
      ("$$\n\nThe end.\n\n$$\nx\n$$", "\\$\\$\n\nThe end.\n\n$$\nx\n$$"),
      ("%A comment\nText.", "Text."),
      ("$$x$$ and $$\ny\n$$", "$$\nx\n$$\n\nand\n$$\ny\n$$"),
      ("The $n$th of $x_1$s, $5 and USD$6.", "The $`n`$th of $`x_1`$s, $5 and USD$6."),
      (
        "  - If\n\n    \\[\\phi(a)\n    = 1.\\]\n\n    end",
        "- If\n\n    $$\n    \\phi(a)\n    = 1.\n    $$\n\n    end"
      ),
      ("<div id=\"x\"></div>\n## Of $x$", "<div id=\"x\"></div>\n\n## Of $x$"),
      ("\\[a citation\\]", "&#91;a citation&#93;"),
      ("!!! note\n\tA.\n\n\t!!! tip\n\t\tB.\nend", "> [!NOTE]\n> A.\n>\n>\n> > [!TIP]\n> > B.\n>\n\nend"),
      (
        "The $(t-1+i)$th with $m > n $, $PATH+$HOME, $5+$6.",
        "The $`(t-1+i)`$th with $m > n$, $PATH+$HOME, $5+$6."
      ),
      (
        "As {cite:t}`a,b` show, {cite:t}`c`-style, ({cite}`a`).", "As @a, @b show, [@c]-style, ([@a])."
      ),
      ("$$x = 1$$\n:eqlabel:`eq_x-y`\n\nend", "$$\nx = 1\n$$ {#eq-x-y}\n\nend"),
      ("Said \\[pæk\\] and \\(so\\).", "Said &#91;pæk&#93; and (so)."),
      ("```{=html}\n<b>x</b>\n```", "<b>x</b>"),
      ("```.c++\nx\n```", "```cpp\nx\n```"),
      ("```tip\nA *b*.\n```", "> [!TIP]\n> A *b*."),
      ("```admonish warning \"T\"\nA.\n```", "> [!WARNING]\n> **T**\n>\n> A."),
      ("=== \"C\"\n    ```cpp\n    x\n    ```\nend", "**C**\n\n```cpp\nx\n```\nend"),
      ("With $ x_1 $ and\n$\ny = 2\n$\nfor 5 $ or 6 $.", "With $x_1$ and\n$y = 2$\nfor 5 $ or 6 $."),
      (
        "<!-- :::{review}\n[b](gone.md)\n::: -->\n\n{math}`x`",
        "<!-- :::{review}\n[b](gone.md)\n::: -->\n\n$x$"
      ),
      ("<!-- open\n\n{math}`x`", "<!-- open\n\n$x$"),
      (
        "<script>\n\n$(\"#a\").b(\"c\"); $(\"d\")\n</script>\n{math}`x`",
        "<script>\n\n$(\"#a\").b(\"c\"); $(\"d\")\n</script>\n$x$"
      ),
      ("Sorted by $s + \\$$ and $\\$5$.", "Sorted by $s + \\$$ and $\\$5$."),
      ("So $n!\\ $ and ``x``.", "So $n!$ and `x`."),
      (
        "Text^[A $x$ note\non ``two`` lines.] here.",
        "Text[^note-1] here.\n\n[^note-1]: A $x$ note on `two` lines."
      ),
      ("Code ``a `$x$` b`` and `$y$`, not `.", "Code ``a `$x$` b`` and `$y$`, not `."),
      ("$$\nx\n$$ (标准)", "$$\nx\n$$\n\n(标准)"),
      ("> A\n> $$\nx\n$$\n> b", "> A\n> $$\n> x\n> $$\n> b"),
      ("```{youtube} abc\n```", "[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)"),
      (
        "```{applet}\n:url: https://e.org/x\n:class: dark\n:description: A $y$.\n```",
        "> A $y$.\n>\n> <https://e.org/x>"
      ),
      ("::: {.content-visible when-format=\"html\"}\nA.\n:::", "A."),
      ("::: {.content-visible when-format=\"pdf\"}\nA.\n:::\n\nB.", "B."),
      ("::: {.content-hidden unless-format=\"html\"}\nA.\n:::", "A."),
      ("```{raw} html\n<b>x</b>\n```", "<b>x</b>"),
      (
        "```{python}\n#| label: fig-a\n#| fig-cap: \"Of $x$\"\nx\n```",
        "<a id=\"fig-a\"></a>\n\n```python\nx\n```\n\n*Of $x$*"
      ),
    ])
  func forms(source: String, expected: String) throws {
    let folder = try TemporaryFolder()
    var translator = ChapterTranslator(path: "a.md", files: SourceFolder(folder.url), kind: .jupyterBook)
    translator.title = "Title"
    #expect(translator.translate(source).trimmed == expected)
  }

  @Test("bars in the tables of Quarto belong to their code and formulas")
  func bars() throws {
    let folder = try TemporaryFolder()
    var translator = ChapterTranslator(path: "a.qmd", files: SourceFolder(folder.url), kind: .quarto)
    let text = translator.translate("| a | b |\n|---|---|\n| `||` | $|x|$ |")
    #expect(text.trimmed == "| a | b |\n|---|---|\n| `\\|\\|` | $\\vert x\\vert$ |")
  }

  @Test(
    "a listing of mdBook shows what mdBook shows",
    arguments: [
      ("{{#include x.rs}}", "a\nb\nc\n# d"), ("{{#rustdoc_include x.rs:here}}", "b\nc"),
      ("{{#include x.rs:3}}", "b"), ("{{#include x.rs:3:4}}", "b\nc"), ("{{#include x.rs:4:}}", "c\n# d"),
      ("{{#include x.rs::3}}", "a\nb"), ("{{#include x.rs:9}}", ""),
      ("# use x;\n#[derive(A)]\nlet b = 1;\n#", "#[derive(A)]\nlet b = 1;"),
    ])
  func listings(source: String, expected: String) throws {
    let folder = try TemporaryFolder(["x.rs": "a\n// ANCHOR: here\nb\nc\n// ANCHOR_END: here\n# d\n"])
    let language = source.hasPrefix("#") ? "rust" : "text"
    var translator = ChapterTranslator(path: "a.md", files: SourceFolder(folder.url), kind: .mdBook)
    let text = translator.translate("```\(language)\n\(source)\n```")
    #expect(
      text.trimmed == ["```\(language)", expected, "```"].filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  @Test("remarks of one kind become one line, except where each place needs work")
  func groups() {
    let remarks = [
      ImportRemark(file: "a.md", line: 1, problem: .languageUnknown("stan")),
      ImportRemark(file: "a.md", line: 2, problem: .linkBroken("x")),
      ImportRemark(file: "b.md", line: 3, problem: .languageUnknown("stan")),
      ImportRemark(file: "b.md", line: 4, problem: .shortcodeDropped("{{< since 2.0 >}}")),
      ImportRemark(file: "b.md", line: 5, problem: .shortcodeDropped("{{< since 2.1 >}}")),
      ImportRemark(file: "b.md", line: 6, problem: .linkBroken("x")),
    ]
    #expect(
      ImportRemark.lines(remarks) == [
        "a.md:1: a block of 'stan' is shown as plain text (2 places)",
        "a.md:2: the link leads to 'x', which is not in the book; its words are shown as text",
        "b.md:4: '{{< since 2.0 >}}' was left out (2 places)",
        "b.md:6: the link leads to 'x', which is not in the book; its words are shown as text",
      ])
  }

  @Test("the title comes from the first heading or the front matter, and nothing else of them is lost")
  func title() throws {
    let folder = try TemporaryFolder()
    for (source, title, rest) in [
      ("# One $x$\n\nText.", "One $x$", "Text."),
      ("---\ntitle: \"Two\"\nauthor: A\n---\n\n# Three\n\nText.", "Two", "# Three\n\nText."),
      ("Four\n====\n\nText.", "Four", "Text."),
      ("## Five {#sec-five}\n\n## Six", "Five", "## Six"),
      ("Text.\n\n## Seven", "In the contents", "Text.\n\n## Seven"),
    ] {
      var translator = ChapterTranslator(path: "a.md", files: SourceFolder(folder.url), kind: .plainMarkdown)
      translator.titleInContents = "In the contents"
      #expect(translator.translate(source).trimmed == rest)
      #expect(translator.title == title)
    }
  }

  @Test("an mdBook is imported in its order, with its images and links")
  func mdBook() throws {
    let folder = try TemporaryFolder([
      "book.toml": "[book]\ntitle = \"A book\"\n",
      "src/SUMMARY.md": "# Summary\n\n- [B](b.md)\n  - [A](deep/a.md)\n- [Gone](gone.md)\n- [Draft]()\n",
      "src/b.md":
        "# B\n\nSee [A](deep/a.md#part) and [gone](nowhere.md).\n\n![P](img/p.png)\n\n```rust\nfn f() {}\n```\n",
      "src/deep/a.md": "# A\n\n## Part\n\n![Q](../img/p.png) ![R](r.png)\n", "src/img/p.png": "png",
    ])
    var writer = BookWriter(try ForeignBook(at: folder.url)) { _ in nil }
    let target = folder.url.appending(path: "new")
    #expect(try writer.write(to: target) == ["01-b.md", "02-a.md"])
    let first = try String(contentsOf: target.appending(path: "01-b.md"), encoding: .utf8)
    #expect(first.contains("See [A](02-a.md#part) and gone."))
    #expect(first.contains("![P](src/img/p.png)"))
    #expect(
      try String(contentsOf: target.appending(path: "02-a.md"), encoding: .utf8).contains(
        "![Q](src/img/p.png) R"))
    #expect(FileManager.default.fileExists(atPath: target.appending(path: "src/img/p.png").path))
    #expect(
      Set(writer.remarks.map(\.description)) == [
        "src/gone.md: the contents list this file, but it does not exist",
        "src/b.md: the link leads to 'nowhere.md', which is not in the book; its words are shown as text",
        "src/deep/a.md:5: the image 'r.png' does not exist; its description is shown as text",
      ])
  }

  @Test("references and citations lead to their targets, or become text with a remark")
  func references() throws {
    let folder = try TemporaryFolder([
      "_quarto.yml":
        "book:\n  title: Q\n  chapters:\n    - index.qmd\n    - two.qmd\nbibliography: refs.bib\n",
      "refs.bib": "@book{knuth1997, title={T}}\n",
      "index.qmd": "# One\n\n![Loss](p.png){#fig-loss width=50%}\n\n$$x$$ {#eq-x}\n",
      "two.qmd": "# Two\n\nAs @fig-loss and @eq-x show, says [@knuth1997], not @nobody1999 or @fig-none.\n",
      "p.png": "png",
    ])
    var writer = BookWriter(try ForeignBook(at: folder.url)) { _ in nil }
    let target = folder.url.appending(path: "new")
    let files = try writer.write(to: target)
    let text = try String(contentsOf: target.appending(path: files[1]), encoding: .utf8)
    #expect(
      text.contains(
        "As [loss](\(files[0])#fig-loss) and @eq-x show, says [@knuth1997], not \\@nobody1999 or \\@fig-none."
      ))
    #expect(
      writer.remarks.map(\.problem) == [.citationUnknown("nobody1999"), .referenceUnknown("@fig-none")])
  }

  @Test(
    "every form of a link leads to its new target, or its words stay and a remark says so",
    arguments: [
      ("[`b`](b.md)", "[`b`](02-b.md)", nil),
      ("[$x$ and\nmore](b.html#part)", "[$x$ and\nmore](02-b.md#part)", nil),
      ("[b][l]\n\n[l]: b.md \"T\"", "[b][l]\n\n[l]: 02-b.md \"T\"", nil),
      ("[`b`][]\n\n[`b`]: b.md", "[`b`][]\n\n[`b`]: 02-b.md", nil),
      ("(own:place)=\nText, [b](own:place)", "<a id=\"own:place\"></a>\n\nText, [b](#own:place)", nil),
      ("[b][l] and [l]\n\n[l]: gone.md", "b and l", "gone.md"), ("a[b][l]", "a&#91;b&#93;&#91;l&#93;", "l"),
      ("![P of\n  two lines](p.png)", "![P of\n  two lines](p.png)", nil),
      ("[b](b.md#Part)", "[b](02-b.md#part)", nil),
      ("<video src=\"gone.mp4\"></video>", "<video></video>", "gone.mp4"),
      (
        "<iframe src=\"https://e.org/x\"></iframe>", "<a href=\"https://e.org/x\">https://e.org/x</a>",
        "a link to https://e.org/x replaces"
      ),
      ("[b](../out.html)", "b", "../out.html"), ("[b](b.md#nothing)", "[b](02-b.md)", "b.md#nothing"),
      ("[b](<b.md>){.external target=\"_blank\"}", "[b](02-b.md)", nil),
      ("[a [b] c](b.md) \\[no](b.md)", "[a [b] c](02-b.md) \\[no](b.md)", nil),
      ("<a href=\"b.md\">b</a> <a href='gone.md'>c</a>", "<a href=\"02-b.md\">b</a> <a>c</a>", "gone.md"),
      ("[![P](p.png)](b.md)", "[![P](p.png)](02-b.md)", nil), ("![$x$ P](p.png)", "![$x$ P](p.png)", nil),
      ("![P][p]\n\n[p]: p.png", "![P][p]\n\n[p]: p.png", nil),
      ("A pair (1@2).", "A pair (1@2).", nil), ("A pair (a, @2).", "A pair (a, \\@2).", nil),
      ("Ask @octocat, see [@lap; @zhou].", "Ask @octocat, see [\\@lap; \\@zhou].", "lap"),
      ("See[^2].", "See\\[^2].", "2"),
      ("<p>\n<img src=\"gone.png?v=1\">\n</p>", "<p>\ngone.png\n</p>", "gone.png?v=1"),
      ("<img src=p.png> <img alt=\"A\" src=\"gone.png\">", "<img src=\"p.png\"> A", "gone.png"),
      ("<!--\n[b](gone.md)\n-->\n[b](b.md)", "<!--\n[b](gone.md)\n-->\n[b](02-b.md)", nil),
      ("- [ ] b\n- [x] c\n\nText[^1].\n\n[^1]: Note.", "- [ ] b\n- [x] c\n\nText[^1].\n\n[^1]: Note.", nil),
    ] as [(String, String, String?)])
  func links(source: String, expected: String, lost: String?) throws {
    let folder = try TemporaryFolder(["a.md": "# A\n\n" + source, "b.md": "# B\n\n## Part\n", "p.png": "png"])
    var writer = BookWriter(
      try ForeignBook(at: folder.url), anchorsOfPage: { $0.contains("## Part") ? ["part"] : ["own:place"] }
    ) { _ in nil }
    let target = folder.url.appending(path: "new")
    let files = try writer.write(to: target)
    let text = try String(contentsOf: target.appending(path: files[0]), encoding: .utf8)
    #expect(text.components(separatedBy: "---\n").last?.trimmed == expected)
    #expect(writer.remarks.isEmpty == (lost == nil))
    if let lost { #expect(writer.remarks.first?.description.contains(lost) == true) }
  }

  @Test("a formula that cannot be typeset becomes code, with a remark")
  func formulas() throws {
    let folder = try TemporaryFolder(["a.md": "# A\n\nBad $\\foo$, good $x$.\n\n$$\n\\foo\n$$\n"])
    var writer = BookWriter(try ForeignBook(at: folder.url)) { $0.contains("foo") ? "unknown" : nil }
    let target = folder.url.appending(path: "new")
    let files = try writer.write(to: target)
    let text = try String(contentsOf: target.appending(path: files[0]), encoding: .utf8)
    #expect(text.contains("Bad `\\foo`, good $x$."))
    #expect(text.contains("```latex\n\\foo\n```"))
    #expect(writer.remarks.count == 2)
  }

  @Test("a notebook's words and code are imported")
  func notebook() {
    let json = #"""
      {"cells": [{"cell_type": "markdown", "source": ["# T\n", "text"]}, {"cell_type": "code", "source": "x = 1"}],
       "metadata": {"kernelspec": {"language": "python"}}}
      """#
    #expect(
      NotebookText(Data(json.utf8), path: "a.ipynb")?.markdown == "# T\ntext\n\n````python\nx = 1\n````")
    #expect(NotebookText(Data("{".utf8), path: "a.ipynb") == nil)
  }

  @Test(
    "no chapter takes the name of a page that every book has", arguments: BookFolder.reservedSlugs.sorted())
  func reservedNames(slug: String) throws {
    let folder = try TemporaryFolder(["\(slug).md": "# A\n\nText.\n"])
    var writer = BookWriter(try ForeignBook(at: folder.url)) { _ in nil }
    #expect(try writer.write(to: folder.url.appending(path: "new")) != ["01-\(slug).md"])
  }

  @Test("nothing outside the folder is read")
  func outside() throws {
    let folder = try TemporaryFolder([
      "a.md": "# A\n\n```{literalinclude} ../../../../etc/hostname\n```\n\n![x](../../etc/hostname)\n"
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link.png").path, withDestinationPath: "/etc/hostname")
    let files = SourceFolder(folder.url)
    #expect(!files.has("link.png"))
    #expect(SourceFolder.resolved("../../etc/hostname", from: "a.md") == nil)
    var writer = BookWriter(try ForeignBook(at: folder.url)) { _ in nil }
    _ = try writer.write(to: folder.url.appending(path: "new"))
    #expect(writer.remarks.count == 2)
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

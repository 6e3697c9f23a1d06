import Foundation
import Testing

@testable import Book
@testable import BookImport

@Suite("Settings and references of whole books")
struct WholeBookTests {
  /// Imports a book; returns the text of each chapter without its front matter, and the remarks.
  private func imported(_ files: [String: String], problem: @escaping (String) -> String? = { _ in nil })
    throws
    -> (names: [String], texts: [String], remarks: [String], folder: TemporaryFolder)
  {
    let folder = try TemporaryFolder(files)
    let target = folder.url.appending(path: "new")
    var writer = BookWriter(try ForeignBook(at: folder.url), problemOfFormula: problem)
    let names = try writer.write(to: target)
    let texts = try names.map { name in
      let text = try String(contentsOf: target.appending(path: name), encoding: .utf8)
      let end = try #require(text.dropFirst(4).firstRange(of: "---\n"))
      return text[end.upperBound...].trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return (names, texts, writer.remarks.map(\.description), folder)
  }

  @Test("a reference to the label of a chapter's title leads to the chapter")
  func chapterLabels() throws {
    let book = try imported([
      "_quarto.yml": "book:\n  chapters: [index.qmd, two.qmd]\n",
      "index.qmd": "# One {#sec-first}\n\nText.\n",
      "two.qmd": "# Two\n\nAs @sec-first says, see [it](index.qmd#sec-first).\n",
    ])
    #expect(book.texts[1] == "As @sec-about-index says, see [it](01-about-index.md).")
    #expect(book.remarks.isEmpty)
  }

  @Test("a reference of MyST without words shows the title of its target")
  func titles() throws {
    let book = try imported([
      "_toc.yml": "root: a\nchapters:\n- file: b\n",
      "a.md": "(top)=\n# Upper $x$\n\n(low)=\n## Lower\n\nText.\n",
      "b.md": "# B\n\n{ref}`top` and {ref}`low`\n",
    ])
    #expect(book.texts[1] == "[Upper $x$](01-a.md) and [Lower](01-a.md#low)")
  }

  @Test("formulas with the same label in two chapters keep their references")
  func equationLabels() throws {
    let book = try imported([
      "_toc.yml": "root: a\nchapters:\n- file: b\n- file: c\n",
      "a.md": "# A\n\n$$\nx\n$$ (one)\n\n{eq}`one`\n",
      "b.md": "# B\n\n$$\ny\n$$ (one)\n\n{eq}`one`\n", "c.md": "# C\n\n{eq}`one`\n",
    ])
    #expect(
      book.texts == ["$$\nx\n$$ {#eq-one}\n\n@eq-one", "$$\ny\n$$ {#eq-one-2}\n\n@eq-one-2", "@eq-one"])
  }

  @Test("a reference to a formula that cannot be typeset leads to its listing")
  func listings() throws {
    let book = try imported(
      ["_toc.yml": "root: a\n", "a.md": "# A\n\n$$\n\\foo\n$$ (one)\n\nSee {eq}`one`.\n"],
      problem: { $0.contains("foo") ? "unknown" : nil })
    #expect(book.texts == ["<a id=\"eq-one\"></a>\n\n```latex\n\\foo\n```\n\nSee [one](#eq-one)."])
  }

  @Test("marks in double braces get their values, and one without a value is reported")
  func variables() throws {
    var book = try imported([
      "_toc.yml": "root: a\n", "_config.yml": "parse:\n  myst_substitutions:\n    tool: \"**Galley**\"\n",
      "a.md":
        "---\nmyst:\n  substitutions:\n    own: 3\n---\n# A\n\nUse {{ tool }} {{own}} times, not {{ other }}.\n\n`{{ tool }}`\n",
    ])
    #expect(book.texts == ["Use **Galley** 3 times, not {{ other }}.\n\n`{{ tool }}`"])
    #expect(book.remarks == ["a.md:8: no settings give '{{ other }}' a value, so it stays in the text"])
    book = try imported([
      "_config.yml": "site_url: /x\nroot:\n  a: https://e.org\n", "a.md": "# A\n\n[B]({{ site.root.a }})\n",
    ])
    #expect(book.texts == ["[B](https://e.org)"])
    book = try imported([
      "_quarto.yml": "book:\n  chapters: [a.qmd]\n", "_variables.yml": "version: 1.2\n",
      "a.qmd": "---\ntitle: T\ndoi: 10/x\n---\nOf {{< var version >}}, {{< meta doi >}}.\n",
    ])
    #expect(book.texts == ["Of 1.2, 10/x."])
  }

  @Test("the macros of mdbook-katex are macros of the book")
  func macros() throws {
    let folder = try TemporaryFolder([
      "book.toml": "[preprocessor.katex]\nmacros = \"m.txt\"\n",
      "m.txt": "\\field:{\\mathbb F}\n\\set:\\{#1\\}\n",
      "src/SUMMARY.md": "[A](a.md)", "src/a.md": "# A\n",
    ])
    #expect(try ForeignBook(at: folder.url).macros == ["field": "{\\mathbb F}", "set": "\\{#1\\}"])
  }

  @Test(
    "a folder of Markdown files has the order of its list, and files that are not listed are reported",
    arguments: [
      ["SUMMARY.md": "* [Two](two.md)\n  * [One](deep/one.md)\n"],
      [
        "SUMMARY.md": "* [Two](two.md)\n",
        "two.md": "# Two\n\n[1](deep/one) and [out](https://e.org/zero.md)\n",
      ],
      ["_sidebar.md": "- [Two](/two)\n- [One](deep/one.md#part)\n"],
      ["mkdocs.yml": "docs_dir: .\nnav:\n- Part:\n  - two.md\n- One: deep/one.md\n"],
      [
        "mkdocs.yml": "docs_dir: .\nplugins:\n- literate-nav:\n    nav_file: n.txt\n",
        "n.txt": "- [Two](two.md)\n- [x](deep/one.md)",
      ],
      [
        "index.md": "# I\n\n```toc\n:maxdepth: 1\n\ntwo\ndeep/index\n```\n",
        "deep/index.md": "# D\n\n```{toctree}\nOne <one>\n```\n",
      ],
    ])
  func contents(list: [String: String]) throws {
    let files = ["deep/one.md": "Text.\n", "two.md": "# Two\n", "zero.md": "# Zero\n"]
    let book = try imported(files.merging(list) { _, listed in listed })
    let expected =
      list["index.md"] == nil
      ? ["01-two.md", "02-one.md"] : ["01-about-index.md", "02-two.md", "03-deep.md", "04-one.md"]
    #expect(book.names == expected)
    #expect(book.remarks == ["zero.md: the contents do not list this file, so it was left out"])
  }

  @Test("a list that has only the page of a folder stands for all chapters of the folder")
  func folders() throws {
    let book = try imported([
      "SUMMARY.md": "[P](p/README.md)\n[Q](q/README.md)\n[R](q/r.md)\n", "p/README.md": "# P\n",
      "p/2/b.md": "# B\n",
      "p/1/a.md": "# A\n", "q/README.md": "# Q\n", "q/r.md": "# R\n", "q/s.md": "# S\n",
    ])
    #expect(book.names == ["01-p.md", "02-a.md", "03-b.md", "04-q.md", "05-r.md"])
    #expect(book.remarks == ["q/s.md: the contents do not list this file, so it was left out"])
  }

  @Test("chapters of the same name are counted")
  func sameNames() throws {
    let book = try imported(["a/x.md": "# A\n", "b/x.md": "# B\n", "c/x.md": "# C\n", "c/x-2.md": "# D\n"])
    #expect(book.names == ["01-x.md", "02-x-2.md", "03-x-2-2.md", "04-x-3.md"])
  }

  @Test("a missing bibliography and pictures without endings are found or reported")
  func settings() throws {
    let book = try imported([
      "_quarto.yml": "book:\n  chapters: [a.qmd]\nbibliography: [../all.bib]\n",
      "a.qmd": "# A\n\n![P](img/p) ![Q](img/q)\n",
      "img/p.svg": "<svg/>",
    ])
    #expect(book.texts == ["![P](img/p.svg) Q"])
    #expect(book.remarks.count == 2)
    #expect(book.remarks[0].contains("the bibliography '../all.bib' does not exist in this folder"))
  }

  @Test("every entry of a bibliography is kept, also behind the brace that closes another one")
  func entries() throws {
    let book = try imported([
      "_quarto.yml": "book:\n  chapters: [a.qmd]\nbibliography: ../all.bib\n",
      "all.bib":
        "@book{a, title={A}\n} @book{b, title={B}}\n  @book{c, title={C}} @book{a, title={D}\n} @book{d,\n title={E}}\n",
      "a.qmd": "# A\n\n[@a; @b; @c; @d]\n",
    ])
    #expect(book.remarks == [])
    #expect(book.texts == ["[@a; @b; @c; @d]"])
    let text = try String(contentsOf: book.folder.url.appending(path: "new/references.bib"), encoding: .utf8)
    var problems: [Diagnostic] = []
    #expect(BibTeXReader.entries(text, file: "", &problems).map(\.key) == ["a", "b", "c", "d"])
    #expect(problems.isEmpty)
  }

  @Test("in Quarto a line of a formula may begin with the sign of a quote or a list")
  func formulaOverLines() throws {
    let book = try imported([
      "_quarto.yml": "book:\n  title: All\n  chapters: [index.qmd]\n",
      "index.qmd": "With $a, b\n> 0$ and the first $K\n- 1$ of $K.\n- 1$ item\n",
    ])
    #expect(book.texts == ["With $a, b > 0$ and the first $K - 1$ of $K. - 1$ item"])
    let text = try String(
      contentsOf: book.folder.url.appending(path: "new/" + book.names[0]), encoding: .utf8)
    #expect(text.contains("title: \"All\""))
  }

  @Test("an address from the root of the site leads to the chapter or the picture, and a title has no tags")
  func rootedAddresses() throws {
    let book = try imported([
      "book.toml": "title = \"B\"\n", "src/SUMMARY.md": "[A](a/a.md)\n[B](b.md)\n",
      "src/a/a.md": "# A\n\n[b](/b.html) ![P](/p.png) <img src=\"/p.png\">\n", "src/b.md": "# B\n",
      "src/p.png": "png",
    ])
    #expect(book.texts[0] == "[b](02-b.md) ![P](src/p.png) <img src=\"src/p.png\">")
    #expect(book.remarks.isEmpty)
  }

  @Test("the description of a picture that stands alone is its caption in Quarto and in d2lbook")
  func captions() throws {
    let quarto = try imported([
      "_quarto.yml": "book:\n  chapters: [a.qmd]\n", "p.png": "png",
      "a.qmd": "# A\n\n![The $x$\nof _A_](p.png){#fig-a}\n\nText ![B](p.png) text.\n\n![](p.png)\n",
    ])
    #expect(
      quarto.texts == [
        "<a id=\"fig-a\"></a>![The $x$\nof _A_](p.png)\n\n*The $x$ of _A_*\n\nText ![B](p.png) text.\n\n![](p.png)"
      ])
    let plain = try imported([
      "a.md": "# A\n\n![One](p.png)\n:label:`fig_one`\n\n![Two](p.png)\n", "p.png": "png",
    ])
    #expect(plain.texts == ["![One](p.png)\n\n*One*\n\n<a id=\"fig_one\"></a>\n\n![Two](p.png)"])
  }

  @Test("a reference ends before the letters behind it")
  func joinedReference() throws {
    let book = try imported([
      "_toc.yml": "root: a\n",
      "a.md": "# A\n\n$$\nx = 1\n$$ (eq:x)\n\nThese {eq}`eq:x`-style rules, {eq}`eq:x`.\n",
    ])
    #expect(book.texts == ["$$\nx = 1\n$$ {#eq-x}\n\nThese [@eq-x]-style rules, @eq-x."])
  }

  @Test("the outputs of a notebook are imported with its pictures, also where another chapter shows them")
  func outputs() throws {
    let json = #"""
      {"cells": [
        {"cell_type": "markdown", "source": "# N\n\n![A](attachment:my%20a.png)",
         "attachments": {"my a.png": {"image/png": "AAAA"}}},
        {"cell_type": "code", "source": "f()", "outputs": [
          {"output_type": "stream", "name": "stdout", "text": ["\u001b[31mred\u001b[0m\n"]},
          {"output_type": "display_data", "data": {"image/png": "BBBB", "text/plain": "<Figure>"},
           "metadata": {"scrapbook": {"name": "curve"}}},
          {"output_type": "execute_result", "data": {"text/plain": ["3"], "text/html": "<b>3</b>"}},
          {"output_type": "display_data", "data": {"application/x": {"a": 1}}},
          {"output_type": "error", "ename": "E", "evalue": "v"}]}], "metadata": {}}
      """#
    let book = try imported([
      "_toc.yml": "root: n\nchapters:\n- file: b\n", "n.ipynb": json,
      "b.md": "# B\n\n```{glue:figure} curve\nA curve\n```\n",
    ])
    #expect(
      book.texts[0] == """
        ![A](n-picture-1.png)

        ```python
        f()
        ```

        ```text
        red
        ```

        ![](n-picture-2.png)

        ```text
        3
        ```

        ```text
        E: v
        ```
        """)
    #expect(book.texts[1] == "![A curve](n-picture-2.png)\n\n*A curve*")
    #expect(book.remarks == ["n.ipynb: an output of the type 'application/x' was left out"])
    let picture = book.folder.url.appending(path: "new/n-picture-2.png")
    #expect(try Data(contentsOf: picture) == Data([4, 16, 65]))
  }

  @Test(
    "forms that only MathJax sets become forms that KaTeX sets, too",
    arguments: [
      (#"x_\max^\hat{a}"#, #"x_{\max}^{\hat{a}}"#), (#"\text{a_b}_c"#, #"\text{a\_b}_c"#),
      (#"\Big{|}_0 \bigl{(}x"#, #"\Big|_0 \bigl(x"#), (#"x \ \"#, #"x \ "#), (#"x \\"#, #"x \\"#),
      (#"x_\maximum"#, #"x_\maximum"#), (#"n\! _{\%p} \, ^2"#, #"n\! {}_{\%p} \, {}^2"#),
    ])
  func tolerance(source: String, expected: String) {
    #expect(TolerantFormula.settable(source) == expected)
  }

  @Test(
    "signs of alignment outside of an environment get one",
    arguments: [
      (#"a &= b \\ c &= d"#, true), (#"\begin{matrix}a & b\end{matrix}"#, false), (#"a \& b"#, false),
      (#"a & = \begin{bmatrix} 1 & 2 \end{bmatrix}"#, true),
      (#"\text{\begin{matrix}a & b\end{matrix}}"#, false),
    ])
  func alignment(source: String, isOutside: Bool) {
    #expect(
      TolerantFormula.aligned(source) == (isOutside ? "\\begin{aligned}\n\(source)\n\\end{aligned}" : source))
  }
}

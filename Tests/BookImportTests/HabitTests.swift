import Book
import Foundation
import Testing

@testable import BookImport

@Suite("Habits of authors")
struct HabitTests {
  private static func translated(
    _ source: String, _ kind: ForeignBook.Kind, _ files: [String: String] = [:]
  ) throws -> (text: String, remarks: [String]) {
    let folder = try TemporaryFolder(files)
    let name = kind == .quarto ? "a.qmd" : "a.md"
    var translator = ChapterTranslator(path: name, files: SourceFolder(folder.url), kind: kind)
    translator.title = "Title"
    let text = translator.translate(source).trimmed
    return (text, translator.remarks.map(\.description))
  }

  @Test(
    "marks of Obsidian, Typora and MkDocs",
    arguments: [
      (
        "A ==marked== word, 是==高亮==，a==b==c, H~2~O, x^2^ and ~~out~~.",
        "A <mark>marked</mark> word, 是<mark>高亮</mark>，a==b==c, H<sub>2</sub>O, x<sup>2</sup> and ~~out~~."
      ),
      ("x^2+y^2=1 and 2^10, `==a==` and $a^b^$.", "x^2+y^2=1 and 2^10, `==a==` and $a^b^$."),
      ("Press ++ctrl+c++ in C++ or G++.", "Press <kbd>ctrl</kbd>+<kbd>c</kbd> in C++ or G++."),
      ("{++new++}, {--old--}, {~~a~>b~~}", "<ins>new</ins>, <del>old</del>, <del>a</del><ins>b</ins>"),
      ("%%\nhidden\n%%\nshown %%hidden%% too", "shown  too"),
      ("Said so. ^here", "Said so. <a id=\"here\"></a>"),
      ("> [!note] About $x$\n> Text.", "> [!NOTE]\n> **About $x$**\n>\n> Text."),
      ("> [!theorem]- Fermat\n> Text.", "> **Fermat**\n>\n> Text."),
      ("> [!example]\n> A.", "> **Example**\n>\n> A."),
      ("> [!WARNING]  \n> Text.", "> [!WARNING]\n> Text."),
      ("!!! danger inline end \"\"\n    Text.", "> [!CAUTION]\n> Text."),
      (
        "See $\\eqref{eq:a}$ and $(\\ref{eq:b})$.",
        "See \u{10FFF2}eq:a\u{10FFF3} and \u{10FFF2}eq:b\u{10FFF3}."
      ),
      (
        "Term $t$\n:   One.\n\n    Two.\n\nOther\n\n: Three.\n\nEnd.",
        "<dl>\n<dt>\n\nTerm $t$\n\n</dt>\n<dd>\n\nOne.\n\nTwo.\n\n</dd>\n<dt>\n\nOther\n\n</dt>\n<dd>\n\nThree.\n\n</dd>\n</dl>\n\nEnd."
      ),
      ("| a | b |\n|---|---|\n| $|x|$ | `a|b` |", "| a | b |\n|---|---|\n| $\\vert x\\vert$ | `a\\|b` |"),
      (
        "<figure markdown=\"span\">\n  ![a](b)\n  <figcaption>C</figcaption>\n</figure>",
        "<figure>\n\na\n<figcaption>C</figcaption>\n\n</figure>"
      ),
      ("- a\n\t- b\n\t  $$x$$", "- a\n\t- b\n\t  $$\n\t  x\n\t  $$"), ("A $$ $$ b.", "A  b."),
      ("$$\nx\n\ny\n$$", "$$\nx\ny\n$$"),
      (":material-home: Home{: .big }", "Home"), ("[](){#here}", "<a id=\"here\"></a>"),
      ("Code `x`{.python} and `\\x`{=latex}.", "Code `x` and ."),
      ("Not $x^\\*$ but $\\\\*$.", "Not $x^*$ but $\\\\*$."),
      (
        "+---+---+\n| a | `|` |\n+===+===+\n| - b | c |\n| - d |   |\n+---+---+",
        "<table>\n<tr>\n<th>\n\na\n\n</th>\n<th>\n\n`|`\n\n</th>\n</tr>\n<tr>\n<td>\n\n- b\n- d\n\n</td>\n<td>\n\nc\n\n</td>\n</tr>\n</table>"
      ),
    ])
  func marks(source: String, expected: String) throws {
    #expect(try Self.translated(source, .plainMarkdown).text == expected)
  }

  @Test("links and pictures of Obsidian are found in all folders")
  func wikiLinks() throws {
    let files = ["deep/Other page.md": "# B", "img/one two.png": "x"]
    let (text, remarks) = try Self.translated(
      "[[Other page]], [[other page#A part|words]], [[#Here]], ![[one two.png|300]], [[Gone]], [[1, 2]], ![[Other page]]",
      .plainMarkdown, files)
    #expect(
      text
        == "[Other page](/deep/Other%20page.md), [words](/deep/Other%20page.md#a-part), [Here](#here), ![](img/one%20two.png), Gone, [[1, 2]], [Other page](/deep/Other%20page.md)"
    )
    #expect(remarks.contains { $0.hasPrefix("a.md:1:") && $0.contains("'Gone'") })
    #expect(remarks.contains { $0.hasPrefix("a.md:1:") && $0.contains("a link to 'Other page' replaces") })
  }

  @Test(
    "formulas and numbers of mdBook",
    arguments: [
      (
        "So \\\\(x\\\\)is and \\\\(\\begin{bmatrix}\n1\\\\\\\\\n2\\end{bmatrix}\\\\).",
        "So $`x`$is and $\\begin{bmatrix} 1\\\\ 2\\end{bmatrix}$."
      ),
      ("$$\nx\n{{numeq}}{eq:a}\n$$\nBy {{eqref: eq:a}}.", "$$\nx\n$$ {#eq-a}\nBy \u{10FFF2}eq:a\u{10FFF3}."),
      ("**{{thm}}{thm:line}[Line]** So.", "**<a id=\"thm:line\"></a>Theorem (Line)** So."),
      (
        "By {{#cite a}}, $ \\pi(x) $ and $ j $ cost 5 $ or 6 $.",
        "By [@a], $\\pi(x)$ and $j$ cost 5 $ or 6 $."
      ),
      ("\\\\[ x\n= 1 \\\\]", "$$\nx\n= 1\n$$"), ("{{unknown}}{a}", "{{unknown}}{a}"),
      ("{{rem}}[Sums] So.", "Remark (Sums) So."),
    ])
  func mdBook(source: String, expected: String) throws {
    #expect(try Self.translated(source, .mdBook).text == expected)
  }

  @Test(
    "text of Pandoc and LaTeX",
    arguments: [
      ("A \\emph{b} and \\textbf{c}.\n\\newpage", "A *b* and **c**."),
      ("A.\n\n\nB.", "A.\n\nB."),
      ("| Roses $x$\n|   are red", "Roses $x$\\\n&nbsp;&nbsp;are red"),
      ("| a |\n|---|\n| b |\n\n: Of $x$ {#tbl-a}", "| a |\n|---|\n| b |\n\n<a id=\"tbl-a\"></a>\n\n*Of $x$*"),
      ("  A    B\n---  ---\n1    2\n\nEnd.", "```text\n  A    B\n---  ---\n1    2\n```\n\nEnd."),
    ])
  func pandoc(source: String, expected: String) throws {
    #expect(try Self.translated(source, .quarto).text == expected)
  }

  @Test("LaTeX that stays in the text is told with its line")
  func latexInText() throws {
    let (text, remarks) = try Self.translated("A.\n\n\\begin{theorem}\nB.\n\\end{theorem}", .plainMarkdown)
    #expect(text.contains("\\begin{theorem}"))
    #expect(
      remarks.first == "a.md:3: '\\begin{theorem}' is LaTeX outside of a formula, so it stays in the text")
  }

  @Test("what R Markdown computes in a line is told; its references are read")
  func computed() throws {
    let (text, remarks) = try Self.translated(
      "The mean is `r mean(x)`, see \\@ref(fig:a).\n\n```{r a, echo=FALSE}\nplot(x)\n```\n\n$$\nx\n(\\#eq:b)\n$$",
      .quarto)
    #expect(text.hasPrefix("The mean is `r mean(x)`, see \u{10FFF2}fig:a\u{10FFF3}."))
    #expect(text.contains("<a id=\"fig:a\"></a>\n\n```r") && text.hasSuffix("$$\nx\n$$ {#eq-b}"))
    #expect(remarks.contains("a.qmd:1: the value of 'r mean(x)' is not computed; its code is shown"))
  }

  @Test("commands of formulas come from MathJax's settings and from the chapter")
  func macros() throws {
    let folder = try TemporaryFolder([
      "mkdocs.yml": "site_name: A\nextra_javascript:\n  - js/m.js\n",
      "docs/js/m.js":
        #"MathJax = {loader: {load: ['[tex]/physics']}, tex: {macros: {R: "\\mathbb{R}", set: ["\\{#1\\}", 1]}}}"#,
      "docs/a.md":
        "# A\n\n$$\n\\def\\e{\\mathrm{e}}\n$$\n\n\\newcommand{\\x}{y}\n\n$\\e + \\x + \\displaylines{a \\\\ b}$\n",
    ])
    let book = try ForeignBook(at: folder.url)
    #expect(
      book.macros["R"] == #"\mathbb{R}"# && book.macros["set"] == #"\{#1\}"# && book.macros["dd"] != nil)
    var seen: [String] = []
    var writer = BookWriter(book) {
      seen.append($0)
      return nil
    }
    let target = try TemporaryFolder()
    _ = try writer.write(to: target.url.appending(path: "Chapters"))
    #expect(seen.last == #"\mathrm{e} + y + \begin{gathered}a \\ b\end{gathered}"#, "\(seen)")
  }

  @Test("a row with too many cells keeps their words, and is told")
  func cells() throws {
    let (text, remarks) = try Self.translated("| a | b |\n|---|---|\n| 1 | 2 | 3 |", .plainMarkdown)
    #expect(text.hasSuffix("| 1 | 2 \\| 3 |"))
    #expect(
      remarks == ["a.md:3: this row has 3 cells, and the table has 2 columns, so the last cells are joined"])
  }

  @Test("a line of equals signs in a formula underlines no heading")
  func underline() throws {
    let folder = try TemporaryFolder()
    var translator = ChapterTranslator(path: "a.md", files: SourceFolder(folder.url), kind: .plainMarkdown)
    #expect(translator.translate("Text.\n\n$$\nx\n=\ny\n$$").trimmed == "Text.\n\n$$\nx\n=\ny\n$$")
  }

  @Test("a comment without an end in a quote hides nothing below the quote")
  func openComment() throws {
    let folder = try TemporaryFolder(["a.md": "# A\n\n> b\n> <!-- c\n\n[d](gone.md)\n"])
    var writer = BookWriter(try ForeignBook(at: folder.url)) { _ in nil }
    let target = try TemporaryFolder()
    _ = try writer.write(to: target.url.appending(path: "Chapters"))
    #expect(writer.remarks.map(\.problem) == [.linkBroken("gone.md")])
  }

  @Test("a book of bookdown is imported; R Markdown in a plain folder, too")
  func bookdown() throws {
    let book = try TemporaryFolder([
      "_bookdown.yml": "language: en\n", "index.Rmd": "---\ntitle: \"B\"\n---\n# One {#one}\n",
      "02-two.Rmd": "# Two\n",
    ])
    let foreign = try ForeignBook(at: book.url)
    #expect(
      foreign.chapters == ["index.Rmd", "02-two.Rmd"] && foreign.title == "B" && foreign.kind == .quarto)
    let plain = try TemporaryFolder(["a.Rmd": "# A\n"])
    #expect(try ForeignBook(at: plain.url).chapters == ["a.Rmd"])
  }
}

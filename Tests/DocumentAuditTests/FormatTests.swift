import DocumentAudit
import Testing

@Suite("Formats of documents")
struct FormatTests {
  /// Each line and column at which a document is wrong, as `line:column`.
  static func mistakes(_ text: String, _ format: DocumentFormat) -> [String] {
    DocumentAuditor().audit(AuditSource(path: "x", text: text, format: format)).findings.filter(
      \.kind.isError
    ).map { "\($0.line):\($0.column ?? 0)" }
  }

  @Test("LaTeX: comments, code and the preamble are not read; commands and included files are known")
  func latex() {
    let text = #"""
      \documentclass{article}
      \newcommand{\half}[1]{\frac{#1}{2}}
      % $1 = 2$ in a comment
      \begin{document}
      A price of \$5 and $ \half{8} = 3 $.
      \begin{verbatim}
      $1 + 1 = 3$
      \end{verbatim}
      \begin{equation}\label{eq:a}
        2 + 2 = 5
      \end{equation}
      \verb|$1=2$| and \[ \half{6} = 4 \]
      \begin{align*}
       a &= 1 + 1 \\
         &= 3
      \end{align*}
      \input{other}
      \end{document}
      $1 = 2$
      """#
    #expect(Self.mistakes(text, .latex) == ["5:22", "10:3", "12:21", "15:5"])
    #expect(AuditSource(path: "x.tex", text: text).inputs.files == ["other"])
  }

  @Test(
    "the flaw of a malformed formula is named after the group that is open",
    arguments: [
      (#"\begin{matrix} a } \end{matrix}"#, "'}' has no '{'"),
      (#"{ \begin{matrix} a }"#, #"'\begin{matrix}' has no '\end{matrix}'"#),
      (#"\begin{matrix} \left( a \end{matrix}"#, #"'\left' has no '\right'"#),
      (#"\left( \begin{matrix} a \right)"#, #"'\begin{matrix}' has no '\end{matrix}'"#),
      (#"{ \left( a }"#, #"'\left' has no '\right'"#), (#"{ a \right)"#, "'{' is not closed"),
      (#"\begin{matrix} a \right) \end{matrix}"#, #"'\right' has no '\left'"#),
    ])
  func flaws(latex: String, flaw: String) {
    let document = DocumentAuditor().audit(path: "x.md", text: "$$\(latex)$$")
    #expect(document.findings.map(\.message).filter { $0.hasPrefix(flaw) }.count == 1, "\(document.findings)")
  }

  @Test("LaTeX: comments and words within a formula do not end it")
  func latexEnds() {
    let text = #"""
      \begin{align*}
       a &= 1 + 1 \\
      %\end{align*}
      %\begin{align*}
         &= 3
      \end{align*}
      $\F{J $\mbox{or}$ K} = \frac{1}{2} + 1 = 2$ and $1 + 1 = 4$. We write $x_B = 2 \label{eq:a_B_C}$.
      \begin{equation} M \def \int \int f(x, y) \end{equation}
      """#
    #expect(Self.mistakes(text, .latex) == ["5:5", "7:50"])
    let document = DocumentAuditor().audit(AuditSource(path: "x", text: text, format: .latex))
    #expect(document.findings.filter { $0.kind == .unreadable } == [])
  }

  @Test("LaTeX: a box of text within a formula has formulas of its own")
  func latexBoxes() {
    let box = #"""
      $\left.\begin{minipage}{10.5cm}
      \begin{enumerate}[i)]
      \item $a+b=a+c$ and $b=c$
      \end{enumerate}
      \end{minipage}\right\rbrace$ A
      """#
    #expect(Self.mistakes(box + " and $1 + 1 = 3$", .latex) == ["5:37"])
    #expect(Self.mistakes(box.replacing("\\end{enumerate}\n", with: ""), .latex) != [])
    #expect(Self.mistakes(#"$\parbox{5cm}{if $a<b$ and $1 + 1 = 2$} = 3$"#, .latex) == [])
  }

  @Test("Markdown: spaces may stand within the dollars of a formula, and prices are none")
  func spacedDollars() {
    let text = "a $ 1 + 1 = 3 $,费用 $ 5 and $ 7.\n- 2) 连续 $1 + 1 = 4$\n- b) 用 $ x $=$ 2 $ 来"
    #expect(Self.mistakes(text, .markdown) == ["1:5", "2:10"])
    #expect(Self.mistakes("pay $ 5 = five$ or $ 6 $", .markdown) == [])
  }

  @Test("LaTeX: a question in bold type ends the values of the question before it")
  func latexQuestions() {
    let text = #"""
      \begin{enumerate}
      \item \textbf{Find the term number 17 of the progression.}\\
      With $n = 17$ we have $$ n + 1 = 18 $$
      \item \textbf{Find the power of two that is 2048.}\\
      We have $$ 2 \cdot 2^n - 2 = 6 + 4088 $$
      \end{enumerate}
      """#
    #expect(Self.mistakes(text, .latex) == [])
    let steps = text.replacing("\\item \\textbf", with: "\\item \\emph")
    #expect(Self.mistakes(steps, .latex) == ["5:12"])
  }

  @Test("web pages: a tag in the text of a script opens nothing")
  func scripts() {
    let text =
      "<script>var a = '<script>' + '\\\\(1 = 2\\\\)'</script><p>\\(1 + 1 = 3\\)</p><script>\\(1 = 2\\)</script>"
    #expect(Self.mistakes(text, .html).count == 1)
  }

  @Test("LaTeX: the columns of a table are no formulas, and its cells are read")
  func latexColumns() {
    let text = #"""
      \begin{tabular}[t]{@{}l*6{>{\begin{math}\displaystyle}c<{\end{math}}}@{}} $1 + 1 = 3$ & \\
      \multicolumn{2}{>{$}c<{$}|}{$2 + 2 = 5$} \end{tabular}
      \newcolumntype{M}{>{$\displaystyle(}c<{$}}
      \begin{tabularx}{\textwidth}{>{$}X<{$}} $3 + 3 = 7$ \end{tabularx}
      """#
    #expect(Self.mistakes(text, .latex) == ["1:76", "2:30", "4:42"])
  }

  @Test("LaTeX: loaded files are known, also those of the preamble and without braces")
  func latexFiles() {
    let text = #"""
      \documentclass[a4paper]{thesis}
      \usepackage[b]{own, amsmath}
      % \input{old}
      \input{macros}
      \begin{document}
      \input parts/one.tex
      $1 + 1 = 3$ \include{two}
      \end{document}
      """#
    let inputs = AuditSource(path: "x.tex", text: text).inputs
    #expect(inputs.files == ["macros", "parts/one.tex", "two"])
    #expect(inputs.packages == ["thesis.cls", "own.sty", "amsmath.sty"])
    #expect(Self.mistakes(text, .latex) == ["7:2"])
  }

  @Test("reStructuredText: roles and directives are math; code, comments and dollars are not")
  func restructuredText() {
    let text = """
      Title
      =====

      Let :math:`x = 2`. Then ``:math:`1 = 2``` is code, and $1 = 2$ is text.

      .. math:: x + 2 = 5
         :label: eq

      .. math::
         :label: two

         1 + 1 = 2

         1 + 2 = 4

      Code::

         :math:`1 = 2`

      .. note:: A note with :math:`3 + 3 = 7`.

      .. code-block:: python

         x = ":math:`1 = 2`"

      .. A comment with :math:`1 = 2`.
      """
    #expect(Self.mistakes(text, .restructuredText) == ["6:11", "14:4", "20:30"])
  }

  @Test("reStructuredText: a space may stand before the colons of a directive")
  func spacedDirective() {
    #expect(Self.mistakes(".. math ::\n\n    1 + 1 = 3\n", .restructuredText) == ["3:5"])
  }

  @Test("LaTeX: the braces of a tag and the name of a label are no mathematics")
  func tags() {
    let findings = { (text: String) in
      DocumentAuditor().audit(AuditSource(path: "x.tex", text: text, format: .latex)).findings.map(\.kind)
    }
    let display = { (end: String) in "\\begin{equation}\n\\foo{a} = b \(end)\n\\end{equation}" }
    #expect(findings(display(#"\tag{M\RN{2}}"#)) == [])
    #expect(findings(display(#"\tag{by~\cref{x}}"#)) == [])
    #expect(findings(display(#"\elabel{g_l_finite}"#)) == [])
    #expect(findings(display("+ g_l_f")) == [.unreadable])
    #expect(findings(display("+ c}")) == [.unreadable])
  }

  @Test("reStructuredText: options may follow the formula in the first paragraph of a directive")
  func optionsBehindFormula() {
    let text = ".. math::\n   2 + 2 = 5\n   :label: e_f_g\n\n   3 + 3 = 7\n\nText.\n"
    #expect(Self.mistakes(text, .restructuredText) == ["2:4", "5:4"])
  }

  @Test(
    "HTML: delimiters, and the sources that KaTeX, MathJax and drawing servers leave; no scripts, no code")
  func html() {
    let text = #"""
      <html><head><style>$1=2$</style><script>var a = "$1 = 2$";</script></head>
      <body><p>We have \(1 + 1 = 3\) and \(1 &lt; 2\).</p><pre>$1 = 2$</pre>
      <p>\[ 2 + 2
      = 5 \]</p>
      <script type="math/tex; mode=display">3 + 3 = 7</script>
      <span class="katex-display"><math><semantics><mrow><mn>1</mn></mrow>
      <annotation encoding="application/x-tex">4 + 4 = 9</annotation></semantics></math>
      <span class="katex-html" aria-hidden="true"><span>4</span>\(4+4=9\)</span></span>
      <img src="https://latex.codecogs.com/svg.image?5%2B5=11">
      """#
    #expect(Self.mistakes(text, .html) == ["2:20", "3:7", "5:39", "7:42", "9:1"])
  }

  @Test("notebooks: Markdown cells are read, with the lines of the file")
  func notebook() {
    let text = #"""
      {
       "cells": [
        {
         "cell_type": "markdown",
         "source": [
          "# Title\n",
          "$$\\frac{1}{2} + \\frac{1}{2} = 2$$\n",
          "and $1 + 1 = 2$."
         ]
        },
        {"cell_type": "code", "source": ["x = '$1 = 2$'"]},
        {"cell_type": "markdown", "source": "One $2+2=5$\nand \u0024 3 \ud83d\ude00"}
       ]
      }
      """#
    #expect(Self.mistakes(text, .notebook) == ["7:0", "12:0"])
    #expect(!AuditSource(path: "x.ipynb", text: "{}").isNotebook)
    #expect(!AuditSource(path: "x.ipynb", text: "[[[").isNotebook)
  }

  @Test(
    "Markdown in the dialects of MyST, Quarto, Docusaurus and MkDocs",
    arguments: [
      ("---\ntitle: $1 = 2$\nmacros:\n  \\half: \\frac{#1}{2}\n---\n$\\half{8} = 3$", ["6:2"]),
      ("```{math}\n:label: a\n\n2 + 2 = 5\n```", ["4:1"]),
      ("```{math} 1 + 1 = 3\n```", ["2:1"]),
      (
        "````{exercise}\n:label: a\n\nShow $1 + 1 = 3$.\n\n```python\n$1=2$\n```\n\n$2 + 2 = 5$\n````\n\n$3+3=7$",
        ["4:7", "10:2", "13:2"]
      ),
      (":::{math}\n3 + 3 = 7\n:::", ["2:1"]), ("::: {.callout-note}\n$1 + 1 = 3$\n:::", ["2:2"]),
      ("$$\n1 + 1 = 3\n$$ (eq-a)", ["2:1"]), ("$$ 1 + 1 = 3 $$ {#eq-a}", ["1:4"]),
      ("```{code-cell} python\n$1 = 2$\n```", []), ("```{.python}\n$1 = 2$\n```", []),
      ("Text.\n\n    $1 = 2$\n\nMore $1 + 1 = 3$", ["5:7"]),
      ("- item\n\n    $1 + 1 = 3$", ["3:6"]), ("!!! note\n\n    $1 + 1 = 3$", ["3:6"]),
      ("![](https://www.zhihu.com/equation?tex=1%2B2%3D4)", ["1:1"]),
      ("<pre>$1 = 2$</pre><script>$1 = 2$</script>", []), ("<!-- $1 = 2$ -->", []),
      ("---\nmath:\n  '\\half': '\\frac{#1}{2}'\n---\n$\\half{8} = 3$", ["5:2"]),
      ("---\nmacros:\n  \\max: m\\,ax\n---\n$\\max(1, 2) = 3$", ["5:2"]),
      ("\\newcommand{\\half}[1]{\\frac{#1}{2}}\n\n$\\half{8} = 3$", ["3:2"]),
      ("$$\n\\newcommand{\\half}[1]{\\frac{#1}{2}}\n$$\n\n$\\half{8} = 3$", ["5:2"]),
    ])
  func markdown(text: String, places: [String]) {
    #expect(Self.mistakes(text, .markdown) == places)
  }

  @Test("an array of statements is read as rows, and a system behind a brace claims nothing")
  func arrays() {
    let verdicts = { (text: String) in
      DocumentAuditor().audit(path: "x.md", text: text).statements.map { "\($0.line) \($0.verdict)" }
    }
    #expect(
      verdicts("$$\n\\begin{array}{l}\n1 + 1 = 2 \\\\\n1 + 2 = 4\n\\end{array}\n$$") == [
        "3 holds", "4 fails",
      ])
    #expect(verdicts("$$\\begin{array}{rcl} a &=& 1 + 1 \\\\ &=& 3 \\end{array}$$").last == "1 fails")
    let system = "$$\n\\left\\{\\begin{array}{l}\nx + y = 2 \\\\\nx - y = 7\n\\end{array}\\right.\n$$"
    #expect(
      verdicts("With $x = 1$ and $y = 1$.\n\n" + system).suffix(2).allSatisfy { !$0.hasSuffix("fails") })
    #expect(verdicts(system).count == 2)
    #expect(
      verdicts("$$f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & x \\le 0 \\end{cases}$$") == ["1 definition"])
  }

  @Test(
    "standard commands are read",
    arguments: [
      #"1 + 1 = 2 \quad \deg p = 3"#, #"a \equiv 1 \pmod{7}"#, #"x \bmod 2 = 1"#, #"\lnot a = b"#,
      #"\begin{pmatrix*}[r] 1 & 2 \end{pmatrix*} = \begin{pmatrix} 1 & 2 \end{pmatrix}"#,
      #"\begin{matrix} 1 \cr 2 \end{matrix} = v"#, #"x \in \R"#, #"f \colon A \to B"#, #"a \lessapprox b"#,
      #"\Large x = 1"#, #"\nicefrac{1}{2} = 0.5"#, #"\mathds{1} = e"#, #"3 \nmid n"#,
      #"x = \rule{1em}{0pt} 1"#,
    ])
  func commands(latex: String) {
    let document = DocumentAuditor().audit(path: "x.md", text: "$$\(latex)$$")
    #expect(document.unread.isEmpty)
    #expect(!document.statements.isEmpty)
    #expect(document.findings.isEmpty)
  }

  @Test("the values of an example, an exercise or a proof end with it")
  func parts() {
    let examples = [
      "```{example}\nLet $A = \\begin{bmatrix} 1 & 2 \\end{bmatrix}$.\n```\n",
      "```{example}\nHere $A = \\begin{bmatrix} 1 & 2 & 3 \\end{bmatrix}$.\n```\n",
    ].joined(separator: "\n")
    #expect(Self.mistakes(examples, .markdown) == [])
    #expect(
      Self.mistakes(
        examples.replacing("```{example}", with: ":::{prf:example}").replacing("```\n", with: ":::\n"),
        .markdown) == [])
    let unclosed = ":::note\n```{exercise}\n$1 + 1 = 3$\n```\n\n$1 + 1 = 4$"
    #expect(Self.mistakes(unclosed, .markdown) == ["3:2", "6:2"])
  }

  @Test("columns count characters, and stay true behind Chinese text")
  func columns() { #expect(Self.mistakes("中文公式 $1 + 1 = 3$", .markdown) == ["1:7"]) }

  @Test("the ending of a name tells the format")
  func endings() {
    let names = ["a.md", "a.QMD", "b/a.tex", "a.rst", "a.htm", "a.ipynb", "a.png", "a.b/c"]
    #expect(
      names.map { DocumentFormat(path: $0) } == [
        .markdown, .markdown, .latex, .restructuredText, .html, .notebook, nil, nil,
      ])
  }
}

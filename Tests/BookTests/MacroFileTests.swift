import Testing

@testable import Book

@Suite("Files of macros")
struct MacroFileTests {
  @Test(
    "LaTeX, YAML and JSON define the same commands",
    arguments: [
      #"\newcommand{\half}[1]{\frac{#1}{2}} \newcommand{\loss}{\mathcal{L}}"#,
      "macros:\n  \\half: \\frac{#1}{2}\n  loss: \\mathcal{L}\n",
      "sphinx:\n  config:\n    mathjax3_config:\n      tex:\n        macros:\n          half: ['\\frac{#1}{2}', 1]\n          loss: '\\mathcal{L}'\n",
      #"{"macros": {"\\half": "\\frac{#1}{2}", "\\loss": "\\mathcal{L}"}}"#,
      #"{"\\half": "\\frac{#1}{2}", "\\loss": "\\mathcal{L}"}"#,
    ])
  func forms(file: String) {
    #expect(FormulaMacros(file: file).expand(#"\half{\loss}"#) == #"\frac{\mathcal{L}}{2}"#)
  }

  @Test("a file that defines nothing defines nothing")
  func nothing() {
    for file in ["", "a: b", "- 1\n- 2", ": : :", "macros: 3", "[[["] {
      #expect(FormulaMacros(file: file).isEmpty)
    }
  }
}

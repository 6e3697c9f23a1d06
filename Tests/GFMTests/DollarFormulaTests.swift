import GFM
import Testing

/// The fixtures of mdit-py-plugins 0.7 (`dollar_math`, `texmath`, `amsmath`) and of markdown-it-katex are 188 short
/// texts with the formulas that those plugins find in them. A chapter has the same formulas in 162 of them. These are
/// the others.
@Suite("Formulas that other Markdown readers find or miss")
struct DollarFormulaTests {
  @Test(
    "no letter or digit follows a closing sign, so that prices stay text; a digit may stand before a formula",
    arguments: [
      ("3$1+2$ $1+2$3\n", ["1+2"]), ("a$1+1=2$\n$1+1=2$b\nc$x$d\n", ["1+1=2"]), ("foo$1+1 = 2$bar\n", []),
      ("foo$-1+1 = 2$bar\n", []), ("$p_2 = \\\\$a\n", []),
    ])
  func neighbours(text: String, expected: [String]) {
    #expect(Self.formulas(in: text) == expected)
  }

  @Test(
    "a name in brackets is a label, but a number or several words are text, and the formula is set",
    arguments: [
      ("$$1+1=2$$ (2)\n", ["1+1=2"], "(2)"), ("$$f(x) = x^2 - 1$$ (1)\n", ["f(x) = x^2 - 1"], "(1)"),
      ("$$1+1=2$$ (a b)\n", ["1+1=2"], "(a b)"), ("```\ncode\n```\n$$a+b$$(1)\n", ["a+b"], "(1)"),
      ("$$\\\\sum\\_{i=1}\\^n$$ (2)\n", ["\\\\sum\\_{i=1}\\^n"], "(2)"),
      ("$$\na = 1\n$$\n\n$$\nb = 2\n$$ (1)\n", ["a = 1", "b = 2"], "(1)"),
      ("> formula\n>\n> $$ a+b=c$$ (2)\n>\n> in blockquote.\n", ["a+b=c"], "(2)"),
      ("$${\\\\bold e}(\\\\varphi) =\n\\\\cos$$ (3)\n", ["{\\\\bold e}(\\\\varphi) =\n\\\\cos"], "(3)"),
    ])
  func numbers(text: String, expected: [String], number: String) {
    #expect(Self.formulas(in: text) == expected)
    #expect(MarkdownDocument(text).tree.plainText.contains(number))
  }

  @Test("a name in brackets below several lines is a label as well")
  func label() {
    let text = "$$\na=1 \\\\\nb=2\n$$ (abc)\n\n- ab $c=1$ d\n"
    #expect(Self.formulas(in: text) == ["a=1 \\\\\nb=2", "c=1"])
    #expect(Self.displayed(in: text).map(\.label) == ["abc"])
  }

  @Test(
    "LaTeX's brackets are signs of a formula behind another formula, too",
    arguments: [
      ("$$\\\\sum\\_{i=1}\\^n$$ \\(2\\)\n", ["\\\\sum\\_{i=1}\\^n", "2"]),
      ("\\[\\\\sum\\_{i=1}\\^n\\] \\(2\\)\n", ["\\\\sum\\_{i=1}\\^n", "2"]),
    ])
  func brackets(text: String, expected: [String]) {
    #expect(Self.formulas(in: text) == expected)
  }

  @Test("two backslashes are an escaped backslash, so the sign behind them begins a formula")
  func escapes() {
    #expect(Self.formulas(in: "\\\\$1+1=2$\n$1+1=2\\\\$\n") == ["1+1=2", "1+1=2\\\\"])
  }

  @Test(
    "a formula ends before a blank line; without a closing sign it is an error, not text",
    arguments: ["$$\n", "$$\n1+1=2\n\n$$\n", "$$\n\n  1\n+ 1\n\n= 2\n\n$$\n", "$$\n1+1 = 2\n"])
  func unclosed(text: String) {
    #expect(Self.displayed(in: text).map(\.isClosed).contains(true) == false)
    #expect(!Self.displayed(in: text).isEmpty)
  }

  @Test(
    "four spaces begin code, also where a reader can be told otherwise",
    arguments: ["    $$a$$\n", "    \\[\n    a = 1\n    \\]\n"])
  func code(text: String) {
    #expect(Self.formulas(in: text) == [])
  }

  @Test("a displayed formula may stand in a line")
  func inLine() {
    let text = "It's well know that $$1 + 1 = 3$$ for sufficiently large 1.\n"
    #expect(Self.formulas(in: text) == ["1 + 1 = 3"])
  }

  private static func formulas(in text: String) -> [String] {
    MarkdownDocument(text).tree.descendants.compactMap { node in
      switch node.kind {
      case .math(let latex): latex
      case .displayMath(let formula): formula.latex.trimmed
      default: nil
      }
    }
  }

  private static func displayed(in text: String) -> [DisplayedFormula] {
    MarkdownDocument(text).tree.descendants.compactMap { node in
      if case .displayMath(let formula) = node.kind { formula } else { nil }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return String(text.prefix(text.count - text.reversed().prefix(while: \.isWhitespace).count))
  }
}

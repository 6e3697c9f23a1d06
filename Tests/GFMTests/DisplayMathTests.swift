import GFM
import Testing

@Suite("Displayed math")
struct DisplayMathTests {
  @Test(
    "a formula between two dollar signs is a block of its own",
    arguments: [
      ("$$\na_1 * b_2 * c\n$$", ["|a_1 * b_2 * c"]),
      ("$$a_1 + b_2 = c_3$$", ["|a_1 + b_2 = c_3|"]),
      ("text\n$$\nx\n$$\nmore", ["p:text", "|x", "p:more"]),
      ("before $$x$$ after", ["p:before", "|x|", "p:after"]),
      ("$$x$$ $$y$$", ["|x|", "|y|"]),
      ("$$\na\n- b\n+ c\n= d\n# e\n$$", ["|a|- b|+ c|= d|# e"]),
      ("$$a = b\n+ c$$", ["a = b|+ c"]),
      ("$$x$$.", ["|x.|"]),
      ("text:\n$$x$$\n, and more", ["p:text:", "|x|", "p:, and more"]),
    ])
  func blocks(text: String, expected: [String]) {
    #expect(pieces(of: text) == expected.map { $0.replacing("|", with: "\n").trimmed })
  }

  @Test("a formula stays inside its list or quote, and the list stays tight")
  func containers() {
    let list = MarkdownDocument("- one:\n  $$\n  x\n  $$\n- two").tree.children[0]
    #expect(list.kind == .list(ordered: false, start: 0, tight: true))
    #expect(list.children[0].children.map(\.kind.isFormula) == [false, true])
    let quote = MarkdownDocument("> $$\n> x\n> $$").tree.children[0]
    #expect(quote.children.map(\.kind.isFormula) == [true])
  }

  @Test(
    "the name after the closing sign names the formula",
    arguments: [
      "$$\nx\n$$ {#eq-loss}", "$$\nx\n$$ (eq-loss)", "$$x$$ {#eq-loss}", "$$x$$ (eq-loss)",
      "$$ x $$ {#eq-loss .wide}",
    ])
  func label(text: String) {
    #expect(formulas(in: text).map(\.label) == ["eq-loss"])
    #expect(formulas(in: text).map(\.latex.trimmed) == ["x"])
  }

  @Test("brackets in running text are not a name")
  func noLabel() {
    #expect(pieces(of: "Then $$x$$ (see below) it ends.") == ["p:Then", "x", "p:(see below) it ends."])
    #expect(pieces(of: "和域 $$x$$ (标准线性空间)") == ["p:和域", "x", "p:(标准线性空间)"])
  }

  @Test("an unclosed formula is reported, and takes no more than its paragraph")
  func open() {
    let tree = MarkdownDocument("$$\nx\n\nafter").tree
    #expect(formulas(in: "$$\nx\n\nafter").map(\.isClosed) == [false])
    #expect(tree.children.last?.plainText == "after")
  }

  @Test(
    "text after the closing sign is the next paragraph, but what looks like a label is kept for a message")
  func textBehind() {
    #expect(pieces(of: "$$\nx\n$$ where $a$ is\nmore") == ["x", "p:where a is more"])
    #expect(pieces(of: "> $$\n> x\n> $$, where x is") == pieces(of: "> $$\n> x,\n> $$\n> where x is"))
    #expect(formulas(in: "$$\nx\n$$ {eq-loss}")[0].textBehind.trimmed == "{eq-loss}")
  }

  @Test(
    "its lines are not read as lists, headings or rules, also below a line of text",
    arguments: ["", "Text\n", "Text\n\n", "- item\n\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"],
    ["a\n+ b", "a\n=\nb", "a\n- b", "a\n---\nb", "# a", "1. a", "> a"])
  func blockSigns(before: String, latex: String) {
    #expect(formulas(in: before + "$$\n\(latex)\n$$").map(\.latex.trimmed) == [latex])
  }

  @Test("its lines are those of the text")
  func lines() {
    let tree = MarkdownDocument("one\ntwo $$x\ny$$ three\nfour $$z$$").tree
    let lines = tree.children.filter(\.kind.isFormula).map(\.startLine)
    #expect(lines == [2, 4])
  }

  @Test(
    "LaTeX's own delimiters are read as well, with a remark for each",
    arguments: [
      (#"Then \(a_1*b*c\) holds."#, ["p:Then a_1*b*c holds."], #"\("#),
      ("\\[\na_1\n- b\n\\]", ["a_1\n- b"], #"\["#),
      (#"So \[x^2 = y\] here."#, ["p:So", "x^2 = y", "p:here."], #"\["#),
      (#"kramdown: \\(a_1\\) here"#, ["p:kramdown:  a_1  here"], #"\\("#),
      (#"\\[ x_1 \\]"#, ["x_1"], #"\\["#),
    ])
  func latexDelimiters(text: String, expected: [String], delimiter: String) {
    #expect(pieces(of: text) == expected)
    #expect(MarkdownDocument(text).mathRemarks.map(\.kind) == [.latexDelimiter(delimiter)])
  }

  @Test(
    "code, escaped brackets in prose and string interpolation stay as they are",
    arguments: [
      #"`\(x\)`"#, "```text\n\\(x\\)\n```", #"a \[citation\] here"#, "    \\(x\\)", #"\( and no end"#,
    ])
  func noDelimiters(text: String) {
    #expect(MarkdownDocument(text).mathRemarks.isEmpty)
    #expect(
      MarkdownDocument(text).html() == MarkdownDocument(text, extensions: [.github, .footnotes]).html())
  }

  @Test("escaped brackets around prose with a formula are brackets")
  func bracketsAroundFormulas() {
    #expect(
      pieces(of: #"a set \[also sample, unlike $x_1$\] of"#) == ["p:a set [also sample, unlike x_1] of"])
    #expect(MarkdownDocument(#"it is \(unlike $x_1$\) so"#).mathRemarks.isEmpty)
    #expect(pieces(of: #"\[\text{if $x_1$} = 0\]"#) == [#"\text{if $x_1$} = 0"#])
  }

  @Test("two dollar signs that begin no formula give a remark")
  func unpaired() {
    #expect(
      MarkdownDocument("The process $$ has ended").mathRemarks == [MathRemark(line: 1, kind: .unpairedSign)])
    #expect(MarkdownDocument("`$$`").mathRemarks.isEmpty)
  }

  private func pieces(of text: String) -> [String] {
    MarkdownDocument(text).tree.children.map { node in
      if case .displayMath(let formula) = node.kind { return formula.latex.trimmed }
      return ("p:" + node.plainText).trimmed
    }
  }

  private func formulas(in text: String) -> [DisplayedFormula] {
    MarkdownDocument(text).tree.descendants.compactMap { node in
      if case .displayMath(let formula) = node.kind { formula } else { nil }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension MarkdownNode.Kind {
  fileprivate var isFormula: Bool { if case .displayMath = self { true } else { false } }
}

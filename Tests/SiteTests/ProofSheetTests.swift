import Testing

@testable import Site

@Suite("The page of an audit")
struct ProofSheetTests {
  @Test("the notes on a formula in a sentence follow at the end of its own paragraph")
  func proof() throws {
    let note = ProofSheet.Note(.failed, "wrong")
    let formulas = [true, false].map { ProofSheet.Formula(latex: "1 = 2", isDisplay: $0, notes: [note]) }
    let sheet = ProofSheet(
      language: "en",
      documents: [
        ProofSheet.Document(
          title: "t", summary: [],
          markdown: "- a *\u{E000}1\u{E001}* b\n  - c\n\n\u{E000}0\u{E001} d\n\n`\u{E000}7\u{E001}`",
          formulas: formulas, notes: [])
      ])
    let html = try sheet.html()
    let told = "<span class=\"note\">wrong</span>"
    #expect(html.contains(" b\(told)\n<ul>"))
    #expect(html.contains("\(told) d</p>"))
    #expect(html.matches(of: /class="katex"/).count == 2 && html.contains("<code></code>"))
  }
}

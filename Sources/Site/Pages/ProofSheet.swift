import Foundation
import GFM

/// One HTML file with documents whose formulas have marks in the margin. It needs no other file and sends nothing.
package struct ProofSheet {
  /// A document with the formulas that stand for the signs in its Markdown.
  package struct Document {
    package var title: String
    /// Counts, in one line each.
    package var summary: [String]
    package var markdown: String
    package var formulas: [Formula]
    /// Findings that belong to no formula.
    package var notes: [Note]

    package init(
      title: String, summary: [String], markdown: String, formulas: [Formula], notes: [Note]
    ) {
      self.title = title
      self.summary = summary
      self.markdown = markdown
      self.formulas = formulas
      self.notes = notes
    }
  }

  /// A formula with the marks of its statements.
  package struct Formula {
    package var latex: String
    package var isDisplay: Bool
    package var notes: [Note]

    package init(latex: String, isDisplay: Bool, notes: [Note]) {
      self.latex = latex
      self.isDisplay = isDisplay
      self.notes = notes
    }
  }

  /// The result of the audit for a statement.
  package struct Note {
    /// The sign beside a formula.
    package enum Mark: String {
      case passed, failed, declared, undecided
    }

    package var mark: Mark
    package var text: String

    package init(_ mark: Mark, _ text: String) {
      self.mark = mark
      self.text = text
    }
  }

  let language: String
  let documents: [Document]

  package init(language: String, documents: [Document]) {
    self.language = language
    self.documents = documents
  }

  /// The HTML file.
  ///
  /// - Throws: ``SiteBuilder/Missing`` when KaTeX is not installed, and errors of reading its files.
  package func html() throws -> String {
    guard let katex = KaTeXFiles.find() else {
      throw SiteBuilder.Missing(description: "KaTeX is not installed; install the package libjs-katex")
    }
    let typesetter = FormulaTypesetter(files: katex, cache: nil)
    let articles = documents.map { article($0, typesetter) }
    let katexSheet = try KaTeXFonts(usedIn: articles).styleSheet(of: katex)
    let theme = String(decoding: try ThemeSource(folder: nil).data("style.css"), as: UTF8.self)
    let sheets = katexSheet + theme + Self.style
    let title = documents.map(\.title).joined(separator: ", ")
    return """
      <!DOCTYPE html>
      <html lang="\(escapeHTML(language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(escapeHTML(title))</title>
      <style>
      \(sheets)
      </style>
      </head>
      <body class="proof">
      <main id="main">
      \(articles.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private static let style = """
    body.proof { display: block; }
    .proof main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
    .proof .display { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; margin: 0.6rem 0; }
    .proof .display > .scrolling { flex: 1 1 auto; min-width: 0; max-width: 100%; overflow-x: auto; overflow-y: hidden; display: block; }
    .proof .marks-of-formula { font: 400 0.85rem/1.5 var(--sans); white-space: nowrap; }
    .proof .mark.undecided { color: var(--muted); }
    .proof .note { display: block; font: 400 0.85rem/1.5 var(--sans); color: var(--red); border-left: 4px solid var(--red); padding-left: 0.75rem; margin: 0.3rem 0; }
    .proof .katex-display { margin: 0.2rem 0; }
    .proof .scrolling { scrollbar-width: thin; }
    .proof .source { font: 400 0.85em/1.5 var(--mono); }
    .proof table { display: block; overflow-x: auto; }
    .proof pre { background: var(--code); padding: 0.75rem 1rem; overflow-x: auto; font-size: 0.8rem; }
    .proof article + article { margin-top: 4rem; border-top: 1px solid var(--rule); padding-top: 1rem; }

    """
}

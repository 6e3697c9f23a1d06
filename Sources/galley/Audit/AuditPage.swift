import ArgumentParser
import DocumentAudit
import Formulas
import Foundation
import Site

/// The page of an audit: the documents with the marks of a proof beside their formulas.
struct AuditPage {
  private let sheet: ProofSheet

  init(sources: [AuditSource], report: AuditReport, language: AuditLanguage) {
    let documents = zip(sources, report.documents).map { source, document in
      let text = MarkedText(source)
      return ProofSheet.Document(
        title: document.path,
        summary: [language.counts(of: [document], path: document.path)],
        markdown: text.markdown,
        formulas: text.formulas.enumerated().map { number, formula in
          ProofSheet.Formula(
            latex: formula.latex, isDisplay: formula.isDisplay,
            notes: Self.notes(on: number, of: document, language))
        },
        notes: document.findings.filter { $0.statement == nil }.map {
          ProofSheet.Note($0.kind.isError ? .failed : .undecided, "\($0.line): " + language.text(of: $0))
        })
    }
    sheet = ProofSheet(language: language.rawValue, documents: documents)
  }

  /// The notes on the statements of a formula, without its definitions.
  private static func notes(
    on number: Int, of document: AuditedDocument, _ language: AuditLanguage
  ) -> [ProofSheet.Note] {
    document.statements.enumerated().filter { $0.element.formula == number }.compactMap { index, statement in
      let findings = document.findings.filter { $0.statement == index }.map(language.text)
      if !findings.isEmpty { return ProofSheet.Note(.failed, findings.joined(separator: "; ")) }
      if statement.isDeclaredWrong, statement.verdict == .fails {
        return ProofSheet.Note(.declared, language.word(.declared))
      }
      switch statement.verdict {
      case .holds: return ProofSheet.Note(.passed, language.word(statement.verdict))
      case .undetermined, .unreadable:
        let reason = statement.reason.map { ": " + language.text(of: $0) } ?? ""
        return ProofSheet.Note(.undecided, language.word(statement.verdict) + reason)
      case .definition, .fails: return nil
      }
    }
  }

  /// Writes the page.
  func write(to path: String) throws {
    do {
      try Data(sheet.html().utf8).write(to: URL(fileURLWithPath: path))
    } catch let missing as SiteBuilder.Missing {
      throw ValidationError(missing.description)
    } catch {
      throw ValidationError("\(path): the page cannot be written; name a file in a folder that exists")
    }
  }
}

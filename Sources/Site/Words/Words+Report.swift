import Checks
import GFM

/// A text of a report for a page, and the language that it is in where that is not the interface's.
struct ReportText: Equatable {
  var text: String
  /// `en`, when the page is in another language and the text is English prose.
  var language: String?
}

extension Words {
  /// A sentence that a report says in English.
  func sentence(_ text: String) -> ReportText {
    if language == "en" || text.isEmpty { return ReportText(text: text) }
    for pattern in sentences {
      if let translation = pattern.translated(text, inner: { sentence($0).text }) {
        return ReportText(text: translation)
      }
    }
    // Numbers, code and the words of other languages are not taken for English.
    let isProse = text.contains(/[a-z]{2,} [a-z]{2,}/)
    return ReportText(text: text, language: isProse ? "en" : nil)
  }

  /// Why a check fails, as a paragraph below what it is about.
  func failure(_ reason: String, line: Int, mark: String) -> String {
    let label = escapeHTML(text(.lineLabel, ["line": line]))
    return "<p class=\"failure\"><strong>\(label)</strong> \(html(sentence(reason))) \(mark)</p>"
  }

  /// A text with its language where that is another one than the page's.
  func html(_ text: ReportText) -> String {
    let html = escapeHTML(text.text)
    return text.language.map { "<span lang=\"\($0)\">\(html)</span>" } ?? html
  }

  /// Code that stands in a sentence.
  func code(_ text: String) -> String { "<code>\(escapeHTML(text))</code>" }

  /// What was expected, or what came: sentences of the report where it is not a value.
  func part(_ text: String, of result: CheckResult) -> ReportText {
    switch result.kind {
    case .approximate, .equal, .prints:
      text == "was not reached" ? sentence(text) : ReportText(text: text)
    default: sentence(text)
    }
  }
}

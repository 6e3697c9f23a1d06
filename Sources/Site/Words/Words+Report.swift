import Checks
import GFM

extension Words {
  /// The text of a report's wording, in the language of the page.
  func text(_ wording: Wording) -> String { pieces(wording).map(\.text).joined() }

  /// The HTML of a report's wording. English text gets a `lang` attribute on pages in another language.
  func html(_ wording: Wording) -> String {
    pieces(wording).map { piece in
      let html = escapeHTML(piece.text)
      return piece.isEnglish ? "<span lang=\"en\">\(html)</span>" : html
    }.joined()
  }

  /// A paragraph with the reason why a check fails.
  func failure(_ reason: Wording, line: Int, mark: String) -> String {
    let label = escapeHTML(text(.lineLabel, ["line": line]))
    return "<p class=\"failure\"><strong>\(label)</strong> \(html(reason)) \(mark)</p>"
  }

  /// The HTML of inline code.
  func code(_ text: String) -> String { "<code>\(escapeHTML(text))</code>" }

  /// The pieces of a wording. Adjacent pieces in the same language are joined.
  private func pieces(_ wording: Wording) -> [Wording.Piece] {
    wording.pieces { self[$0] }.reduce(into: []) { pieces, piece in
      var piece = piece
      piece.isEnglish = piece.isEnglish && language != "en"
      if pieces.last?.isEnglish == piece.isEnglish {
        pieces[pieces.count - 1].text += piece.text
      } else if !piece.text.isEmpty {
        pieces.append(piece)
      }
    }
  }
}

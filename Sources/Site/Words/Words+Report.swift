import Checks
import GFM

extension Words {
  /// What a report says, in the language of the page.
  func text(_ wording: Wording) -> String { pieces(wording).map(\.text).joined() }

  /// The same as HTML; English prose says that it is English on pages in another language.
  func html(_ wording: Wording) -> String {
    pieces(wording).map { piece in
      let html = escapeHTML(piece.text)
      return piece.isEnglish ? "<span lang=\"en\">\(html)</span>" : html
    }.joined()
  }

  /// Why a check fails, as a paragraph below what it is about.
  func failure(_ reason: Wording, line: Int, mark: String) -> String {
    let label = escapeHTML(text(.lineLabel, ["line": line]))
    return "<p class=\"failure\"><strong>\(label)</strong> \(html(reason)) \(mark)</p>"
  }

  /// Code that stands in a sentence.
  func code(_ text: String) -> String { "<code>\(escapeHTML(text))</code>" }

  /// Neighbours in the same language are one piece.
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

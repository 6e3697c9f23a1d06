import SwiftParser
import SwiftSyntax

/// The numbers of a piece of Swift, found by the compiler's own parser.
package enum NumericLiterals {
  /// The UTF-8 offset and the text of each literal. Empty if the code exceeds `SwiftBounds`.
  package static func find(in code: String) -> [(offset: Int, text: String)] {
    if SwiftBounds.excess(in: code) != nil { return [] }
    return Parser.parse(source: code).tokens(viewMode: .sourceAccurate).compactMap { token in
      switch token.tokenKind {
      case .integerLiteral(let text), .floatLiteral(let text):
        (token.positionAfterSkippingLeadingTrivia.utf8Offset, text)
      default: nil
      }
    }
  }
}

import SwiftParser
import SwiftSyntax

/// The names in Swift code that begin with a capital letter, as names of types do.
package enum CapitalizedNames {
  /// The names with their places in bytes, in order; without labels, names of imported modules, and everything in
  /// comments and in the text of strings. The code must be within ``SwiftBounds``.
  package static func places(in code: String) -> [(offset: Int, name: String)] {
    Parser.parse(source: code).tokens(viewMode: .sourceAccurate).compactMap { token in
      guard case .identifier(let name) = token.tokenKind, name.first?.isUppercase == true,
        token.parent?.is(ImportPathComponentSyntax.self) != true
      else { return nil }
      let isLabel =
        token.trailingTrivia.isEmpty && token.nextToken(viewMode: .sourceAccurate)?.tokenKind == .colon
      return isLabel ? nil : (token.positionAfterSkippingLeadingTrivia.utf8Offset, name)
    }
  }
}

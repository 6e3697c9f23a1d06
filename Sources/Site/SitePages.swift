import Book
import Checks
import Foundation

/// The files of a site, by their path below its folder.
package struct SitePages: Sendable {
  /// The bytes of each file.
  package var files: [String: Data]
  /// Formulas and diagrams that could not be drawn, references and links to nothing; warnings that words are missing.
  package var diagnostics: [Diagnostic]
  /// Links out of the book, in order.
  package var externalLinks: [ExternalLink] = []

  /// Whether they may be published.
  package var isSound: Bool { !diagnostics.hasErrors }
}

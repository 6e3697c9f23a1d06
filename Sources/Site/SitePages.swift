import Book
import Checks
import Foundation

/// The files of a site, by their path below its folder.
package struct SitePages: Sendable {
  /// The bytes of each file.
  package var files: [String: Data]
  /// Problems with the theme and its words, and with formulas, diagrams, references and links.
  package var diagnostics: [Diagnostic]
  /// Links to addresses outside the book, in order.
  package var externalLinks: [ExternalLink] = []

  /// Whether the pages can be published: no diagnostic is an error.
  package var isSound: Bool { !diagnostics.hasErrors }
}

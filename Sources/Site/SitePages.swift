import Book
import Checks
import Foundation

/// The files of a site, by their path below its folder.
public struct SitePages: Sendable {
  /// The bytes of each file.
  public var files: [String: Data]
  /// Formulas and diagrams that could not be drawn, references and links to nothing; warnings that words are missing.
  public var diagnostics: [Diagnostic]
  /// Links out of the book, in order.
  public var externalLinks: [ExternalLink] = []

  /// Whether they may be published.
  public var isSound: Bool { !diagnostics.hasErrors }
}

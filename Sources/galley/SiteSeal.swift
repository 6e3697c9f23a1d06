import Book
import Caching
import Foundation
import Runner
import Site

/// What a site was made from and what it holds. While both are the same there is nothing to do: no chapter has to be
/// read to know it.
struct SiteSeal {
  private let cache: ContentCache
  private let folder: BookFolder
  private let runner: ChapterRunner
  private let hasSinglePage: Bool
  private var parts: [String] = []

  /// The seal of a site that `runner` runs the chapters of; nil when what it depends on cannot be told.
  ///
  /// - Parameter hasSinglePage: Whether the site has a page with the whole book.
  init?(of folder: BookFolder, _ runner: ChapterRunner, cache: ContentCache, hasSinglePage: Bool) {
    self.cache = cache
    self.folder = folder
    self.runner = runner
    self.hasSinglePage = hasSinglePage
    guard let parts = currentParts else { return nil }
    self.parts = parts
  }

  /// What the build said in the end that made `site`, if that is still as it left it.
  func summary(of site: SiteFolder) -> String? {
    guard let kept = cache.value("seal", of: parts, as: Seal.self), kept.site == site.fingerprint else {
      return nil
    }
    return kept.summary
  }

  /// Keeps that `site` was made from this, by a build that had nothing to tell but its summary: what is not made
  /// again is not told again.
  func put(on site: SiteFolder, summary: String) {
    // What was changed while it was being read is in no seal.
    guard currentParts == parts, let fingerprint = site.fingerprint else { return }
    cache.keep(Seal(site: fingerprint, summary: summary), "seal", of: parts)
  }

  /// A digest of all that the site depends on as it is now; nil when something of it cannot be read, or when the
  /// folder is a store of data, which takes longer to read than the book takes to build.
  private var currentParts: [String]? {
    guard let book = Fingerprint.ofTree(folder.path, atMost: 256 << 20, links: .inside),
      let surroundings = SiteBuilder.surroundings
    else { return nil }
    let modules = runner.moduleSources.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    // Pages and messages name files from the folder's name on.
    return [folder.name, book, surroundings, runner.surroundings, "\(hasSinglePage)"] + modules
  }

  private struct Seal: Codable {
    /// The digest of the site.
    var site: String
    /// What the build said in the end.
    var summary: String
  }
}

import Book
import Caching
import Foundation
import Runner
import Site

/// Digests of the input and the files of a site. While both are unchanged, a build has nothing to do, and it need not
/// parse any chapter.
struct SiteSeal {
  private let cache: ContentCache
  private let folder: BookFolder
  private let runner: ChapterRunner
  private let hasSinglePage: Bool
  private var parts: [String] = []

  /// The seal of a site whose chapters `runner` runs; nil if a digest of the input cannot be computed.
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

  /// The summary of the build that made `site`; nil if the site or its input has changed since then.
  func summary(of site: SiteFolder) -> String? {
    guard let kept = cache.value("seal", of: parts, as: Seal.self), kept.site == site.fingerprint else {
      return nil
    }
    return kept.summary
  }

  /// Stores the seal of `site`. Call this only if the build printed nothing but its summary, because a skipped build
  /// cannot repeat other messages.
  func put(on site: SiteFolder, summary: String) {
    // Discard the seal if the input changed during the build.
    guard currentParts == parts, let fingerprint = site.fingerprint else { return }
    cache.keep(Seal(site: fingerprint, summary: summary), "seal", of: parts)
  }

  /// Digests of the current input of the site. Nil if a file cannot be read, or if the folder is so large that reading
  /// it would take longer than a build.
  private var currentParts: [String]? {
    guard let book = Fingerprint.ofTree(folder.path, atMost: 256 << 20, links: .inside),
      let surroundings = SiteBuilder.surroundings
    else { return nil }
    let modules = runner.moduleSources.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    // The folder's name is part of the input, because pages and messages contain it.
    return [folder.name, book, surroundings, runner.surroundings, "\(hasSinglePage)"] + modules
  }

  private struct Seal: Codable {
    /// The digest of the site.
    var site: String
    /// The summary that the build printed.
    var summary: String
  }
}

import Book
import Caching
import Checks
import Foundation
import Runner
import Site

/// Digests of the input and the files of a site. While both are unchanged, a build has nothing to do, and it need not
/// parse any chapter. While the input is unchanged, a check has nothing to do either.
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

  /// The findings of the build that made `site`; nil if the site or its input has changed since then.
  func seal(of site: SiteFolder) -> Seal? {
    guard let seal, let kept = seal.site, kept == site.fingerprint else { return nil }
    return seal
  }

  /// The findings of a build or a check of the same input; nil if there was none, or if it failed.
  var seal: Seal? { cache.value("seal", of: parts, as: Seal.self) }

  /// Stores what was found out about the input, together with what is already known. Call this only if nothing failed,
  /// because a failure is found anew each time.
  func put(_ found: Seal) {
    // Discard the seal if the input changed meanwhile.
    guard currentParts == parts else { return }
    let known = seal
    var all = found
    all.site = found.site ?? known?.site
    all.exercises = found.exercises ?? known?.exercises
    cache.keep(all, "seal", of: parts)
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

  struct Seal: Codable {
    /// The digest of the site that was built from the input; nil if none was.
    var site: String?
    /// The summary that a build prints.
    var summary: String
    /// The text that a check prints about the chapters.
    var check: String
    /// The warnings, which are repeated each time.
    var warnings: [Diagnostic]
    /// The number of exercises, if all are sound; nil if they were not tried.
    var exercises: Int?

    /// Creates the findings about a book with this report and these warnings.
    init(_ report: Report, warnings: [Diagnostic]) {
      summary = report.summary
      check = CheckText.text(of: report)
      self.warnings = warnings
    }
  }
}

import Book
import Caching
import Foundation
import Runner
import Site

/// What a site was made from and what it holds. While both are the same there is nothing to do: no chapter has to be
/// read to know it.
struct SiteSeal {
  private let cache: ContentCache
  private let key: String
  private let make: @Sendable () -> String?

  /// The seal of a site that `runner` runs the chapters of; nil when what it depends on cannot be told.
  ///
  /// - Parameter hasSinglePage: Whether the site has a page with the whole book.
  init?(of folder: BookFolder, _ runner: ChapterRunner, cache: ContentCache, hasSinglePage: Bool) {
    self.cache = cache
    make = { Self.key(folder, runner, hasSinglePage) }
    guard let key = make() else { return nil }
    self.key = key
  }

  /// What the build said in the end that made `site`, if that is still as it left it.
  func summary(of site: SiteFolder) -> String? {
    guard let text = cache.text(under: key), let digest = text.split(separator: "\n").first,
      let found = site.fingerprint, digest == found
    else { return nil }
    return String(text.dropFirst(digest.count + 1))
  }

  /// Keeps that `site` was made from this, by a build that had nothing to tell but its summary: what is not made
  /// again is not told again.
  func put(on site: SiteFolder, summary: String) {
    // What was changed while it was being read is in no seal.
    guard make() == key, let fingerprint = site.fingerprint else { return }
    cache.keep(fingerprint + "\n" + summary, under: key)
  }

  private static func key(_ folder: BookFolder, _ runner: ChapterRunner, _ hasSinglePage: Bool) -> String? {
    guard isPlain(folder.path), let book = Fingerprint.ofTree(folder.path),
      let surroundings = SiteBuilder.surroundings
    else { return nil }
    let modules = runner.moduleSources.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    // Pages and messages name files from the folder's name on.
    let parts = [
      "the seal of a site", folder.name, book, surroundings, runner.surroundings, "\(hasSinglePage)",
    ]
    return Fingerprint.of((parts + modules).joined(separator: "\u{0}"))
  }

  /// Whether the folder can be told by reading it: no link in it leads to a folder elsewhere, and it is no store of
  /// data, which would take longer to read than the book takes to build.
  private static func isPlain(_ path: String) -> Bool {
    let keys: Set<URLResourceKey> = [.isSymbolicLinkKey, .fileSizeKey]
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: path), includingPropertiesForKeys: Array(keys))
    var size = 0
    while let file = files?.nextObject() as? URL {
      guard let values = try? file.resourceValues(forKeys: keys) else { return false }
      if values.isSymbolicLink == true { return false }
      size += values.fileSize ?? 0
      if size > 256 << 20 { return false }
    }
    return true
  }
}

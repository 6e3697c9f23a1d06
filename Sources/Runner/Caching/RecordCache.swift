import Caching
import Foundation

/// The records of earlier runs.
struct RecordCache: Sendable {
  var cache: ContentCache

  /// The record under `key`; nil when there is none.
  func record(under key: String) -> RunRecord? {
    cache.text(under: key).flatMap {
      try? JSONDecoder().decode(RunRecord.self, from: Data($0.utf8))
    }
  }

  /// The last record of `chapter` that was kept, whatever has changed since; nil when it is gone.
  func lastRecord(of chapter: String) -> RunRecord? {
    guard let text = cache.text(under: Self.traceKey(of: chapter)),
      let parts = try? JSONDecoder().decode([CacheKey.Part].self, from: Data(text.utf8))
    else { return nil }
    return record(under: CacheKey.digest(of: parts))
  }

  /// Keeps `record` for later runs, and what it depends on, to be able to say what has changed.
  func keep(_ record: RunRecord, of chapter: String, under key: CacheKey) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(record), let parts = try? encoder.encode(key.parts) else { return }
    cache.keep(String(decoding: data, as: UTF8.self), under: key.digest)
    cache.keep(String(decoding: parts, as: UTF8.self), under: Self.traceKey(of: chapter))
  }

  /// Why `chapter` would run again under `key`.
  func reason(for chapter: String, under key: CacheKey) -> RerunReason {
    if record(under: key.digest) != nil { return .nothingChanged }
    guard let text = cache.text(under: Self.traceKey(of: chapter)),
      let parts = try? JSONDecoder().decode([CacheKey.Part].self, from: Data(text.utf8))
    else { return .neverRan }
    let reason = RerunReason(from: parts, to: key.parts)
    return reason == .nothingChanged ? .recordLost : reason
  }

  private static func traceKey(of chapter: String) -> String { "trace-" + Fingerprint.of(chapter) }
}

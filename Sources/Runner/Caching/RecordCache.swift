import Caching

/// The records of earlier runs.
struct RecordCache: Sendable {
  var cache: ContentCache

  /// The record under `key`; nil when there is none.
  func record(under key: CacheKey) -> RunRecord? { cache.value("record", of: [key.digest]) }

  /// Keeps `record` for later runs, and what it depends on, to be able to say what has changed.
  func keep(_ record: RunRecord, of chapter: String, under key: CacheKey) {
    cache.keep(record, "record", of: [key.digest])
    cache.keep(key.parts, "trace", of: [chapter])
  }

  /// Why `chapter` would run again under `key`.
  func reason(for chapter: String, under key: CacheKey) -> RerunReason {
    if record(under: key) != nil { return .nothingChanged }
    guard let parts = cache.value("trace", of: [chapter], as: [CacheKey.Part].self) else { return .neverRan }
    let reason = RerunReason(from: parts, to: key.parts)
    return reason == .nothingChanged ? .recordLost : reason
  }
}

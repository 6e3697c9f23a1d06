import Caching

/// The records of earlier runs.
struct RecordCache: Sendable {
  var cache: ContentCache

  /// The record under `key`; nil if there is none.
  func record(under key: CacheKey) -> RunRecord? { cache.value("record", of: [key.digest]) }

  /// Stores `record` for later runs, together with the parts of its key. `reason(for:under:)` compares them.
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

import Caching
import Foundation

/// The records of earlier runs.
struct RecordCache: Sendable {
  var cache: ContentCache

  /// The record under `key`; nil when there is none.
  func record(under key: String) -> RunRecord? {
    cache.text(under: key).flatMap { try? JSONDecoder().decode(RunRecord.self, from: Data($0.utf8)) }
  }

  /// Keeps `record` for later runs.
  func keep(_ record: RunRecord, under key: String) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(record) else { return }
    cache.keep(String(decoding: data, as: UTF8.self), under: key)
  }
}

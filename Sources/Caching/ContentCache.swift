import Files
import Foundation

/// A folder of values that are slow to compute. The name of each file has a digest of everything that its value depends
/// on.
package struct ContentCache: Sendable {
  private let folder: String
  private let ignoresKept: Bool

  /// A cache in `folder`, which need not exist yet.
  ///
  /// - Parameter ignoresKept: Whether the cache finds no value, so that all are computed again and replace the kept ones.
  package init(folder: String, ignoresKept: Bool = false) {
    self.folder = folder
    self.ignoresKept = ignoresKept
  }

  /// The value of this kind that was computed from `parts`; nil when there is none or when its file is damaged.
  package func value<Value: Decodable>(
    _ kind: String, of parts: [String], as type: Value.Type = Value.self
  ) -> Value? {
    if ignoresKept { return nil }
    let file = url(kind, parts).lastPathComponent
    guard let data = try? FileDoor(folder).read(file, atMost: SizeLimit.material),
      let newline = data.firstIndex(of: Self.newline)
    else { return nil }
    // The first line is a digest of the rest, so that a truncated or altered file is rejected.
    let body = data[(newline + 1)...]
    guard data[..<newline].elementsEqual(Fingerprint.of(body).utf8) else { return nil }
    if type == String.self { return String(decoding: body, as: UTF8.self) as? Value }
    return try? JSONDecoder().decode(type, from: body)
  }

  /// Stores a value. A failure to write is not an error, because a missing value only costs time.
  package func keep(_ value: some Encodable, _ kind: String, of parts: [String]) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let body = (value as? String).map({ Data($0.utf8) }) ?? (try? encoder.encode(value)) else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? (Data(Fingerprint.of(body).utf8) + [Self.newline] + body).write(
      to: url(kind, parts), options: .atomic)
  }

  private static let newline = UInt8(ascii: "\n")

  private func url(_ kind: String, _ parts: [String]) -> URL {
    URL(fileURLWithPath: "\(folder)/\(kind)-\(Fingerprint.of(parts))")
  }
}

extension ContentCache? {
  /// The value of this kind that was computed from `parts`. Calls `make` when there is none and stores its result,
  /// unless it is nil.
  package func value<Value: Codable, Failure: Error>(
    _ kind: String, of parts: [String], make: () throws(Failure) -> Value?
  ) throws(Failure) -> Value? {
    if let value = self?.value(kind, of: parts, as: Value.self) { return value }
    let value = try make()
    if let value { self?.keep(value, kind, of: parts) }
    return value
  }

  /// The value of this kind that was computed from `parts`. Calls `make` when there is none and stores its result.
  package func value<Value: Codable, Failure: Error>(
    _ kind: String, of parts: [String], make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let value = self?.value(kind, of: parts, as: Value.self) { return value }
    let value = try make()
    self?.keep(value, kind, of: parts)
    return value
  }
}

import Files
import Foundation

/// Values that took time to make, kept in a folder under a digest of all that they depend on.
package struct ContentCache: Sendable {
  private let folder: String

  /// A cache in `folder`, which need not exist yet.
  package init(folder: String) {
    self.folder = folder
  }

  /// The value of this kind that was made from `parts`; nil when there is none or when its file is damaged.
  package func value<Value: Decodable>(
    _ kind: String, of parts: [String], as type: Value.Type = Value.self
  ) -> Value? {
    let file = url(kind, parts).lastPathComponent
    guard let data = try? FileDoor(folder).read(file, atMost: SizeLimit.material),
      let newline = data.firstIndex(of: Self.newline)
    else { return nil }
    // The first line is a digest of the rest, so that a truncated or altered file is not believed.
    let body = data[(newline + 1)...]
    guard data[..<newline].elementsEqual(Fingerprint.of(body).utf8) else { return nil }
    if type == String.self { return String(decoding: body, as: UTF8.self) as? Value }
    return try? JSONDecoder().decode(type, from: body)
  }

  /// Keeps a value. A cache that cannot be written costs time and nothing else, so that is no error.
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
  /// The value of this kind that was made from `parts`, made and kept when there is none. Nil is not kept.
  package func value<Value: Codable, Failure: Error>(
    _ kind: String, of parts: [String], make: () throws(Failure) -> Value?
  ) throws(Failure) -> Value? {
    if let value = self?.value(kind, of: parts, as: Value.self) { return value }
    let value = try make()
    if let value { self?.keep(value, kind, of: parts) }
    return value
  }

  /// The value of this kind that was made from `parts`, made and kept when there is none.
  package func value<Value: Codable, Failure: Error>(
    _ kind: String, of parts: [String], make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let value = self?.value(kind, of: parts, as: Value.self) { return value }
    let value = try make()
    self?.keep(value, kind, of: parts)
    return value
  }
}

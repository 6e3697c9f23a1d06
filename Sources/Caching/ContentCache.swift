import Foundation

/// Texts that took time to make, kept in a folder under a key that says everything they were made from.
package struct ContentCache: Sendable {
  private let folder: String

  /// A cache in `folder`, which need not exist yet.
  package init(folder: String) {
    self.folder = folder
  }

  /// The text under `key`; nil when there is none or when its file is damaged.
  package func text(under key: String) -> String? {
    guard let data = try? Data(contentsOf: url(key)), let newline = data.firstIndex(of: UInt8(ascii: "\n"))
    else {
      return nil
    }
    // The first line is a digest of the rest, so that a truncated or altered file is not believed.
    let text = String(decoding: data[(newline + 1)...], as: UTF8.self)
    return String(decoding: data[..<newline], as: UTF8.self) == Fingerprint.of(text) ? text : nil
  }

  /// Keeps `text`. A cache that cannot be written costs time and nothing else, so that is no error.
  package func keep(_ text: String, under key: String) {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? Data((Fingerprint.of(text) + "\n" + text).utf8).write(to: url(key), options: .atomic)
  }

  /// The text under `key`, made and kept when it is not there.
  package func text(under key: String, make: () throws -> String) rethrows -> String {
    if let text = text(under: key) { return text }
    let text = try make()
    keep(text, under: key)
    return text
  }

  private func url(_ key: String) -> URL { URL(fileURLWithPath: folder + "/" + key) }
}

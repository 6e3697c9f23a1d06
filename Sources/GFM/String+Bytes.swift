import Foundation

extension String {
  /// The range where the bytes of `text` first occur at or after `start`. A search for characters takes many times as
  /// long, which matters for whole pages.
  package func firstRange(ofBytes text: String, from start: Index? = nil) -> Range<Index>? {
    let skipped = start.map { utf8.distance(from: utf8.startIndex, to: $0) } ?? 0
    var (whole, wanted) = (self, text)
    let found = whole.withUTF8 { whole in
      wanted.withUTF8 { wanted in Self.offset(of: wanted, in: whole, from: skipped) }
    }
    return found.map {
      let lower = utf8.index(utf8.startIndex, offsetBy: $0)
      return lower..<utf8.index(lower, offsetBy: text.utf8.count)
    }
  }

  /// Whether the string contains the bytes of `text`.
  package func contains(bytes text: String) -> Bool { firstRange(ofBytes: text) != nil }

  private static func offset(
    of wanted: UnsafeBufferPointer<UInt8>, in whole: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = whole.baseAddress, let bytes = wanted.baseAddress, !wanted.isEmpty else { return nil }
    // The C library declares `memmem` only for GNU programs, so this uses `memchr` and `memcmp`.
    var place = start
    while place + wanted.count <= whole.count,
      let next = memchr(base + place, Int32(bytes[0]), whole.count - wanted.count + 1 - place)
    {
      place = UnsafeRawPointer(next) - UnsafeRawPointer(base)
      if memcmp(next, bytes, wanted.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}

import Caching
import Foundation
import Testing

@Suite("The cache")
struct ContentCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)")
    .path

  @Test("gives back what was kept, and nothing else")
  func keep() {
    let cache = ContentCache(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(cache.text(under: "a") == nil)
    cache.keep("text\nwith lines\n", under: "a")
    #expect(cache.text(under: "a") == "text\nwith lines\n")
    #expect(cache.text(under: "b") == nil)
  }

  @Test("an entry with any byte changed, or cut short anywhere, is not believed")
  func damage() throws {
    let cache = ContentCache(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    cache.keep("the value", under: "a")
    let url = URL(fileURLWithPath: folder + "/a")
    let whole = try Data(contentsOf: url)
    for index in whole.indices {
      var altered = whole
      altered[index] ^= 1
      try altered.write(to: url)
      #expect(cache.text(under: "a") == nil)
      try whole[..<index].write(to: url)
      #expect(cache.text(under: "a") == nil)
    }
  }

  @Test("a folder that cannot be written costs nothing but the cache")
  func unwritable() {
    let cache = ContentCache(folder: "/proc/nowhere")
    cache.keep("text", under: "a")
    #expect(cache.text(under: "a") { "made" } == "made")
  }

  @Test("fingerprints are XXH3 in 128 bits")
  func fingerprint() {
    // From the reference implementation's test vectors: the empty input with seed 0.
    #expect(Fingerprint.of("") == "99aa06d3014798d86001c324468d497f")
    #expect(Fingerprint.of("a") != Fingerprint.of("b"))
  }
}

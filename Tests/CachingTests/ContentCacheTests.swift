import Caching
import Foundation
import Testing

@Suite("The cache")
struct ContentCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)")
    .path

  /// A value that is not a text.
  private struct Point: Codable, Equatable {
    var x = 0.1
    var names: [String: String] = ["b": "c\n", "a": ""]
  }

  @Test("gives back what was kept, and nothing else")
  func keep() {
    let cache = ContentCache(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(cache.value("text", of: ["a"], as: String.self) == nil)
    cache.keep("text\nwith lines\n", "text", of: ["a"])
    cache.keep(Point(), "point", of: ["a"])
    #expect(cache.value("text", of: ["a"], as: String.self) == "text\nwith lines\n")
    #expect(cache.value("point", of: ["a"], as: Point.self) == Point())
    #expect(cache.value("point", of: ["b"], as: Point.self) == nil)
    #expect(cache.value("text", of: ["a", ""], as: String.self) == nil)
    #expect(cache.value("text", of: ["a"], as: Point.self) == nil)
  }

  @Test("a cache that ignores what was kept replaces it")
  func replacement() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    ContentCache(folder: folder).keep("old", "text", of: ["a"])
    let cache = ContentCache(folder: folder, ignoresKept: true)
    #expect(cache.value("text", of: ["a"], as: String.self) == nil)
    cache.keep("new", "text", of: ["a"])
    #expect(cache.value("text", of: ["a"], as: String.self) == nil)
    #expect(ContentCache(folder: folder).value("text", of: ["a"], as: String.self) == "new")
  }

  @Test("an entry with a changed byte, or truncated anywhere, is not used")
  func damage() throws {
    let cache = ContentCache(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    cache.keep("the value", "text", of: ["a"])
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let url = URL(fileURLWithPath: folder + "/" + name)
    let whole = try Data(contentsOf: url)
    for index in whole.indices {
      var altered = whole
      altered[index] ^= 1
      try altered.write(to: url)
      #expect(cache.value("text", of: ["a"], as: String.self) == nil)
      try whole[..<index].write(to: url)
      #expect(cache.value("text", of: ["a"], as: String.self) == nil)
    }
  }

  @Test("a value is computed once, or each time if nothing can be saved")
  func make() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (cache, count) in [
      (ContentCache(folder: folder), 1), (ContentCache(folder: "/proc/nowhere"), 2), (nil, 2),
    ] {
      var made = 0
      for _ in 1...2 {
        let value = cache.value("text", of: ["a"]) {
          made += 1
          return "made"
        }
        #expect(value == "made")
      }
      #expect(made == count)
    }
  }

  @Test("fingerprints are XXH3 in 128 bits")
  func fingerprint() {
    // From the reference implementation's test vectors: the empty input with seed 0.
    #expect(Fingerprint.of("") == "99aa06d3014798d86001c324468d497f")
    #expect(Fingerprint.of("a") != Fingerprint.of("b"))
  }
}

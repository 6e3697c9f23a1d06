import Foundation
import Testing

@testable import Runner

@Suite("Strings of live figures")
struct LiveTextTests {
  @Test(
    "code whose strings normalization cannot change needs no tables",
    arguments: ["let a = \"learning rate η = 10⁻³ × β₁\"", "\"é, ü, 学习率, ½, −1 ≤ x\"", "[\"rate\": 0.1]"])
  func normalized(code: String) {
    #expect(LiveText.isNormalized(code))
  }

  @Test(
    "a character that combines or is replaced, or that may be made from a number, needs them",
    arguments: [
      "\"e\u{301}\"", "\"\u{212B}\"", "\"\u{1112}\u{1161}\"", "\"\u{9C7}\u{9BE}\"", "\"\u{F0FB8}\u{1D165}\"",
      #""\u{e9}""#, "Unicode.Scalar(0x301)", "String(decoding: bytes, as: UTF8.self)",
      "\"ǰ\".uppercased()",
    ])
  func combining(code: String) {
    #expect(!LiveText.isNormalized(code))
  }

  @Test("a text of all characters that pass is its own normal form")
  func allThatPass() {
    let passing = (0x20...0x2FFFF).lazy.compactMap(Unicode.Scalar.init).filter(LiveText.staysAlone)
    var text = String.UnicodeScalarView()
    for scalar in passing { text.append(scalar) }
    // Foundation composes independently of the standard library's comparison.
    let composed = String(text).precomposedStringWithCanonicalMapping
    #expect(composed.unicodeScalars.elementsEqual(text))
    #expect(text.count > 100_000)
  }

  @Test("the libraries of live figures have no string that normalization changes")
  func libraries() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
    for module in ["ElementaryNumerics", "Optimizers", "SVGCharts", "LiveRuntime"] {
      let folder = root.appending(path: module).standardizedFileURL
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects
      let sources = (files as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      #expect(!sources.isEmpty)
      for source in sources {
        let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n")
        let text = lines.filter { !$0.contains(#/^\s*///#) }.joined(separator: "\n")
        #expect(text.unicodeScalars.allSatisfy(LiveText.staysAlone), "\(source.path)")
        for escape in text.matches(of: #/\\u\{([0-9a-fA-F]+)\}/#) {
          let scalar = UInt32(escape.1, radix: 16).flatMap(Unicode.Scalar.init)
          #expect(scalar.map(LiveText.staysAlone) == true, "\(source.path): \(escape.0)")
        }
      }
    }
  }
}

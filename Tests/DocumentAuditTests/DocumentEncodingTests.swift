import DocumentAudit
import Testing

@Suite("Encodings of documents")
struct DocumentEncodingTests {
  static func problem(_ bytes: [UInt8]) -> DocumentEncoding.Problem? {
    do throws(DocumentEncoding.Problem) {
      _ = try DocumentEncoding.text(of: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("a text that is not UTF-8 is told its encoding, and a PDF what to do")
  func problems() {
    #expect(Self.problem(Array("%PDF-1.7 x".utf8)) == .pdf)
    #expect(Self.problem([0xFF, 0xFE, 0x61, 0]) == .otherEncoding(name: "UTF-16LE", isCertain: true))
    let plain: [UInt8] = "formula and text".utf8.flatMap { [$0, 0] }
    #expect(Self.problem(plain) == .otherEncoding(name: "UTF-16LE", isCertain: false))
    // 中文公式 in GB18030.
    let chinese: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4, 0xB9, 0xAB, 0xCA, 0xBD]
    #expect(Self.problem(chinese) == .otherEncoding(name: "GB18030", isCertain: false))
    #expect(
      Self.problem(Array("caf".utf8) + [0xE9, 0x20, 0x78])
        == .otherEncoding(name: "WINDOWS-1252", isCertain: false))
    #expect(Self.problem([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 4, 0xFF]) == .binary)
  }

  @Test("a byte-order mark goes, and each kind of line end ends one line")
  func lineEnds() throws {
    let text = try DocumentEncoding.text(of: [0xEF, 0xBB, 0xBF] + Array("a\r\nb\rc\nd".utf8))
    #expect(text == "a \nb\nc\nd")
  }
}

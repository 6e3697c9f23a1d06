/// The text of a file, or the reason why its bytes are not a text that the audit reads.
public enum DocumentEncoding {
  /// The bytes are not a document.
  public enum Problem: Error, Hashable, Sendable {
    /// A PDF file.
    case pdf
    /// A file with bytes that no text has.
    case binary
    /// A text in another encoding, with the name that `iconv` gives it.
    case otherEncoding(name: String, isCertain: Bool)

    /// The rule and the fix in one sentence without a full stop.
    public func message(for path: String) -> String {
      switch self {
      case .pdf:
        "this is a PDF, which keeps the shapes of formulas and not their source; audit the LaTeX or Markdown file"
          + " that it was made from"
      case .binary:
        "this is not a text; name a document in Markdown, LaTeX, reStructuredText or HTML, or a notebook"
      case .otherEncoding(let name, let isCertain):
        "the text is \(isCertain ? "" : "probably ")encoded as \(name) and must be UTF-8; convert it:"
          + " iconv -f \(name) -t UTF-8 \(path)"
      }
    }
  }

  /// The text of a file in UTF-8, without a byte-order mark, and with `\n` at the ends of all lines.
  public static func text(of bytes: [UInt8]) throws(Problem) -> String {
    if bytes.starts(with: "%PDF-".utf8) { throw .pdf }
    if bytes.starts(with: [0xFF, 0xFE]) { throw .otherEncoding(name: "UTF-16LE", isCertain: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { throw .otherEncoding(name: "UTF-16BE", isCertain: true) }
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw problem(of: bytes)
    }
    if !bytes.contains(13) { return text }
    // A carriage return before a line feed is white space at the end of the line; alone it ends the line.
    for position in bytes.indices where bytes[position] == 13 {
      let isPair = position + 1 < bytes.count && bytes[position + 1] == 10
      bytes[position] = isPair ? 32 : 10
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func problem(of bytes: [UInt8]) -> Problem {
    let sample = bytes.prefix(4_096)
    let zeros = sample.indices.filter { sample[$0] == 0 }
    if zeros.count > sample.count / 4 {
      // Latin letters in UTF-16 have a zero in every other byte.
      let odd = zeros.count { $0 % 2 == 1 }
      if odd > zeros.count * 9 / 10 { return .otherEncoding(name: "UTF-16LE", isCertain: false) }
      if odd < zeros.count / 10 { return .otherEncoding(name: "UTF-16BE", isCertain: false) }
    }
    let controls = sample.count { $0 < 32 && !(9...13).contains($0) && $0 != 27 }
    if controls > sample.count / 100 { return .binary }
    if isGB18030(bytes) { return .otherEncoding(name: "GB18030", isCertain: false) }
    return .otherEncoding(name: "WINDOWS-1252", isCertain: false)
  }

  /// Whether all bytes above ASCII form pairs or quadruples of GB18030, and most of them common characters.
  private static func isGB18030(_ bytes: [UInt8]) -> Bool {
    var position = 0
    var pairs = 0
    var common = 0
    while position < bytes.count {
      let first = bytes[position]
      if first < 0x80 {
        position += 1
        continue
      }
      guard first != 0x80, first != 0xFF, position + 1 < bytes.count else { return false }
      let second = bytes[position + 1]
      if (0x30...0x39).contains(second) {
        position += 4
        continue
      }
      guard (0x40...0xFE).contains(second), second != 0x7F else { return false }
      pairs += 1
      if (0xA1...0xF7).contains(first), second >= 0xA1 { common += 1 }
      position += 2
    }
    return pairs > 3 && common * 10 > pairs * 8
  }
}

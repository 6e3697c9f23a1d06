/// The lines of a `.trans.txt`: an identifier, a space, the words.
enum Transcript {
  static func lines(
    of bytes: [UInt8], file: String
  ) throws(DatasetError) -> [(identifier: String, text: String)] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DatasetError(file, found: "bytes that are no UTF-8", expected: "text")
    }
    var lines: [(identifier: String, text: String)] = []
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].allSatisfy({ $0 == "-" || $0.isASCII && $0.isNumber }),
        parts[1].allSatisfy({ $0 == "'" || $0 == " " || ("A"..."Z").contains($0) })
      else {
        throw DatasetError(
          file, found: "'\(line.prefix(40))' in line \(index + 1)",
          expected: "an identifier and words in capitals")
      }
      lines.append((String(parts[0]), String(parts[1])))
    }
    return lines
  }
}

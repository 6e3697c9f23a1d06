import Foundation

/// The data of a figure as a table, read from CSV (RFC 4180).
struct FigureTable: Equatable {
  var header: [String]
  var rows: [[String]]

  /// Reads a header and the rows below it. Returns nil when there is no header or a quote is not closed.
  init?(csv: String) {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var bytes = csv.utf8.makeIterator()
    var following = bytes.next()
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while let byte = following {
      following = bytes.next()
      switch (byte, isQuoted) {
      case (UInt8(ascii: "\""), true) where following == UInt8(ascii: "\""):
        field.append(byte)
        following = bytes.next()
      case (UInt8(ascii: "\""), _): isQuoted.toggle()
      case (UInt8(ascii: ","), false):
        record.append(text())
        field = []
      case (UInt8(ascii: "\r"), false): break
      case (UInt8(ascii: "\n"), false):
        records.append(record + [text()])
        (record, field) = ([], [])
      default: field.append(byte)
      }
    }
    if !record.isEmpty || !field.isEmpty { records.append(record + [text()]) }
    guard !isQuoted, let first = records.first else { return nil }
    header = first
    rows = Array(records.dropFirst())
  }

  /// A JSON array with an object for each row. If every field of a column is a number, its values are JSON numbers,
  /// with null for NaN and infinities. Empty fields are left out.
  var json: String {
    let names = header.map(Self.quoted)
    let isNumeric = header.indices.map { column in
      rows.allSatisfy {
        $0.count <= column || $0[column].isEmpty || Self.isNumber($0[column]) || Self.isNotFinite($0[column])
      }
    }
    let objects = rows.map { row in
      let members = zip(row.indices, zip(names, row)).compactMap { column, member -> String? in
        let (name, field) = member
        if field.isEmpty { return nil }
        if !isNumeric[column] { return "\(name):\(Self.quoted(field))" }
        return "\(name):\(Self.isNotFinite(field) ? "null" : field)"
      }
      return "{" + members.joined(separator: ",") + "}"
    }
    return "[" + objects.map { "\n" + $0 }.joined(separator: ",") + "\n]\n"
  }

  private static func isNotFinite(_ field: String) -> Bool {
    field == "NaN" || field == "inf" || field == "-inf"
  }

  /// Whether the field is a valid JSON number: `-1.5e-3`, not `+1`, `.5`, `01` or `0x1`.
  private static func isNumber(_ field: String) -> Bool {
    var rest = field.utf8[...]
    func skipDigits(_ rest: inout Substring.UTF8View) -> Int {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest[digits.endIndex...]
      return digits.count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = skipDigits(&rest)
    if whole == 0 || (startsWithZero && whole > 1) { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if skipDigits(&rest) == 0 { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      if skipDigits(&rest) == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}

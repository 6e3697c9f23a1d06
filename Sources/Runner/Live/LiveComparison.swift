import Events

/// Compares what a program shows on this machine with what it shows on a page.
struct LiveComparison {
  /// Whether every number was the same to its last bit.
  private(set) var isExact = true
  /// Where the first value differs, in words.
  private(set) var difference: String?

  /// The part of its size by which a number may differ where it comes out of an elementary function: the C library of
  /// this machine rounds those otherwise than a page.
  static let tolerance = 1e-9

  /// Compares two values, of which the first is this machine's.
  mutating func compare(_ native: Value, _ page: Value, _ place: String = "") {
    if difference != nil { return }
    switch (native, page) {
    case (.floatingPoint(let own, _), .floatingPoint(let other, _)):
      if own.bitPattern == other.bitPattern || own.isNaN && other.isNaN { return }
      isExact = false
      let size = max(own.magnitude, other.magnitude)
      if !((own - other).magnitude <= Self.tolerance * size) { report(place, "\(own)", "\(other)") }
    case (.array(let own, let count), .array(let other, let otherCount)):
      guard count == otherCount, own.count <= other.count else {
        return report(place, "\(native)", "\(page)")
      }
      for (index, pair) in zip(own, other).enumerated() { compare(pair.0, pair.1, "\(place)[\(index)]") }
    case (.table(let own), .table(let other)):
      guard own.columns == other.columns, own.digits == other.digits, own.rows.count == other.rows.count
      else {
        return report(place, "a table", "another table")
      }
      for (row, pair) in zip(own.rows, other.rows).enumerated() {
        for (column, cells) in zip(own.columns, zip(pair.0, pair.1)) {
          compare(cells.0, cells.1, "\(place)row \(row + 1) of '\(column)'")
        }
      }
    case (.figure(let own), .figure(let other)):
      compare(own.wide, other.wide)
      compare(own.narrow, other.narrow)
    default:
      if native != page { report(place, "\(native)", "\(page)") }
    }
  }

  /// Compares two drawings byte for byte, but for the numbers that tell the charts of a page apart.
  private mutating func compare(_ own: Drawing, _ other: Drawing) {
    let (own, other) = (own.anonymous, other.anonymous)
    guard own != other, difference == nil else { return }
    let (left, right) = (Array(own.utf8), Array(other.utf8))
    let place = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    let excerpt = { (text: [UInt8]) in
      "'" + String(decoding: text[max(0, place - 12)..<min(text.count, place + 24)], as: UTF8.self) + "'"
    }
    report("byte \(place) of the drawing", excerpt(left), excerpt(right))
  }

  /// Notes the first difference.
  mutating func report(_ place: String, _ native: String, _ page: String) {
    if difference != nil { return }
    difference = (place.isEmpty ? "" : "at \(place) ") + "\(native) here and \(page) on the page"
  }
}

extension Drawing {
  /// The drawing without the prefix of its ids.
  fileprivate var anonymous: String {
    let prefix = String(descriptionID.dropLast("desc".count))
    return [opening, description, content].map { $0.replacing(prefix, with: "") }.joined(separator: "\n")
  }
}

// These are the valid forms of the parts of a value, for code that writes them and for code that checks them.

extension Value {
  /// The most elements of a collection that are kept.
  package static let greatestCount = 10_000

  /// Whether `digits` is a whole number as Swift writes it, without a plus sign and leading zeros.
  package static func isInteger(_ digits: String) -> Bool {
    let magnitude = digits.utf8.first == UInt8(ascii: "-") ? digits.utf8.dropFirst() : digits.utf8[...]
    guard !magnitude.isEmpty, magnitude.count <= 100, digits != "-0" else { return false }
    return magnitude.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (magnitude.first != UInt8(ascii: "0") || magnitude.count == 1)
  }

  /// Whether `digits` is a finite decimal number without an exponent, such as `-19.99`.
  package static func isDecimal(_ digits: String) -> Bool {
    digits.utf8.count <= 200 && digits.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
  }

  /// Whether `text` has only the characters of a number as Swift writes it.
  static func isNumeral(_ text: String) -> Bool {
    text.utf8.count <= 64
      && (["nan", "-nan", "inf", "-inf"].contains(text)
        || text.utf8.allSatisfy("0123456789+-.e".utf8.contains))
  }

  /// Whether `text` is `number`, up to the rounding of a type with fewer digits.
  package static func isNumeral(_ text: String, of number: Double) -> Bool {
    guard isNumeral(text), let written = Double(text) else { return false }
    // The smallest 16-bit numbers have two digits.
    return written == number || (written.isNaN && number.isNaN) || abs(written - number) <= 0.05 * abs(number)
  }
}

extension TableValue {
  /// Whether every row has a cell for every column.
  var isWhole: Bool {
    digits.count == columns.count && digits.allSatisfy { (0...100).contains($0 ?? 0) }
      && rows.allSatisfy { $0.count == columns.count }
  }
}

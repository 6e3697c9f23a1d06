// The form that the parts of a value have, for those who write them and for those who must not believe them.

extension Value {
  /// Longer collections keep only their first elements.
  package static let greatestCount = 10_000

  /// Whether `digits` is a whole number as Swift writes it: no sign but a minus, no zeros in front.
  package static func isInteger(_ digits: String) -> Bool {
    let magnitude = digits.utf8.first == UInt8(ascii: "-") ? digits.utf8.dropFirst() : digits.utf8[...]
    guard !magnitude.isEmpty, magnitude.count <= 100, digits != "-0" else { return false }
    return magnitude.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (magnitude.first != UInt8(ascii: "0") || magnitude.count == 1)
  }

  /// Whether `text` is a number as Swift writes it.
  static func isNumeral(_ text: String) -> Bool {
    text.utf8.count <= 64
      && (["nan", "-nan", "inf", "-inf"].contains(text)
        || text.utf8.allSatisfy("0123456789+-.e".utf8.contains))
  }

  /// Whether `text` is `number`, in the few digits that tell it from others of its own type.
  package static func isNumeral(_ text: String, of number: Double) -> Bool {
    guard isNumeral(text), let written = Double(text) else { return false }
    // The smallest numbers of sixteen bits have two digits.
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

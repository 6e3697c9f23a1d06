import Formulas

extension [[MathScalar]] {
  /// Whether the rows are those of an identity matrix.
  var isIdentity: Bool {
    for (row, entries) in enumerated() {
      for (column, entry) in entries.enumerated() where entry.value != (row == column ? 1 : 0) {
        return false
      }
    }
    return true
  }
}

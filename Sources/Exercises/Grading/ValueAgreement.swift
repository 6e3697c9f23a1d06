import Events

/// Whether a student's value is the author's.
enum ValueAgreement {
  /// Nil when they agree, or what differs: as a sentence that does not tell the author's value.
  static func difference(_ answer: Value, from reference: Value, tolerance: Double) -> String? {
    switch (answer, reference) {
    case (.floatingPoint(let x, let text), .floatingPoint(let y, _)):
      return agrees(x, y, tolerance) ? nil : "\(text) is not right"
    case (.integer(let text), .floatingPoint(let y, _)):
      return agrees(Double(text) ?? .nan, y, tolerance) ? nil : "\(text) is not right"
    case (.array(let xs, let count), .array(let ys, let expected)):
      if count != expected { return "there are \(count) elements where \(expected) belong" }
      for (index, (x, y)) in zip(xs, ys).enumerated() {
        if let difference = difference(x, from: y, tolerance: tolerance) {
          return "element \(index): \(difference)"
        }
      }
      return nil
    case (.record(_, let xs), .record(_, let ys)):
      if xs.map(\.name) != ys.map(\.name) { return "\(answer) has other parts" }
      for (x, y) in zip(xs, ys) {
        if let difference = difference(x.value, from: y.value, tolerance: tolerance) {
          return "\(x.name): \(difference)"
        }
      }
      return nil
    default: return answer == reference ? nil : "\(answer) is not right"
    }
  }

  /// NaN never agrees with a number; what the author's solution gives may be infinite.
  private static func agrees(_ x: Double, _ y: Double, _ tolerance: Double) -> Bool {
    x == y || (x.isFinite && y.isFinite && abs(x - y) <= tolerance * max(1, abs(y)))
  }
}

import Events

/// The place and kind of the first difference between a student's value and the author's. Does not reveal the author's
/// value.
package struct AnswerDifference: Sendable, Equatable, Codable {
  /// The steps that lead to the place; empty for the value itself.
  package var path: [Step] = []
  package var kind: Kind

  /// A step into a value.
  package enum Step: Sendable, Equatable, Codable {
    case element(Int)
    case field(String)
  }

  /// The kind of the difference.
  package enum Kind: Sendable, Equatable, Codable {
    case wrong(String)
    case count(Int, expected: Int)
    case otherParts(String)
    /// One of the lists has elements that were not reported.
    case untold
  }
}

extension AnswerDifference: CustomStringConvertible {
  /// `element 3: 0.5 is not right`
  package var description: String {
    let places = path.map { step in
      switch step {
      case .element(let index): "element \(index): "
      case .field(let name): "\(name): "
      }
    }
    switch kind {
    case .wrong(let value): return places.joined() + "\(value) is not right"
    case .count(let count, let expected):
      return places.joined() + "there are \(count) elements instead of \(expected)"
    case .otherParts(let value): return places.joined() + "\(value) has other fields"
    case .untold: return places.joined() + "there are more elements than can be compared"
    }
  }
}

/// Compares a student's value with the author's.
enum ValueAgreement {
  /// The first difference; nil if the values agree.
  static func difference(_ answer: Value, from reference: Value, tolerance: Double) -> AnswerDifference? {
    switch (answer, reference) {
    case (.floatingPoint(let x, let text), .floatingPoint(let y, _)):
      return agrees(x, y, tolerance) ? nil : AnswerDifference(kind: .wrong(text))
    case (.integer(let text), .floatingPoint(let y, _)):
      return agrees(Double(text) ?? .nan, y, tolerance) ? nil : AnswerDifference(kind: .wrong(text))
    case (.array(let xs, let count), .array(let ys, let expected)):
      guard xs.count == count, ys.count == expected else { return AnswerDifference(kind: .untold) }
      if count != expected { return AnswerDifference(kind: .count(count, expected: expected)) }
      let pairs = zip(xs, ys).enumerated().lazy.map { (AnswerDifference.Step.element($0), $1.0, $1.1) }
      return first(in: pairs, tolerance)
    case (.set(let xs, let count), .set(let ys, let expected)):
      return difference(
        .array(xs, count: count), from: .array(ys, count: expected), tolerance: tolerance)
    case (.enumeration(let name, let xs), .enumeration(let other, let ys))
    where name == other && xs.count == ys.count:
      return difference(
        .record(name: name, fields: xs), from: .record(name: other, fields: ys), tolerance: tolerance)
    case (.record(_, let xs), .record(_, let ys)):
      if xs.map(\.name) != ys.map(\.name) {
        return AnswerDifference(kind: .otherParts(answer.shortDescription))
      }
      let pairs = zip(xs, ys).lazy.map { (AnswerDifference.Step.field($0.name), $0.value, $1.value) }
      return first(in: pairs, tolerance)
    default: return answer == reference ? nil : AnswerDifference(kind: .wrong(answer.shortDescription))
    }
  }

  private static func first(
    in parts: some Sequence<(AnswerDifference.Step, Value, Value)>, _ tolerance: Double
  ) -> AnswerDifference? {
    for (step, x, y) in parts {
      guard var difference = difference(x, from: y, tolerance: tolerance) else { continue }
      difference.path.insert(step, at: 0)
      return difference
    }
    return nil
  }

  /// Whether two numbers agree within the tolerance. NaN never agrees; an infinity agrees with itself.
  private static func agrees(_ x: Double, _ y: Double, _ tolerance: Double) -> Bool {
    x == y || (x.isFinite && y.isFinite && abs(x - y) <= tolerance * max(1, abs(y)))
  }
}

extension Value {
  /// The first 60 characters of the value's description.
  var shortDescription: String {
    let text = description
    return text.count <= 60 ? text : text.prefix(60) + "…"
  }
}

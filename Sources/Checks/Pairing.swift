import Events
import Plan

/// The parts of an expected value, each with the part of the actual value that it belongs to.
enum Pairing {
  case parts([Part])
  case otherCount(expected: Int, actual: Int)
  /// The actual value was not reported whole.
  case tooLong(count: Int)
  /// The values have no parts, or no parts in common.
  case leaf

  /// A part of both values.
  struct Part {
    var step: [ValueDifference.Step]
    var expected: ExpectedValue
    var actual: Value
  }

  /// Pairs the parts of two values.
  init(_ expected: ExpectedValue, _ actual: Value) {
    switch (expected, actual) {
    case (.array(let expected), .array(let elements, let count)):
      self = Self.elements(expected, elements, count)
    case (.array(let expected), .set(let elements, let count)):
      self = Self.elements(expected, Self.arranged(elements, for: expected), count)
    case (.array(let expected), .dictionary(let entries, _)) where expected.isEmpty && entries.isEmpty:
      self = .parts([])
    case (.dictionary(let expected), .dictionary(let entries, let isOrdered)):
      self = Self.entries(expected, entries, isOrdered: isOrdered)
    case (.call("", let arguments), .array(let elements, let count)):
      self = Self.elements(arguments.map(\.value), elements, count)
    case (.call(let name, let arguments), .record(let type, let fields))
    where ExpectedValue.isName(name, of: type):
      self = Self.fields(arguments, fields)
    case (.call(let name, let arguments), .enumeration(let known, let payload))
    where ExpectedValue.isName(name, of: known):
      self = Self.fields(arguments, payload)
    // An optional is shown as what it wraps.
    case (.call(let name, let arguments), _)
    where ["Optional", ".some", "Optional.some"].contains(name) && arguments.count == 1:
      self = .parts([Part(step: [], expected: arguments[0].value, actual: actual)])
    default: self = .leaf
    }
  }

  private static func elements(_ expected: [ExpectedValue], _ actual: [Value], _ count: Int) -> Pairing {
    if expected.count != count { return .otherCount(expected: expected.count, actual: count) }
    if actual.count != count { return .tooLong(count: count) }
    return .parts(
      zip(expected, actual).enumerated().map { Part(step: [.element($0)], expected: $1.0, actual: $1.1) })
  }

  private static func fields(_ expected: [ExpectedValue.Argument], _ actual: [Value.Field]) -> Pairing {
    guard expected.map(\.label) == actual.map(\.name) else { return .leaf }
    return .parts(
      zip(expected, actual).enumerated().map { index, pair in
        Part(
          step: [pair.0.label.isEmpty ? .element(index) : .field(pair.0.label)], expected: pair.0.value,
          actual: pair.1.value)
      })
  }

  private static func entries(
    _ expected: [ExpectedValue.Entry], _ actual: [Value.Entry], isOrdered: Bool
  ) -> Pairing {
    if expected.count != actual.count { return .otherCount(expected: expected.count, actual: actual.count) }
    var parts: [Part] = []
    for (index, entry) in expected.enumerated() {
      let place =
        isOrdered ? index : actual.firstIndex { Comparison.equal(entry.key, $0.key).difference == nil }
      guard let place, Comparison.equal(entry.key, actual[place].key).difference == nil else { return .leaf }
      parts.append(
        Part(step: [.key(entry.key.text)], expected: entry.value, actual: actual[place].value))
    }
    return .parts(parts)
  }

  /// The elements of a set in the order of the expected elements that equal them; the others fill the gaps in order.
  private static func arranged(_ elements: [Value], for expected: [ExpectedValue]) -> [Value] {
    var rest = elements
    let found = expected.map { wanted in
      rest.firstIndex { Comparison.equal(wanted, $0).difference == nil }.map { rest.remove(at: $0) }
    }
    var others = rest[...]
    return found.compactMap { $0 ?? others.popFirst() } + others
  }
}

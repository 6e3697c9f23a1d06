import Events
import Plan

/// Replaces numbers or a text in one check comment. All other bytes stay unchanged.
struct CommentRewriter {
  private typealias Refusal = Acceptance.Refusal

  private let comment: String
  /// The UTF-8 offset of the text after `≈` or `==`. Offsets of numbers are relative to it.
  private let start: Int

  init(_ comment: String) {
    self.comment = comment
    let sign = comment.firstMatch(of: /\/\/\s*(≈|==)/)
    start = sign.map { comment.utf8.distance(from: comment.startIndex, to: $0.range.upperBound) } ?? 0
  }

  /// The comment with every number corrected that is outside of the tolerance, and every text that differs.
  func numbers(
    of expected: ExpectedValue, _ actual: Value, within tolerance: Tolerance
  ) throws(Acceptance.Refusal) -> String {
    var replacements: [Replacement] = []
    try mend(expected, actual, within: tolerance, &replacements)
    return replacing(replacements)
  }

  /// The comment with every number or text corrected that is not equal to the actual one.
  func equal(_ expected: ExpectedValue, _ actual: Value) throws(Acceptance.Refusal) -> String {
    var replacements: [Replacement] = []
    try mend(expected, actual, within: nil, &replacements)
    return replacing(replacements)
  }

  /// The comment with `text` between its quotes.
  func literal(_ text: String) throws(Acceptance.Refusal) -> String {
    guard let open = comment.firstIndex(of: "\""), let close = comment.lastIndex(of: "\""), open < close
    else {
      throw Refusal(reason: "the comment must hold a text in quotes")
    }
    // A raw string becomes an ordinary one, which has all escapes.
    return String(comment[..<open].reversed().drop { $0 == "#" }.reversed()) + Self.quoted(text)
      + comment[close...].dropFirst().drop { $0 == "#" }
  }

  /// The text as a Swift string literal on one line.
  private static func quoted(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        switch scalar {
        case "\\": "\\\\"
        case "\"": "\\\""
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\0": "\\0"
        case _
        where scalar.properties.generalCategory == .control
          || scalar.properties.generalCategory == .lineSeparator
          || scalar.properties.generalCategory == .paragraphSeparator:
          "\\u{\(String(scalar.value, radix: 16))}"
        default: String(scalar)
        }
      }.joined() + "\""
  }

  private struct Replacement {
    /// The bytes of the text after the sign that are replaced.
    var range: Range<Int>
    var text: String

    init(_ number: ExpectedNumber, _ text: String) {
      range = number.offset..<number.offset + number.text.utf8.count
      self.text = text
    }

    init(_ expected: ExpectedText, _ text: String) {
      range = expected.range
      self.text = text
    }
  }

  /// The new number in the written precision. It gets more digits only if an explicit tolerance needs them.
  private func replacement(
    for number: ExpectedNumber, _ value: Value, within tolerance: Tolerance
  ) throws(Acceptance.Refusal) -> Replacement {
    guard let actual = value.number, actual.isFinite else {
      throw Refusal(reason: "\(value) is not a finite number")
    }
    for extra in 0...(tolerance == .asWritten ? 0 : 17) {
      guard let spelling = WrittenNumber(number.text).spelling(of: actual, extraDigits: extra),
        let (expected, _) = try? ExpectedValueParser.approximate(spelling),
        Comparison.approximate(expected, value, within: tolerance).difference == nil
      else { continue }
      return Replacement(number, spelling)
    }
    throw Refusal(
      reason: "\(value) lies between two numbers of the precision that was written; write one digit more")
  }

  /// Collects the replacements that make `expected` agree with `actual`.
  private func mend(
    _ expected: ExpectedValue, _ actual: Value, within tolerance: Tolerance?,
    _ replacements: inout [Replacement]
  ) throws(Acceptance.Refusal) {
    switch Pairing(expected, actual) {
    case .parts(let parts):
      for part in parts { try mend(part.expected, part.actual, within: tolerance, &replacements) }
    case .otherCount(let expected, let actual):
      throw Refusal(reason: "there are \(actual) elements, and \(expected) are expected")
    case .tooLong(let count): throw Refusal(reason: "the value is too long: \(count) elements")
    case .leaf:
      let comparison =
        tolerance.map { Comparison.approximate(expected, actual, within: $0) } ?? .equal(expected, actual)
      if comparison.difference == nil { return }
      replacements += try leaf(expected, actual, within: tolerance)
    }
  }

  /// The replacements of a value without parts that differs from the actual one.
  private func leaf(
    _ expected: ExpectedValue, _ actual: Value, within tolerance: Tolerance?
  ) throws(Acceptance.Refusal) -> [Replacement] {
    switch (expected, actual) {
    case (.number(let number), _):
      guard let tolerance else { return [try exact(number, actual)] }
      return [try replacement(for: number, actual, within: tolerance)]
    case (.text(let text), .text(let found)), (.text(let text), .opaque(let found)):
      return [Replacement(text, Self.quoted(found))]
    case (.text, _): throw Refusal(reason: "\(actual) is not a text")
    case (.symbol(let symbol), .opaque(let description)):
      let words = DescribedNumbers(symbol.text)
      let found = DescribedNumbers(description).written(like: words)
      if let tolerance, words.words == found.words {
        var replacements: [Replacement] = []
        for (number, value) in zip(words.numbers, found.numbers) {
          let actual = Value.floatingPoint(value.value, description: value.text)
          if Comparison.approximate(.number(number), actual, within: tolerance).difference == nil { continue }
          var replacement = try replacement(for: number, actual, within: tolerance)
          replacement.range = replacement.range.shifted(by: symbol.range.lowerBound)
          replacements.append(replacement)
        }
        return replacements
      }
      let isReadable =
        (try? ExpectedValueParser.equal(description)).map { Comparison.equal($0, actual).difference == nil }
        ?? false
      guard isReadable, tolerance == nil, !symbol.text.hasPrefix("."),
        !description.contains(where: \.isNewline)
      else { break }
      return [Replacement(symbol, description)]
    default: break
    }
    throw Refusal(reason: "only numbers and texts are rewritten, and '\(expected.text)' is neither")
  }

  /// The number that equals `actual`, in the written spelling if it can be.
  private func exact(_ number: ExpectedNumber, _ actual: Value) throws(Acceptance.Refusal) -> Replacement {
    let candidates = [actual.description, actual.number.map { "\($0)" } ?? ""]
    let spellings = candidates.map { WrittenNumber(number.text).spelling(ofExact: $0) } + candidates
    let spelling = spellings.first { spelling in
      (try? ExpectedValueParser.equal(spelling)).map { Comparison.equal($0, actual).difference == nil }
        ?? false
    }
    guard let spelling, actual.number?.isFinite == true else {
      throw Refusal(reason: "the value must be a finite number, not \(actual)")
    }
    return Replacement(number, spelling)
  }

  private func replacing(_ replacements: [Replacement]) -> String {
    var bytes = Array(comment.utf8)
    for replacement in replacements.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(replacement.range.shifted(by: start), with: replacement.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Self { lowerBound + distance..<upperBound + distance }
}

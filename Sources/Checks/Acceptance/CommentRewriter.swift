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

  /// The comment with every number corrected that is outside of the tolerance.
  func numbers(
    of expected: ExpectedValue, _ actual: Value, within tolerance: Tolerance
  ) throws(Acceptance.Refusal) -> String {
    var replacements: [Replacement] = []
    try pair(expected, actual) { number, value throws(Acceptance.Refusal) in
      let isClose = Comparison.approximate(.number(number), value, within: tolerance).difference == nil
      if isClose { return }
      replacements.append(try self.replacement(for: number, value, within: tolerance))
    }
    return replacing(replacements)
  }

  /// The comment with every number or text corrected that is not equal to the actual one.
  func equal(_ expected: ExpectedValue, _ actual: Value) throws(Acceptance.Refusal) -> String {
    if case .text = expected {
      guard case .text(let text) = actual else { throw Refusal(reason: "\(actual) is not a text") }
      return try literal(text)
    }
    var replacements: [Replacement] = []
    try pair(expected, actual) { number, value throws(Acceptance.Refusal) in
      if Comparison.equal(.number(number), value).difference == nil { return }
      let candidates = [value.description, value.number.map { "\($0)" } ?? ""]
      let spellings = candidates.map { WrittenNumber(number.text).spelling(ofExact: $0) } + candidates
      let spelling = spellings.first { spelling in
        (try? ExpectedValueParser.equal(spelling)).map {
          Comparison.equal($0, value).difference == nil
        } ?? false
      }
      guard let spelling, value.number?.isFinite == true else {
        throw Refusal(reason: "\(value) cannot be written as a number")
      }
      replacements.append(Replacement(number, spelling))
    }
    return replacing(replacements)
  }

  /// The comment with `text` between its quotes.
  func literal(_ text: String) throws(Acceptance.Refusal) -> String {
    guard let open = comment.firstIndex(of: "\""),
      let close = comment.lastIndex(of: "\""), open < close
    else { throw Refusal(reason: "the comment has no text in quotes") }
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) else {
      throw Refusal(reason: "the text has a control character, which a comment cannot hold")
    }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    return comment[...open] + escaped + comment[close...]
  }

  private struct Replacement {
    var offset: Int
    var length: Int
    var text: String

    init(_ number: ExpectedNumber, _ text: String) {
      offset = number.offset
      length = number.text.utf8.count
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

  /// Calls `body` with each expected number and the value at its place.
  private func pair(
    _ expected: ExpectedValue, _ actual: Value,
    _ body: (ExpectedNumber, Value) throws(Acceptance.Refusal) -> Void
  ) throws(Acceptance.Refusal) {
    switch (expected, actual) {
    case (.number(let number), _): try body(number, actual)
    case (.array(let expected), .array(let elements, let count)):
      guard expected.count == count, elements.count == count else {
        throw Refusal(reason: "there are \(count) elements, and \(expected.count) are expected")
      }
      for (one, other) in zip(expected, elements) { try pair(one, other, body) }
    default:
      if Comparison.equal(expected, actual).difference != nil {
        throw Refusal(reason: "only numbers and texts are rewritten; change '\(expected.text)' by hand")
      }
    }
  }

  private func replacing(_ replacements: [Replacement]) -> String {
    var bytes = Array(comment.utf8)
    for replacement in replacements.sorted(by: { $0.offset > $1.offset }) {
      let first = start + replacement.offset
      bytes.replaceSubrange(first..<first + replacement.length, with: replacement.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

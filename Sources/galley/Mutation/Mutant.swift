import Book
import Checks
import Foundation
import Plan

/// A chapter with one number changed.
struct Mutant {
  var chapter: Chapter
  /// The position of the number.
  var position: SourcePosition
  var kind: Kind
  var original: String
  var changed: String
  /// The line with the number, without leading spaces.
  var line: String
  /// Whether the number belongs to a step that is declared not to hold. Another number would not make that step hold.
  var isPublishedMistake = false
  /// Whether the number is a count of digits to show, as in `Column("θ", digits: 3)`.
  var isCountOfDigits = false

  /// The kind of a number; messages contain the raw value.
  enum Kind: String {
    case expected = "expected value"
    case code = "number in the code"
    case formula = "coefficient of a formula"
  }

  /// Every mutant of `chapter`, in the order of lines.
  ///
  /// - Parameter mistakes: The lines with steps of formulas that are declared not to hold.
  static func all(of chapter: Chapter, mistakes: Set<Int> = []) -> [Mutant] {
    chapter.blocks.indices.flatMap { index -> [Mutant] in
      let block = chapter.blocks[index]
      switch block.role {
      case .swiftRun where block.options.expectation == nil:
        let inCode = NumericLiterals.find(in: block.code).compactMap { literal in
          mutant(chapter, block: index, at: literal.offset, literal.text, .code)
        }
        return (inCode + expected(chapter, block: index)).sorted {
          ($0.position.line, $0.position.utf8Column) < ($1.position.line, $1.position.utf8Column)
        }
      case .math where block.options.audit.isRequested || block.options.label != nil:
        return numbers(in: block.code).compactMap { number in
          guard
            var mutant = mutant(chapter, block: index, at: number.offset, number.text, .formula)
          else { return nil }
          mutant.isPublishedMistake = mistakes.contains(mutant.position.line)
          return mutant
        }
      default: return []
      }
    }
  }

  /// The reason not to change this number; nil if it may be changed. Some numbers are always excepted. The author can
  /// except the numbers of a line with a reason, as in `xWindow: 0...3)  // not checked: a chart's window`, unless the
  /// line contains a check.
  var exception: String? {
    if isPublishedMistake { return "a published mistake, as it is printed" }
    if isCountOfDigits { return "how many digits are shown" }
    guard kind == .code, !line.contains(/\/\/\s*(≈|==)/) else { return nil }
    return line.firstMatch(of: /\/\/ not checked: (\S.*)$/).map { String($0.1) }
  }

  /// Mutants of the expected numbers after `// ≈` and `// ==`, without the tolerances.
  private static func expected(_ chapter: Chapter, block index: Int) -> [Mutant] {
    var start = 0
    return chapter.blocks[index].lines.flatMap { line -> [Mutant] in
      defer { start += line.text.utf8.count + 1 }
      guard let sign = line.text.firstMatch(of: /\/\/\s*(≈|==)/) else { return [] }
      let comment = line.text[sign.range.upperBound...].prefix { $0 != "±" }
      guard !comment.contains("\"") else { return [] }
      let offset = start + line.text.utf8.distance(from: line.text.startIndex, to: sign.range.upperBound)
      return numbers(in: String(comment)).compactMap { number in
        mutant(chapter, block: index, at: offset + number.offset, number.text, .expected)
      }
    }
  }

  /// The excepted numbers, counted by line, in order.
  static func exceptions(among mutants: [Mutant]) -> [ChapterMutations.Excepted] {
    var lines: [(line: Int, excepted: ChapterMutations.Excepted)] = []
    for mutant in mutants {
      guard let reason = mutant.exception else { continue }
      if lines.last?.line == mutant.position.line {
        lines[lines.count - 1].excepted.count += 1
      } else {
        lines.append((mutant.position.line, .init(text: mutant.line, reason: reason, count: 1)))
      }
    }
    return lines.map(\.excepted)
  }

  private static func numbers(in text: String) -> [(offset: Int, text: String)] {
    text.matches(of: /[0-9]+(?:\.[0-9]+)?(?:[eE][+\-]?[0-9]+)?/).map {
      (text.utf8.distance(from: text.startIndex, to: $0.range.lowerBound), String($0.output))
    }
  }

  private static func mutant(
    _ chapter: Chapter, block index: Int, at offset: Int, _ text: String, _ kind: Kind
  ) -> Mutant? {
    guard let changed = other(than: text) else { return nil }
    var start = 0
    for (row, line) in chapter.blocks[index].lines.enumerated() {
      let end = start + line.text.utf8.count
      if offset >= start, offset + text.utf8.count <= end {
        var bytes = Array(line.text.utf8)
        bytes.replaceSubrange(offset - start..<offset - start + text.utf8.count, with: changed.utf8)
        var mutated = chapter
        mutated.blocks[index].lines[row].text = String(decoding: bytes, as: UTF8.self)
        var position = line.position
        position.utf8Column += offset - start
        let before = line.text.utf8.prefix(offset - start)
        return Mutant(
          chapter: mutated, position: position, kind: kind, original: text, changed: changed,
          line: String(line.text.trimmingPrefix(/\s+/)),
          isCountOfDigits: kind == .code && String(decoding: before, as: UTF8.self).contains(/\bdigits: *$/))
      }
      start = end + 1
    }
    return nil
  }

  /// A whole number grows by one, any other number by 10 %; 0.0 becomes 0.1.
  private static func other(than text: String) -> String? {
    let digits = text.replacing("_", with: "")
    if let whole = Int(digits) { return "\(whole + 1)" }
    guard let number = Double(digits) else { return nil }
    return number == 0 ? "0.1" : "\(number * 1.1)"
  }
}

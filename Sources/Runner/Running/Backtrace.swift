import Book
import Plan

/// What Swift's backtracer says of a program that trapped.
struct Backtrace {
  /// Where in the chapter it happened; nil when no frame lies there.
  var position: SourcePosition?
  /// The reason, when it stands in the backtrace alone: `arithmetic overflow`.
  var reason: String?
  /// What the program is said to have crashed by: `Bad pointer dereference`.
  var crash: String?

  /// Finds the innermost frame that lies in the chapter that `program` was made from.
  init(_ text: String, chapter: String, program: SwiftProgram) {
    // The program may have written it itself: no line of a backtrace is longer.
    for line in text.split(separator: "\n") where line.utf8.count < 2048 {
      if reason == nil, let match = line.firstMatch(of: /Swift runtime failure: (.+?)(?: in .*| \*\*\*)?$/) {
        reason = String(match.1)
      }
      if crash == nil,
        let match = line.firstMatch(of: /\*\*\* Program crashed: (.+?)(?: at 0x[0-9a-f]+)? \*\*\*/)
      {
        crash = String(match.1)
      }
      guard position == nil, let range = line.ranges(of: chapter + ":").last else { continue }
      let numbers = line[range.upperBound...].split(separator: ":")
      if let row = numbers.first.flatMap({ Int($0) }) {
        let column = numbers.dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 1
        position = SourcePosition(
          file: chapter, line: row, utf8Column: program.authorColumn(line: row, compilerColumn: column))
      }
    }
  }
}

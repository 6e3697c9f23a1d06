import Book
import Plan

/// The output of Swift's backtracer for a program that trapped.
struct Backtrace {
  /// The position in the chapter; nil if no frame is in the chapter.
  var position: SourcePosition?
  /// The reason, if only the backtrace contains it: `arithmetic overflow`.
  var reason: String?
  /// The cause of the crash: `Bad pointer dereference`.
  var crash: String?

  /// Finds the innermost frame in the chapter that `program` was made from.
  init(_ text: String, chapter: String, program: SwiftProgram) {
    // The program may have written the text itself. No line of a real backtrace is longer than this.
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

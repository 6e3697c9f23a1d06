import Book
import Plan

/// Reads the lines that the compiler writes.
enum CompilerMessage {
  /// The error that a line reports, at the author's position; nil for all other lines.
  static func error(in line: Substring, of program: SwiftProgram) -> Diagnostic? {
    guard let match = line.wholeMatch(of: /(.+?):([0-9]+):([0-9]+): (?:fatal )?error: (.+)/),
      let number = Int(match.2), let column = Int(match.3)
    else { return nil }
    let position = SourcePosition(
      file: String(match.1), line: number,
      utf8Column: program.authorColumn(line: number, compilerColumn: column))
    return Diagnostic(.error, at: position, advised(String(match.4)))
  }

  /// A release build of modules hides the C modules that they use; a debug build does not.
  private static func advised(_ message: String) -> String {
    guard message.hasPrefix("missing required module") else { return message }
    return message + "; if '--library' names a debug build of the modules, name a release build"
  }

  /// Why the compiler failed if no error has a position: its first error other than `command failed`, or the first line
  /// of a compiler that could not even start.
  static func reason(in output: String) -> String {
    let lines = output.split(separator: "\n")
    let errors = lines.filter { $0.contains("error: ") }
    let telling = errors.first { !$0.contains("command failed") } ?? errors.first
    return telling.map { String($0.split(separator: "error: ", maxSplits: 1).last ?? $0) }
      ?? lines.first.map(String.init) ?? "it gave no reason"
  }
}

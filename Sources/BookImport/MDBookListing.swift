/// The lines of code that mdBook shows.
enum MDBookListing {
  /// The part of a file that `{{#include file:part}}` shows: an anchor by its name, or lines such as `2:5`, `2:`, `:5`
  /// and `3`; the whole file if `part` is empty. The marks of anchors are never shown.
  static func lines(_ part: String, of lines: [String]) -> [String] {
    let numbers = part.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    var shown = lines
    if let first = numbers.first, numbers.contains(where: { $0 != nil }) {
      let start = max(0, (first ?? 1) - 1)
      let end = numbers.count == 1 ? start + 1 : numbers[1] ?? lines.count
      shown = Array(lines.dropLast(max(0, lines.count - end)).dropFirst(start))
    } else if !part.isEmpty, let start = lines.firstIndex(where: { anchor($0, "ANCHOR") == part }) {
      let end = lines[start...].firstIndex { anchor($0, "ANCHOR_END") == part } ?? lines.count
      shown = Array(lines[(start + 1)..<end])
    }
    return shown.filter { anchor($0, "ANCHOR") == nil && anchor($0, "ANCHOR_END") == nil }
  }

  private static func anchor(_ line: String, _ word: String) -> String? {
    guard let mark = line.firstRange(of: word + ":") else { return nil }
    return line[mark.upperBound...].split(whereSeparator: \.isWhitespace).first.map(String.init)
  }

  /// Whether a line of Rust is only there to make the example compile: `# fn main() {`.
  static func isHidden(_ line: String) -> Bool {
    let code = line.drop { $0 == " " || $0 == "\t" }
    return code == "#" || code.hasPrefix("# ")
  }
}

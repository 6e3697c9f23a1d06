import Book
import Exercises
import GFM

/// The text of a chapter without secrets: exercises have only their starter code, questions have no answers, and
/// checks and typical mistakes are left out.
enum PublicText {
  /// The lines of the chapter's file. Secret lines are nil, so that their number stays secret, too; the first and the
  /// last line of a block with secrets are at least empty.
  static func lines(of chapter: Chapter) -> [String?] {
    let written = chapter.text.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String?] = written.map(String.init)
    let ends = Dictionary(
      chapter.tree.descendants.map { ($0.id, $0.endLine) }, uniquingKeysWith: { first, _ in first })
    for block in chapter.blocks where isPrivate(block.role) {
      let first = block.position.line
      let last = max(first, ends[block.id] ?? first)
      for number in first...last where lines.indices.contains(number - 1) {
        lines[number - 1] = number == first || number == last ? "" : nil
      }
      guard block.role != .check, block.role != .wrong else { continue }
      for line in block.publicLines {
        let old = block.lines.first { $0.position == line.position }?.text ?? ""
        // Keep the prefix that a list or a quote puts before the line.
        lines[line.position.line - 1] =
          String(written[line.position.line - 1].dropLast(old.count)) + line.text
      }
      guard block.role == .exercise, let end = ends[block.id], lines.indices.contains(end - 1) else {
        continue
      }
      lines[first - 1] = String(
        written[first - 1].replacing("exercise", with: "swift", maxReplacements: 1))
      lines[end - 1] = String(written[end - 1])
    }
    return lines
  }

  private static func isPrivate(_ role: FenceRole) -> Bool {
    switch role {
    case .exercise, .check, .wrong, .question: true
    default: false
    }
  }
}

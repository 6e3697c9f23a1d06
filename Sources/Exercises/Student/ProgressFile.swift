import Files
import Foundation

/// A student's progress: a text file with a line for each exercise, `mse-gradient: 3 of 4`.
package struct ProgressFile: Sendable {
  private let path: String

  /// The state of one exercise.
  package struct State: Sendable, Equatable {
    /// The points earned in the best try.
    package var earned: Int
    /// The points that were possible in that try.
    package var points: Int
    /// How many hints were shown.
    package var hints: Int

    /// Creates a state from its parts.
    package init(earned: Int, points: Int, hints: Int) {
      self.earned = earned
      self.points = points
      self.hints = hints
    }
  }

  /// The file `progress.txt` in `folder`.
  package init(in folder: String) {
    path = folder + "/progress.txt"
  }

  /// The states by label of the exercise. Lines of another form are skipped.
  package var states: [String: State] {
    var states: [String: State] = [:]
    for line in text.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /([a-z0-9\-]+): (\d+) of (\d+)(?:, hints (\d+))?/),
        let earned = Int(match.2), let points = Int(match.3)
      else { continue }
      states[String(match.1)] = State(earned: earned, points: points, hints: match.4.flatMap { Int($0) } ?? 0)
    }
    return states
  }

  /// Saves a try if it is at least as good as the best one, and the number of hints shown.
  package func note(_ label: String, earned: Int? = nil, points: Int, hints: Int? = nil) throws {
    let old = states[label] ?? State(earned: 0, points: points, hints: 0)
    let isBetter = earned.map { $0 * max(1, old.points) >= old.earned * max(1, points) } ?? false
    let line =
      "\(label): \(isBetter ? earned ?? 0 : old.earned) of \(isBetter ? points : old.points)"
      + ((hints ?? old.hints) > 0 ? ", hints \(hints ?? old.hints)" : "")
    // Keep lines of exercises that the book no longer has, and lines that the student wrote.
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    if let index = lines.firstIndex(where: { $0.hasPrefix(label + ": ") }) {
      lines[index] = line
    } else {
      lines.append(line)
    }
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(
      to: URL(fileURLWithPath: path), options: .atomic)
  }

  private var text: String {
    (try? FileDoor.read(path: path, atMost: SizeLimit.settings)).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }
}

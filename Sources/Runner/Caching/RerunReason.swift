/// Why a chapter would run again, or why it would not.
package enum RerunReason: Sendable, Equatable {
  /// All that the kept record depends on is the same.
  case nothingChanged
  /// This build of the program has never run the chapter to its end.
  case neverRan
  /// The key is the same, and the record is gone or damaged.
  case recordLost
  /// These parts are others than they were, or were added or taken away.
  case changed([String])

  /// What differs between the keys of two runs.
  init(from old: [CacheKey.Part], to new: [CacheKey.Part]) {
    let before = Dictionary(old.map { ($0.name, $0.digest) }) { first, _ in first }
    let now = Dictionary(new.map { ($0.name, $0.digest) }) { first, _ in first }
    let other = new.filter { before[$0.name] != $0.digest }.map { part in
      before[part.name] == nil ? "\(part.name) is new" : "\(part.name) changed"
    }
    let gone = old.filter { now[$0.name] == nil }.map { "\($0.name) is gone" }
    self = other.isEmpty && gone.isEmpty ? .nothingChanged : .changed(other + gone)
  }

  /// One sentence each, without a capital.
  package var sentences: [String] {
    switch self {
    case .nothingChanged: ["nothing would run: all that the kept record depends on is as it was"]
    case .neverRan: ["it would run: this build of galley has not yet run it to its end"]
    case .recordLost: ["it would run: the kept record is damaged or gone"]
    case .changed(let parts): parts.map { "it would run: \($0)" }
    }
  }
}

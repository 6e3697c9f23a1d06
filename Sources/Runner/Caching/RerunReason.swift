/// Why a chapter would run again, or why it would not.
package enum RerunReason: Sendable, Equatable {
  /// Nothing that the kept record depends on has changed.
  case nothingChanged
  /// This build of the program has never run the chapter to its end.
  case neverRan
  /// The key is the same, but the record is missing or damaged.
  case recordLost
  /// Parts of the key were changed, added or removed. Each text names one of them, such as `the compiler changed`.
  case changed([String])

  /// Compares the keys of two runs.
  init(from old: [CacheKey.Part], to new: [CacheKey.Part]) {
    let before = Dictionary(old.map { ($0.name, $0.digest) }) { first, _ in first }
    let now = Dictionary(new.map { ($0.name, $0.digest) }) { first, _ in first }
    let other = new.filter { before[$0.name] != $0.digest }.map { part in
      before[part.name] == nil ? "\(part.name) is new" : "\(part.name) changed"
    }
    let gone = old.filter { now[$0.name] == nil }.map { "\($0.name) is gone" }
    self = other.isEmpty && gone.isEmpty ? .nothingChanged : .changed(other + gone)
  }

  /// One sentence for each reason, in lower case and without a full stop.
  package var sentences: [String] {
    switch self {
    case .nothingChanged: ["nothing would run: nothing that the kept record depends on has changed"]
    case .neverRan: ["it would run: this build of galley has not yet run it to its end"]
    case .recordLost: ["it would run: the kept record is damaged or gone"]
    case .changed(let parts): parts.map { "it would run: \($0)" }
    }
  }
}

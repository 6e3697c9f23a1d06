import Book
import Caching

/// The compiler errors and outcomes of code under checks.
struct Trials: Codable, Sendable {
  var errors: [Diagnostic]
  var outcomes: [Outcome]

  /// The first reason why a check has no value; nil if all checks have one.
  var failure: String? {
    if let error = errors.first { return error.message }
    return outcomes.lazy.compactMap { outcome in
      if case .failed(let shortfall) = outcome { shortfall.description } else { nil }
    }.first
  }
}

/// The outcomes of the author's own code, computed once for each piece of code. They are kept in memory, where no
/// answer can read them, and also in `cache` if no answers of others run.
actor KeptTrials {
  private let cache: ContentCache?
  private var runs: [[String]: Task<[Trials], any Error>] = [:]

  init(cache: ContentCache?) { self.cache = cache }

  /// The kept runs for `parts`, each with its trials; calls `make` if there are none.
  func runs(
    of parts: [String], make: @escaping @Sendable () async throws -> [Trials]
  ) async throws -> [Trials] {
    if let known = runs[parts] { return try await known.value }
    let cache = cache
    let task = Task {
      if let kept = cache?.value("exercise", of: parts, as: [Trials].self) { return kept }
      let made = try await make()
      // Compiler errors contain positions, which change when the author edits prose, so they are not cached.
      if made.allSatisfy(\.errors.isEmpty) { cache?.keep(made, "exercise", of: parts) }
      return made
    }
    runs[parts] = task
    return try await task.value
  }
}

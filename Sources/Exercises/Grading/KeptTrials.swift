import Book
import Caching

/// What pieces of code came to under checks.
struct Trials: Codable, Sendable {
  var errors: [Diagnostic]
  var outcomes: [Outcome]

  /// Why there is a check without a value; nil when all have one.
  var failure: String? {
    if let error = errors.first { return error.message }
    return outcomes.lazy.compactMap { outcome in
      if case .failed(let shortfall) = outcome { shortfall.description } else { nil }
    }.first
  }
}

/// What the author's own code came to, each piece once: in memory, where no answer can read it, and with the book where
/// no answers of others run.
actor KeptTrials {
  private let cache: ContentCache?
  private var trials: [[String]: Task<Trials, any Error>] = [:]

  init(cache: ContentCache?) { self.cache = cache }

  /// What is kept of `parts`, made if need be.
  func trials(
    of parts: [String], make: @escaping @Sendable () async throws -> Trials
  ) async throws -> Trials {
    if let known = trials[parts] { return try await known.value }
    let cache = cache
    let task = Task {
      if let kept = cache?.value("exercise", of: parts, as: Trials.self) { return kept }
      let made = try await make()
      // What does not compile has positions in it, which edits of the prose move.
      if made.errors.isEmpty { cache?.keep(made, "exercise", of: parts) }
      return made
    }
    trials[parts] = task
    return try await task.value
  }
}

import Caching
import Foundation
import Synchronization

/// What the compiler's driver would call to compile and link a program. Called without it, that takes half of the
/// time: the driver starts two more processes and plans anew what is the same for every chapter.
///
/// The driver is asked once, with `-###`; its answer is kept under all that it depends on.
final class DriverCommands: Sendable {
  private let cache: ContentCache?
  private let answers = Mutex<[String: Task<[[String]]?, Never>]>([:])

  /// Commands that are kept in `cache`, if one is given.
  init(cache: ContentCache?) { self.cache = cache }

  /// The commands that the driver calls for `arguments`, which name files in `folder`; nil when it did not say so in a
  /// way that can be repeated.
  ///
  /// - Parameters:
  ///   - surroundings: What else the answer depends on.
  ///   - ask: Gives what the driver prints.
  func commands(
    for arguments: [String], in folder: String, surroundings: [String],
    ask: @escaping @Sendable () async -> String?
  ) async -> [[String]]? {
    let general = arguments.map { $0.replacing(folder, with: FolderMark.mark) }
    let key = "commands-" + Fingerprint.of((surroundings + general).joined(separator: "\u{0}"))
    let answer = answers.withLock { answers in
      if let answer = answers[key] { return answer }
      let cache = cache
      let answer = Task<[[String]]?, Never> {
        if let kept = cache?.text(under: key) { return Self.split(kept) }
        guard let text = await ask().flatMap({ FolderMark.generalized($0, folder: folder) }) else {
          return nil
        }
        cache?.keep(text, under: key)
        return Self.split(text)
      }
      answers[key] = answer
      return answer
    }
    return await answer.value?.map { FolderMark.put($0, for: folder) }
  }

  private static func split(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }
}

import Foundation
import Synchronization

/// What the preview shows now: the site, held in memory, and what is wrong with the book.
///
/// Nothing is read from disk for a request, so that no path can lead out of the site.
public final class PreviewState: Sendable {
  private let content: Mutex<Content>
  private let session = UInt64.random(in: .min ... .max)

  private struct Content {
    var number = 0
    var files: [String: Data] = [:]
    var problems: [String] = []
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var nextWaiter = 0
  }

  /// What a page is told of a change.
  struct Change: Equatable, Encodable {
    /// Differs from that of every other state, also of another run of the server.
    var version: String
    /// One line each, with the place in the chapter.
    var problems: [String]
  }

  /// A preview that has nothing to show yet.
  public init() {
    content = Mutex(Content())
  }

  /// Shows other files, or the same ones when `files` is nil, together with what is wrong.
  public func show(files: [String: Data]?, problems: [String]) {
    let waiting = content.withLock { content -> [CheckedContinuation<Void, Never>] in
      if content.number > 0, files == nil || files == content.files, problems == content.problems {
        return []
      }
      content.number += 1
      if let files { content.files = files }
      content.problems = problems
      defer { content.waiting = [:] }
      return Array(content.waiting.values)
    }
    for waiter in waiting { waiter.resume() }
  }

  /// The bytes of a file of the site; nil when there is none.
  func file(_ name: String) -> Data? { content.withLock { $0.files[name] } }

  /// The state now.
  var change: Change {
    content.withLock { Change(version: "\(session)-\($0.number)", problems: $0.problems) }
  }

  /// The state as soon as it is another one than `version`, or when `timeout` is over.
  func change(after version: String?, timeout: Duration) async -> Change {
    let number = content.withLock { content in
      defer { content.nextWaiter += 1 }
      return content.nextWaiter
    }
    let alarm = Task {
      try await Task.sleep(for: timeout)
      content.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
    await withCheckedContinuation { continuation in
      let isOver = content.withLock { content in
        if version != "\(session)-\(content.number)" { return true }
        content.waiting[number] = continuation
        return false
      }
      if isOver { continuation.resume() }
    }
    alarm.cancel()
    return change
  }
}

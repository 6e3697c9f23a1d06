import Foundation
import Synchronization

/// The current state of the preview: the site, which is held in memory, and the problems of the book.
///
/// Nothing is read from disk for a request, so that no path can lead out of the site.
package final class PreviewState: Sendable {
  private let content: Mutex<Content>
  private let session = UInt64.random(in: .min ... .max)

  fileprivate struct Content {
    var number = 0
    var files: [String: Data] = [:]
    var problems: [String] = []
    /// The number of the state in which each file last changed.
    var changed: [String: Int] = [:]
    /// The number of the state in which something last changed that affects every page.
    var shared = 0
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var nextWaiter = 0
  }

  /// A change that is reported to a page.
  struct Change: Equatable, Encodable {
    /// A text that is different for every state and for every run of the server.
    var version: String
    /// The problems, one line each, with their positions in the chapters.
    var problems: [String]
  }

  /// Creates a preview without a site.
  package init() {
    content = Mutex(Content())
  }

  /// Shows new files and problems. The files stay the same when `files` is nil.
  package func show(files: [String: Data]?, problems: [String]) {
    let waiting = content.withLock { content -> [CheckedContinuation<Void, Never>] in
      if content.number > 0, files == nil || files == content.files, problems == content.problems {
        return []
      }
      content.number += 1
      if problems != content.problems { content.shared = content.number }
      content.problems = problems
      if let files { content.replaceFiles(by: files) }
      defer { content.waiting = [:] }
      return Array(content.waiting.values)
    }
    for waiter in waiting { waiter.resume() }
  }

  /// Shows the new or changed files of a site, and its problems, before the rest of the site is ready.
  package func show(early files: [String: Data], problems: [String]) {
    show(files: content.withLock { $0.files.merging(files) { _, new in new } }, problems: problems)
  }

  /// The bytes of a file of the site; nil when there is none.
  func file(_ name: String) -> Data? { content.withLock { $0.files[name] } }

  /// The current state of the whole site.
  var change: Change { change(of: nil) }

  /// The state in which `page` last changed; the state of the whole site when `page` is nil.
  func change(of page: String?) -> Change {
    content.withLock { Change(version: "\(session)-\($0.number(of: page))", problems: $0.problems) }
  }

  /// Waits until the state of `page` differs from `version`, until the site changes elsewhere, or until `timeout` is
  /// over. Returns the state of `page` then.
  func change(after version: String?, of page: String? = nil, timeout: Duration) async -> Change {
    let number = content.withLock { content in
      defer { content.nextWaiter += 1 }
      return content.nextWaiter
    }
    let alarm = Task {
      try await Task.sleep(for: timeout)
      content.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = content.withLock { content in
          if Task.isCancelled || version != "\(session)-\(content.number(of: page))" { return true }
          content.waiting[number] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      content.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
    alarm.cancel()
    return change(of: page)
  }
}

extension PreviewState.Content {
  fileprivate mutating func replaceFiles(by new: [String: Data]) {
    for (name, data) in new where files[name] != data {
      changed[name] = number
      if Self.isShared(name) { shared = number }
    }
    for name in files.keys where new[name] == nil {
      changed[name] = nil
      if Self.isShared(name) { shared = number }
    }
    files = new
  }

  /// The number of the state in which a page last changed. For a missing page, every change counts, because it may add
  /// the page.
  fileprivate func number(of page: String?) -> Int {
    guard let page, let changed = changed[page] else { return number }
    return max(changed, shared)
  }

  /// Whether a file affects the look of all pages. Other pages and files that are only loaded on demand do not.
  private static func isShared(_ name: String) -> Bool {
    !name.hasSuffix(".html") && !name.hasPrefix("figures/") && !name.hasSuffix("search-index.js")
      && name != "report.json" && name != "sitemap.xml"
  }
}

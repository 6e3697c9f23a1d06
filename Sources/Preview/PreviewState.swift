import Foundation
import Synchronization

/// What the preview shows now: the site, held in memory, and what is wrong with the book.
///
/// Nothing is read from disk for a request, so that no path can lead out of the site.
package final class PreviewState: Sendable {
  private let content: Mutex<Content>
  private let session = UInt64.random(in: .min ... .max)

  fileprivate struct Content {
    var number = 0
    var files: [String: Data] = [:]
    var problems: [String] = []
    /// The state in which each file became what it is.
    var changed: [String: Int] = [:]
    /// The state in which something last changed that every page shows.
    var shared = 0
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
  package init() {
    content = Mutex(Content())
  }

  /// Shows other files, or the same ones when `files` is nil, together with what is wrong.
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

  /// Shows some files that are new or others than before, and what is wrong; the rest of the same site follows.
  package func show(early files: [String: Data], problems: [String]) {
    show(files: content.withLock { $0.files.merging(files) { _, new in new } }, problems: problems)
  }

  /// The bytes of a file of the site; nil when there is none.
  func file(_ name: String) -> Data? { content.withLock { $0.files[name] } }

  /// The state now.
  var change: Change { change(of: nil) }

  /// The state in which `page` became what it is, of the whole site without a page.
  func change(of page: String?) -> Change {
    content.withLock { Change(version: "\(session)-\($0.number(of: page))", problems: $0.problems) }
  }

  /// The state of `page` as soon as it is another one than `version`, or when the site has changed elsewhere, or when
  /// `timeout` is over.
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

  /// The state in which a page became what it is; a page that is none may become one with every change.
  fileprivate func number(of page: String?) -> Int {
    guard let page, let changed = changed[page] else { return number }
    return max(changed, shared)
  }

  /// Whether a file is part of what pages look like. Other pages are not, nor what is only read on demand.
  private static func isShared(_ name: String) -> Bool {
    !name.hasSuffix(".html") && !name.hasPrefix("figures/") && !name.hasSuffix("search-index.js")
      && name != "report.json" && name != "sitemap.xml"
  }
}

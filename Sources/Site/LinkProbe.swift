import Book
import Foundation
import Subprocess

/// Tries the external links of a book with the `curl` command, a few at a time.
///
/// Only ``results(of:)`` sends requests. It tries only `http` and `https` addresses, and follows redirects only to
/// such addresses.
package struct LinkProbe: Sendable {
  /// The time limit of one attempt, in seconds.
  package var timeout: Int

  /// Creates a probe with a time limit for each attempt, in seconds.
  package init(timeout: Int = 20) { self.timeout = timeout }

  /// The outcome of trying a link.
  package enum Outcome: Sendable, Equatable {
    /// The server answers with success. `address` is the target of a redirect; nil when there is none.
    case found(status: Int, address: String?)
    /// The server says that the page does not exist: 404 or 410.
    case gone(status: Int)
    /// The server answers with another status, such as 403, 429 or 503. A browser may get the page.
    case refused(status: Int)
    /// The server does not answer.
    case unreachable(reason: String)
    /// The address is neither `http` nor `https`, so no request was sent.
    case notTried
  }

  /// A link with its outcome.
  package struct Result: Sendable, Equatable {
    /// The link with its position in the chapter.
    package var link: ExternalLink
    /// The outcome of trying the link.
    package var outcome: Outcome
  }

  private static let concurrentCount = 4

  /// Tries every address once. The results are in the order of `links`.
  ///
  /// - Throws: ``SiteBuilder/Missing`` when `curl` cannot be run.
  package func results(of links: [ExternalLink]) async throws -> [Result] {
    var waiting: [String] = []
    for link in links where !waiting.contains(Self.address(of: link)) {
      waiting.append(Self.address(of: link))
    }
    let found = try await waiting.concurrentMap(atMost: Self.concurrentCount) { try await outcome(of: $0) }
    let outcomes = Dictionary(uniqueKeysWithValues: zip(waiting, found))
    return links.map { Result(link: $0, outcome: outcomes[Self.address(of: $0)] ?? .notTried) }
  }

  /// The address without its fragment, which is never sent to a server.
  private static func address(of link: ExternalLink) -> String {
    String(link.url.prefix { $0 != "#" })
  }

  private func outcome(of address: String) async throws -> Outcome {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else { return .notTried }
    let short = try await attempt(address, options: ["--head"])
    if case .found = short { return short }
    // Some servers answer HEAD with an error and GET with the page.
    if case .unreachable = short { return short }
    return try await attempt(address, options: [])
  }

  private func attempt(_ address: String, options: [String]) async throws -> Outcome {
    let arguments =
      // `--disable` must be the first option. It makes curl ignore the user's settings.
      ["--disable", "--silent", "--globoff", "--location", "--max-redirs", "8", "--output", "/dev/null"]
      + ["--proto", "=http,https", "--proto-redir", "=http,https"]
      + ["--connect-timeout", "\(timeout)", "--max-time", "\(timeout)"]
      + ["--user-agent", "Mozilla/5.0 (compatible; galley)"]
      + ["--write-out", "%{exitcode}\t%{http_code}\t%{num_redirects}\t%{url_effective}\t%{errormsg}"]
      + options + ["--url", address]
    do {
      let result = try await Subprocess.run(
        .name("curl"), arguments: Arguments(arguments), input: .none, output: .string(limit: 64 << 10),
        error: .discarded)
      return Self.outcome(of: result.standardOutput)
    } catch {
      throw SiteBuilder.Missing(description: "links cannot be tried; install the package curl")
    }
  }

  /// Reads the line that `--write-out` prints.
  private static func outcome(of line: String) -> Outcome {
    let fields = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 5, let exit = Int(fields[0]), let status = Int(fields[1]) else {
      return .unreachable(reason: "no answer")
    }
    guard exit == 0, status > 0 else {
      return .unreachable(reason: fields[4].isEmpty ? "no answer" : fields[4])
    }
    switch status {
    case 200..<400: return .found(status: status, address: fields[2] == "0" ? nil : fields[3])
    case 404, 410: return .gone(status: status)
    default: return .refused(status: status)
    }
  }
}

extension LinkProbe.Result {
  /// The diagnostic for the author; nil when the link works or was not tried.
  package var diagnostic: Diagnostic? {
    switch outcome {
    case .found, .notTried: nil
    case .gone(let status):
      Diagnostic(
        .error, at: link.position, "the link leads to '\(link.url)', and the server answers \(status)",
        fix: "find the page's new address, or one in an archive")
    case .refused(let status):
      Diagnostic(
        .warning, at: link.position, "the link leads to '\(link.url)', and the server answers \(status)",
        fix: "try it in a browser")
    case .unreachable(let reason):
      Diagnostic(
        .warning, at: link.position, "the link leads to '\(link.url)', which cannot be reached: \(reason)",
        fix: "try again, or open it in a browser")
    }
  }
}

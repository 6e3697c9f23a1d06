import ArgumentParser
import Foundation

/// The lines of documents that changed since a commit, by 'git diff'.
struct ChangedLines {
  /// The changed ranges of lines of each document; a document that git does not know has changed as a whole.
  private var ranges: [String: [ClosedRange<Int>]] = [:]

  /// Asks git in the folder of each document.
  init(since commit: String, documents: [String]) throws {
    guard !commit.isEmpty, !commit.hasPrefix("-") else {
      throw ValidationError("'\(commit)' is not a commit; name one, such as 'main' or 'HEAD~1'")
    }
    let folders = Dictionary(grouping: documents.filter { $0 != "-" }) { path in
      let folder = (path as NSString).deletingLastPathComponent
      return folder.isEmpty ? "." : folder
    }
    for (folder, paths) in folders.sorted(by: { $0.key < $1.key }) {
      let known = try Self.git(["rev-parse", "--verify", "--quiet", commit + "^{commit}"], in: folder)
      guard known.status == 0 else {
        throw ValidationError(
          "\(folder): git does not know the commit '\(commit)' here; name one that it knows")
      }
      // Changes that others have made since this branch began are none of its own.
      let base = try Self.git(["merge-base", commit, "HEAD"], in: folder)
      let start = base.status == 0 ? base.output.filter { !$0.isWhitespace } : commit
      let names = Dictionary(paths.map { (($0 as NSString).lastPathComponent, $0) }) { first, _ in first }
      let diff = try Self.git(
        [
          "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--relative",
          "--src-prefix=a/",
          "--dst-prefix=b/", start, "--",
        ] + names.keys.sorted(), in: folder)
      take(diff.output, names)
      let added = try Self.git(
        ["ls-files", "--others", "-z", "--"] + names.keys.sorted(), in: folder)
      for name in added.output.split(separator: "\0") {
        if let path = names[String(name)] { ranges[path] = [1...Int.max] }
      }
    }
    if documents.contains("-") { ranges["-"] = [1...Int.max] }
  }

  /// Whether anything in a document has changed.
  func touches(_ path: String) -> Bool { ranges[path] != nil }

  /// Whether a line has changed.
  func contains(_ line: Int, of path: String) -> Bool {
    ranges[path]?.contains { $0.contains(line) } ?? false
  }

  /// Reads the head lines of a diff: `+++ b/name` and `@@ -1,2 +3,4 @@`.
  private mutating func take(_ diff: String, _ names: [String: String]) {
    var path: String?
    for line in diff.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("+++ ") {
        let name = line.dropFirst(4).drop { $0 == "\"" }
        let bare = name.hasPrefix("b/") ? name.dropFirst(2) : name
        path = names[String(bare.hasSuffix("\"") || bare.hasSuffix("\t") ? bare.dropLast() : bare)]
      } else if line.hasPrefix("@@ "), let path,
        let match = line.firstMatch(of: /\+([0-9]+)(?:,([0-9]+))?/), let start = Int(match.1)
      {
        let count = match.2.flatMap { Int($0) } ?? 1
        // A deletion has no lines of its own; the statement around it may have changed.
        ranges[path, default: []].append(start...(start + max(count, 1) - 1 + (count == 0 ? 1 : 0)))
      }
    }
  }

  private static func git(_ arguments: [String], in folder: String) throws -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder, "-c", "core.quotePath=false"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw ValidationError("git cannot be started; install it, or leave out '--since'")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

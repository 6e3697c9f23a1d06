import Foundation

extension Installation {
  /// The commit that the program was built from, in its short form. An installed program has it in a file, and a clone
  /// in its history. Nil for a program without either.
  package var commit: String? {
    if let prefix { return text(prefix + "/share/galley/commit") }
    guard let package else { return nil }
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "-C", package, "rev-parse", "--short=10", "HEAD"]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    return git.terminationStatus == 0 ? Self.line(data) : nil
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).flatMap(Self.line)
  }

  private static func line(_ data: Data) -> String? {
    let line = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return line.isEmpty ? nil : line
  }
}

import Foundation
import TestSupport
import Testing

/// A book in a temporary folder, and the program run on it.
final class TemporaryBook {
  let root: URL

  init(_ chapters: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "galley-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: root.appending(path: "Chapters"), withIntermediateDirectories: true)
    try write("book.yml", "title: Test\nmodules: [Optimizers]\n")
    for (name, text) in chapters { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: root.appending(path: "Chapters/\(name)"))
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: "Chapters/\(name)"))
  }

  func rename(_ name: String, to other: String) throws {
    let chapters = root.appending(path: "Chapters")
    try FileManager.default.moveItem(at: chapters.appending(path: name), to: chapters.appending(path: other))
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  func files(below path: String) throws -> [String: Data] {
    let folder = root.appending(path: path)
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    var files: [String: Data] = [:]
    for name in names { files[name] = try? Data(contentsOf: folder.appending(path: name)) }
    return files
  }

  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs the program that was built together with these tests, in the book's folder.
  func galley(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try galley(arguments, environment: environment)
  }

  /// Runs the program that was built together with these tests, in the book's folder.
  ///
  /// - Parameters:
  ///   - namesLibrary: Whether to pass the folder of the built modules.
  ///   - starter: The command that starts the program, such as `/usr/bin/nice`.
  ///   - folder: The current folder, below that of the book.
  func galley(
    _ arguments: [String], environment: [String: String] = [:], namesLibrary: Bool = true,
    startedBy starter: [String] = [], in folder: String = ""
  ) throws -> Result {
    let process = try start(
      arguments, environment: environment, namesLibrary: namesLibrary, startedBy: starter, in: folder)
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try read("output.txt"), errors: try read("errors.txt"))
  }

  /// Starts a command that does not end by itself.
  func start(_ arguments: String...) throws -> Process { try start(arguments, environment: [:]) }

  /// The address that a server prints.
  func address() async throws -> String {
    var address: String?
    _ = try await eventually {
      address = try read("errors.txt").firstMatch(of: /http:\S+\//).map { String($0.0) }
      return address != nil
    }
    guard let address else { throw NoAddress() }
    return address
  }

  private struct NoAddress: Error {}

  /// Whether a command compiles blocks or answers, so that it has the option '--library'.
  private static func takesLibrary(_ arguments: [String]) -> Bool {
    if arguments[0] == "exercise" { return ["check", "watch", "export", "grade"].contains(arguments[1]) }
    return ["build", "check", "accept", "serve", "why", "mutate", "record", "export"].contains(arguments[0])
  }

  private func start(
    _ arguments: [String], environment: [String: String], namesLibrary: Bool = true,
    startedBy starter: [String] = [], in folder: String = ""
  ) throws -> Process {
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    let command = starter + [products.appending(path: "galley").path]
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments =
      command.dropFirst() + arguments
      + (namesLibrary && Self.takesLibrary(arguments) ? ["--library", products.path] : [])
    process.currentDirectoryURL = root.appending(path: folder)
    var inherited = ProcessInfo.processInfo.environment
    inherited["GITHUB_ACTIONS"] = nil
    process.environment = inherited.merging(environment) { $1 }
    let output = root.appending(path: "output.txt")
    let errors = root.appending(path: "errors.txt")
    for url in [output, errors] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }
}

import Foundation

extension Sandbox {
  /// Why there is no sandbox.
  public enum Unavailable: Error, Equatable, CustomStringConvertible {
    case notInstalled
    case notPermitted(String)

    /// The reason in words, and how to fix it.
    public var description: String {
      switch self {
      case .notInstalled: "there is no 'bwrap'; install the package bubblewrap"
      case .notPermitted(let reason): "bubblewrap does not work here (\(reason)); allow user namespaces"
      }
    }
  }

  /// Finds `bwrap` in `PATH` and tries it. Throws `Unavailable` if it is missing or does not work.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> Sandbox {
    let paths = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/bwrap" }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw Unavailable.notInstalled
    }
    var sandbox = Sandbox(program: path, runtime: Toolchain.find()?.runtimeFolders ?? [])
    var reason = try await sandbox.refusal()
    if reason != nil {
      sandbox.disablesNamespaces = false
      reason = try await sandbox.refusal()
    }
    if let reason { throw Unavailable.notPermitted(reason) }
    return sandbox
  }

  /// Why no program can run in the sandbox; nil if one can.
  private func refusal() async throws -> String? {
    let scratch = try ScratchFolder()
    var process = ChildProcess(
      executable: program, arguments: [], environment: [:], workingDirectory: scratch.path,
      output: try OpenFile(creating: scratch.file("output")),
      errors: try OpenFile(creating: scratch.file("errors")), extra: try Self.filter(in: scratch.path))
    process.arguments = arguments(
      running: "/bin/true", in: "/", isFiltered: process.extra != nil, access: Access(reads: [], writes: []))
    process.limits.forbidsPrivileges = false
    if try await process.run(shouldStop: { _ in false }) == .exited(code: 0) { return nil }
    return process.errors.text.split(separator: "\n").first.map(String.init) ?? "it gives no reason"
  }
}

extension Toolchain {
  /// The folders with the runtime libraries of Swift and with its backtracer.
  fileprivate var runtimeFolders: [String] {
    let root = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    return ["lib/swift/linux", "libexec/swift"].map { "\(root)/\($0)" }.filter {
      !$0.hasPrefix("/usr/") && FileManager.default.fileExists(atPath: $0)
    }
  }
}

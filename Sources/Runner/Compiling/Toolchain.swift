import Caching
import Foundation

/// The Swift compiler that chapters are compiled with.
package struct Toolchain: Sendable, Equatable {
  /// The path of `swiftc`.
  package var compiler: String
  /// Identifies this compiler by the path, the size and the times of change of its file.
  package var fingerprint: String

  /// The message for a user who has no compiler.
  package static let missing =
    "there is no 'swiftc' on the PATH; install a Swift toolchain from https://www.swift.org/install/"

  /// Selects the linker of the toolchain, because it takes half the time of the system's linker.
  var linkerOptions: [String] {
    #if os(Linux)
      return FileManager.default.isExecutableFile(atPath: folder + "/ld.lld") ? ["-use-ld=lld"] : []
    #else
      return []
    #endif
  }

  /// The folder of the toolchain's programs.
  var folder: String {
    URL(fileURLWithPath: compiler).resolvingSymlinksInPath().deletingLastPathComponent().path
  }

  /// The path of another program of the toolchain; nil if it has none of this name. A manager of toolchains may have
  /// links to all programs beside its link to the compiler.
  func program(_ name: String) -> String? {
    [folder, URL(fileURLWithPath: compiler).deletingLastPathComponent().path].map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// Runs a program of the toolchain with the limits of a compiler. Its output is in `folder`, in files called
  /// `log`.
  func call(
    _ program: String, _ arguments: [String], in folder: String, log: String
  ) async throws -> (ending: ChildProcess.Ending, output: OpenFile, errors: OpenFile) {
    let process = ChildProcess(
      executable: program, arguments: arguments, environment: Compiler.environment, workingDirectory: folder,
      output: try OpenFile(creating: "\(folder)/\(log).out"),
      errors: try OpenFile(creating: "\(folder)/\(log).err"), limits: .compiler)
    let deadline = CompilerDeadline(processorTime: .seconds(600))
    let ending = try await process.run(shouldStop: deadline.isPassed)
    return (ending, process.output, process.errors)
  }

  /// The version that the compiler reports: `Swift version 6.3.1 (swift-6.3.1-RELEASE)`. Throws `Unusable` for a compiler
  /// that reports none.
  package func version() async throws -> String {
    let scratch = try ScratchFolder()
    let (_, output, errors) = try await call(compiler, ["--version"], in: scratch.path, log: "version")
    for line in output.text.split(separator: "\n") {
      if let words = line.firstRange(of: "Swift version") { return String(line[words.lowerBound...]) }
    }
    throw Unusable(compiler: compiler, reason: CompilerMessage.reason(in: errors.text))
  }

  /// A compiler that does not start, for example because a library of the system is missing.
  struct Unusable: Error, CustomStringConvertible {
    var compiler: String
    var reason: String

    var description: String {
      "'\(compiler)' does not work: \(reason); 'galley doctor' lists what is missing"
    }
  }

  /// The first `swiftc` in `PATH`; nil if there is none.
  package static func find(environment: [String: String] = ProcessInfo.processInfo.environment) -> Toolchain?
  {
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let path = "\(folder)/swiftc"
      guard FileManager.default.isExecutableFile(atPath: path) else { continue }
      let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      return Toolchain(compiler: path, fingerprint: Fingerprint.ofMetadata(file))
    }
    return nil
  }
}

import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Runs a program without network, with a file system that it can only read but for one folder, and among no
/// processes but its own: bubblewrap.
package struct Sandbox: Sendable, Equatable {
  /// The path of `bwrap`.
  var program: String

  /// Why there is no sandbox.
  package enum Unavailable: Error, Equatable, CustomStringConvertible {
    case notInstalled
    case notPermitted(String)

    /// The reason in words, with its remedy.
    package var description: String {
      switch self {
      case .notInstalled:
        "blocks cannot be isolated, because there is no 'bwrap'; install the package bubblewrap or leave out '--isolate'"
      case .notPermitted(let reason):
        "blocks cannot be isolated on this machine: \(reason); allow user namespaces or leave out '--isolate'"
      }
    }
  }

  /// The sandbox of this machine, after it was tried.
  package static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> Sandbox {
    let paths = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/bwrap" }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw Unavailable.notInstalled
    }
    let sandbox = Sandbox(program: path)
    let arguments = sandbox.arguments(running: "/bin/true", scratch: "/tmp", workingDirectory: "/tmp")
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), output: .discarded, error: .string(limit: 4096))
    guard result.terminationStatus.isSuccess else {
      let reason = result.standardError.split(separator: "\n").first.map(String.init)
      throw Unavailable.notPermitted(reason ?? "bwrap gave no reason")
    }
    return sandbox
  }

  /// What `bwrap` has to be told to run `executable`, which may write to `scratch` alone.
  func arguments(running executable: String, scratch: String, workingDirectory: String) -> [String] {
    [
      "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
      "--bind", scratch, scratch, "--chdir", workingDirectory, "--", executable,
    ]
  }
}

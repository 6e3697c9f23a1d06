import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program that is run with its output in files, watched, and ended together with all that it started.
struct ChildProcess {
  var executable: String
  var arguments: [String]
  var environment: [String: String]
  var workingDirectory: String
  var outputPath: String
  var errorPath: String

  /// How it ended.
  enum Ending: Equatable {
    case exited(code: Int)
    case signalled(Int)
    /// The watch wanted it ended.
    case stopped
  }

  /// What only this program's environment holds, to know by it what the program starts: for programs that anybody may
  /// have written. The compiler and the linker, which have none, leave nothing behind.
  var mark: String?

  /// Runs it to its end; `shouldStop` is asked many times a second whether it has had enough.
  func run(shouldStop: @Sendable (ProcessFamily) -> Bool) async throws -> Ending {
    var options = PlatformOptions()
    options.createSession = true
    let environment = Dictionary(
      uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    let result = try await Subprocess.run(
      .path(FilePath(executable)), arguments: Arguments(arguments), environment: .custom(environment),
      workingDirectory: FilePath(workingDirectory), platformOptions: options, input: .none,
      output: .fileDescriptor(try Self.create(outputPath), closeAfterSpawningProcess: true),
      error: .fileDescriptor(try Self.create(errorPath), closeAfterSpawningProcess: true)
    ) { execution in
      let process = execution.processIdentifier.value
      let family = ProcessFamily(leader: process, mark: mark)
      var wasStopped = false
      // Short waits first: most programs end within a tenth of a second, and somebody waits for them.
      var waits = 0
      while !Self.hasExited(process) {
        if shouldStop(family) || Task.isCancelled {
          wasStopped = true
          break
        }
        try? await Task.sleep(for: .milliseconds(waits < 100 ? 1 : 5))
        waits += 1
      }
      // Whatever it started and left behind ends with it.
      if mark != nil || wasStopped { family.end() }
      return wasStopped
    }
    if result.closureResult { return .stopped }
    switch result.terminationStatus {
    case .exited(let code): return .exited(code: Int(code))
    case .signaled(let signal): return .signalled(Int(signal))
    }
  }

  private static func create(_ path: String) throws -> FileDescriptor {
    try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate, .closeOnExec],
      permissions: [.ownerReadWrite])
  }

  /// Whether the process has ended, leaving its status for whoever waits for it.
  private static func hasExited(_ process: pid_t) -> Bool {
    var information = siginfo_t()
    let status = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
    return status != 0 || information.si_signo == SIGCHLD
  }
}

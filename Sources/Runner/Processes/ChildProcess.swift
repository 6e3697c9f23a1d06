import CSupervisor
import Foundation

/// A program that is run with its output in files, watched, and ended together with all that it started.
struct ChildProcess {
  var executable: String
  var arguments: [String]
  var environment: [String: String]
  var workingDirectory: String
  var output: OpenFile
  var errors: OpenFile
  var limits = Limits()

  /// What the system itself holds it to, also when nobody watches it any more.
  struct Limits {
    /// How many bytes a file may have, so that printing without end is stopped.
    var fileSize = 0
    var processorSeconds = 0
    var files = 0
    /// Whether `sudo` and the like are as powerless in it as any other program.
    var forbidsPrivileges = true
  }

  /// How it ended.
  enum Ending: Equatable {
    case exited(code: Int)
    case signalled(Int)
    /// The watch wanted it ended.
    case stopped
  }

  /// Runs it to its end; `shouldStop` is asked many times a second whether it has had enough.
  func run(shouldStop: @Sendable (ProcessFamily) -> Bool) async throws -> Ending {
    let family = try ProcessFamily(supervisor: start())
    // Short waits first: most programs end within a tenth of a second, and somebody waits for them.
    var waits = 0
    while true {
      if let status = family.exitStatus() { return Self.ending(status) }
      if shouldStop(family) || Task.isCancelled {
        family.end()
        return .stopped
      }
      try? await Task.sleep(for: .milliseconds(waits < 100 ? 1 : 5))
      waits += 1
    }
  }

  private func start() throws -> pid_t {
    let environment = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let limits = supervised_limits(
      file_size: limits.fileSize, processor_seconds: limits.processorSeconds, files: limits.files,
      no_new_privileges: limits.forbidsPrivileges ? 1 : 0)
    let supervisor = Self.withCStrings([executable] + arguments) { arguments in
      Self.withCStrings(environment) { environment in
        supervised_spawn(
          executable, arguments, environment, workingDirectory, output.descriptor, errors.descriptor, limits)
      }
    }
    guard supervisor > 0 else { throw StartError(program: executable, code: -supervisor) }
    return supervisor
  }

  /// The system did not start the program.
  struct StartError: Error, CustomStringConvertible {
    var program: String
    var code: Int32

    var description: String { "\(program) cannot be started: \(String(cString: strerror(code)))" }
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>?) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeBufferPointer { body($0.baseAddress) }
  }

  private static func ending(_ status: Int32) -> Ending {
    let signal = status & 0x7f
    return signal == 0 ? .exited(code: Int(status >> 8) & 0xff) : .signalled(Int(signal))
  }
}

import CSupervisor
import Foundation

/// A program that runs with its output in files. It is watched, and it is ended together with every process that it
/// started.
struct ChildProcess {
  var executable: String
  var arguments: [String]
  var environment: [String: String]
  var workingDirectory: String
  var output: OpenFile
  var errors: OpenFile
  /// A file that the program inherits as descriptor 4.
  var extra: OpenFile?
  var limits = Limits()

  /// Limits that the system enforces, even if this process no longer watches. Zero means no limit.
  struct Limits {
    /// The largest size of a file in bytes, which also stops endless printing.
    var fileSize = 0
    var processorSeconds = 0
    var files = 0
    /// The bytes of memory that each process may ask for.
    var memory = 0
    /// Whether `sudo` and similar programs get no more rights than any other program.
    var forbidsPrivileges = true

    /// The limits of a compiler. A program of a few lines can make it ask for all memory.
    static let compiler = Limits(fileSize: 1 << 30, memory: 4 << 30)
  }

  /// How the program ended.
  enum Ending: Equatable {
    case exited(code: Int)
    case signalled(Int)
    /// The caller stopped it, through `shouldStop` or by cancelling the task.
    case stopped
  }

  /// Runs the program until it ends or `shouldStop` returns true. `shouldStop` is called many times a second.
  func run(shouldStop: (ProcessFamily) -> Bool = { _ in false }) async throws -> Ending {
    let family = try ProcessFamily(supervisor: start())
    // The first waits are short, because most programs end within a tenth of a second.
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
      memory: limits.memory,
      no_new_privileges: limits.forbidsPrivileges ? 1 : 0)
    let supervisor = Self.withCStrings([executable] + arguments) { arguments in
      Self.withCStrings(environment) { environment in
        supervised_spawn(
          executable, arguments, environment, workingDirectory, output.descriptor, errors.descriptor,
          extra?.descriptor ?? -1, limits)
      }
    }
    guard supervisor > 0 else { throw StartError(program: executable, code: -supervisor) }
    return supervisor
  }

  /// The system could not start the program.
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

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Runs the rest of a block in a copy of the process, so that a trap is survived and no state is kept.
enum Attempt {
  case inCopy
  /// The copy ended as it was told to (signal 0), or was stopped by a signal.
  case ended(signal: Int32)
  /// The block itself ended the process.
  case exited(code: Int32)

  /// The code of a copy that wrote what came of it.
  private static let ownExitCode: Int32 = 86

  static func fork() -> Attempt {
    // Swift hides `fork` because of threads; a chapter's program has one when it gets here.
    guard let symbol = dlsym(nil, "fork") else { return .exited(code: -1) }
    let fork = unsafeBitCast(symbol, to: (@convention(c) () -> pid_t).self)
    let process = fork()
    if process == 0 { return .inCopy }
    guard process > 0 else { return .exited(code: -1) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7f
    let code = (status >> 8) & 0xff
    if signal != 0 { return .ended(signal: signal) }
    return code == ownExitCode ? .ended(signal: 0) : .exited(code: code)
  }

  /// Ends the copy without running what the original still has to run at its own exit.
  static func end() -> Never {
    _exit(ownExitCode)
  }
}

/// A program that prints without end is stopped by the system once it has written this many bytes to a file.
func limitFileSize(to bytes: Int) {
  var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
  #if canImport(Darwin) || canImport(Musl)
    setrlimit(RLIMIT_FSIZE, &limit)
  #else
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  #endif
}

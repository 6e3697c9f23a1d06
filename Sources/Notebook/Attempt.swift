#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Runs the rest of a block in a copy of the process, so that the chapter survives a trap and keeps no changed state.
enum Attempt {
  case inCopy
  /// The copy ended by `end()` (signal 0), or a signal stopped it.
  case ended(signal: Int32)
  /// The block itself ended the process.
  case exited(code: Int32)

  /// The exit code of a copy that has reported its outcome.
  private static let ownExitCode: Int32 = 86

  static func fork() -> Attempt {
    // Swift hides `fork` because of threads, but a chapter's program has only one thread here.
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

  /// Ends the copy without the exit handlers, which only the original must run.
  static func end() -> Never {
    _exit(ownExitCode)
  }
}

/// Sets the limits that the system enforces even without a runner: the bytes of a file, so that endless printing is
/// stopped, the seconds of processor time, and the number of open files.
func limitResources(fileSize: Int, processorSeconds: Int, files: Int) {
  #if canImport(Darwin) || canImport(Musl)
    let resources = [RLIMIT_FSIZE, RLIMIT_CPU, RLIMIT_NOFILE, RLIMIT_CORE]
  #else
    let resources = [RLIMIT_FSIZE, RLIMIT_CPU, RLIMIT_NOFILE, RLIMIT_CORE].map {
      __rlimit_resource_t($0.rawValue)
    }
  #endif
  for (resource, most) in zip(resources, [fileSize, processorSeconds, files, 0]) {
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = min(rlim_t(most), limit.rlim_max)
    // Only the soft limit of time is set: at the hard limit the system kills a program without a signal that gives the
    // reason.
    if resource != resources[1] { limit.rlim_max = limit.rlim_cur }
    setrlimit(resource, &limit)
  }
}

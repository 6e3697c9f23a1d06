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

/// What the system itself holds a program to, even when nobody watches it any more: how many bytes a file may
/// have, so that printing without end is stopped, how long it may compute, and how many files it may have
/// open.
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
    // At the harder limit of time a program is killed without a signal that says why.
    if resource != resources[1] { limit.rlim_max = limit.rlim_cur }
    setrlimit(resource, &limit)
  }
}

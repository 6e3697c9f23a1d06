import Foundation
import Runner

/// Ends the program on an interrupt. It uses its own thread, so it works even when all queues and thread pools are
/// busy.
enum InterruptionThread {
  /// Starts to listen for signals. Chapters run in their own sessions, so the terminal's interrupt does not reach them.
  static func start() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    writingEnd = ends[1]
    let readingEnd = ends[0]
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while read(readingEnd, &byte, 1) != 1 {}
      let code = 128 + Int32(byte)
      // The cleanup gets five seconds.
      Thread.detachNewThread {
        sleep(5)
        _exit(code)
      }
      Interruption.cleanUp()
      Foundation.exit(code)
    }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(writingEnd, &byte, 1)
      }
    }
  }
}

/// Set once, before the signal handlers are installed.
private nonisolated(unsafe) var writingEnd: Int32 = -1

import Foundation
import Runner

/// Ends the program when it is told to, on a thread of its own: whatever else goes on, no queue and no pool has to be
/// free for it.
enum InterruptionThread {
  /// Begins to listen. Chapters run in sessions of their own, which the terminal's interrupt does not reach.
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
      // What cannot be cleaned up in a moment is left.
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

/// Set once, before the handler is.
private nonisolated(unsafe) var writingEnd: Int32 = -1

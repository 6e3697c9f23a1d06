import Runner
import Synchronization

/// Shows the build of the modules for chapters, which takes minutes.
final class BuildDisplay: Sendable {
  private let display = Mutex<WorkDisplay?>(nil)

  /// Updates the display after a step of the build.
  func note(_ step: BuildStep) {
    display.withLock { display in
      switch step {
      case .began(let work):
        Terminal.standardError.write(work)
        display = WorkDisplay("compiling")
      case .done(let done, let total): display?.note("\(done) of \(total)")
      }
    }
  }

  /// Removes the display.
  func end() { display.withLock { $0?.end() } }
}

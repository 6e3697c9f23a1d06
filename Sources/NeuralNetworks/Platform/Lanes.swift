import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Two lanes of work: the calling thread and one helper that lives as long as the process.
///
/// Work is always divided into the same two parts, whether they run in parallel or one after the other, so the result
/// does not depend on the machine's load. When another caller uses the helper, or no thread can be created, both
/// parts run in turn.
public enum Lanes {
  /// The number of parts that work is divided into.
  public static let count = 2

  /// Runs `body(0)` and `body(1)`, in parallel when possible.
  ///
  /// - Parameters:
  ///   - worthwhile: Whether there is enough to do (about 20 µs) to pay for waking the helper.
  ///   - body: The work of a lane. Lanes must not write to the same memory.
  @inline(__always)
  public static func run(_ worthwhile: Bool = true, _ body: (Int) -> Void) {
    if worthwhile {
      Helper.shared.run(body)
    } else {
      body(0)
      body(1)
    }
  }

  /// The part of `0..<count` that a lane works on.
  @inline(__always)
  public static func part(_ lane: Int, of count: Int) -> Range<Int> {
    let half = (count + 1) / 2
    return lane == 0 ? 0..<half : half..<count
  }
}

/// The second thread. It spins briefly while it waits for work, then sleeps.
private final class Helper: @unchecked Sendable {
  static let shared = Helper()

  private let isTaken = Atomic<Bool>(false)
  private let requested = Atomic<Int>(0)
  private let finished = Atomic<Int>(0)
  private let isAsleep = Atomic<Bool>(false)
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Written by the caller before `requested` is released, read by the helper after it is acquired.
  private var work: UnsafeRawPointer?
  private var isRunning = false

  private init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(wake, nil)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let me = Unmanaged.passRetained(self).toOpaque()
    let code = pthread_create(
      &thread, nil,
      { argument in
        #if canImport(Darwin)
          let pointer = argument
        #else
          // swift-format-ignore: NeverForceUnwrap
          let pointer = argument!
        #endif
        Unmanaged<Helper>.fromOpaque(pointer).takeUnretainedValue().serve()
      }, me)
    isRunning = code == 0
  }

  func run(_ body: (Int) -> Void) {
    guard isRunning, isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else {
      body(0)
      body(1)
      return
    }
    withoutActuallyEscaping(body) { body in
      var body = body
      withUnsafePointer(to: &body) { pointer in
        work = UnsafeRawPointer(pointer)
        let ticket = requested.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
        if isAsleep.load(ordering: .sequentiallyConsistent) {
          pthread_mutex_lock(mutex)
          pthread_cond_signal(wake)
          pthread_mutex_unlock(mutex)
        }
        pointer.pointee(0)
        var spins = 0
        while finished.load(ordering: .acquiring) != ticket {
          spins += 1
          if spins > 20_000 { sched_yield() } else { _spinHint() }
        }
      }
    }
    isTaken.store(false, ordering: .releasing)
  }

  private func serve() -> Never {
    var done = 0
    while true {
      var spins = 0
      while requested.load(ordering: .acquiring) == done {
        spins += 1
        if spins > 4000 { sleepUntilRequested(after: done) } else { _spinHint() }
      }
      done += 1
      // swift-format-ignore: NeverForceUnwrap
      work!.assumingMemoryBound(to: ((Int) -> Void).self).pointee(1)
      finished.store(done, ordering: .releasing)
    }
  }

  private func sleepUntilRequested(after done: Int) {
    pthread_mutex_lock(mutex)
    isAsleep.store(true, ordering: .sequentiallyConsistent)
    while requested.load(ordering: .sequentiallyConsistent) == done { pthread_cond_wait(wake, mutex) }
    isAsleep.store(false, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(mutex)
  }
}

/// Lets the core rest for a moment within a waiting loop.
@inline(__always)
private func _spinHint() {
  #if canImport(Darwin)
    pthread_yield_np()
  #endif
}

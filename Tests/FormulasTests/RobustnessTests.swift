import FormulaInputs
import Foundation
import Testing

@testable import Formulas

@Suite("Robustness")
struct RobustnessTests {
  /// Reads and judges `count` inputs; returns the number of readable ones and the longest time.
  static func run(count: Int, seed: UInt64) -> (readable: Int, slowest: Duration) {
    var input = RandomInput(seed: seed)
    var readable = 0
    var slowest = Duration.zero
    for index in 0..<count {
      let text = input.next()
      let start = processorTime
      if let formula = try? Formula(text) {
        readable += 1
        var derivation = Derivation(rigour: index % 2 == 0 ? .strict : .lenient)
        _ = derivation.judge(formula)
      }
      slowest = max(slowest, processorTime - start)
    }
    return (readable, slowest)
  }

  /// The processor time of this thread, which does not grow while other programs run.
  static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }

  @Test("random and truncated input does not crash or hang")
  func fuzz() {
    // FORMULAS_FUZZ_CASES=1000000 runs the long version.
    let wanted = ProcessInfo.processInfo.environment["FORMULAS_FUZZ_CASES"].flatMap { Int($0) }
    let count = wanted ?? 4_000
    let (readable, slowest) = Self.run(count: count, seed: 20_120_601)
    print("random inputs: \(count), readable: \(readable), slowest: \(slowest)")
    #expect(readable > count / 20)
    #expect(slowest < .seconds(1))
  }

  @Test("ordinary formulas are read and judged fast enough")
  func speed() throws {
    let formulas =
      ReadingTests.rows(readingTable).map(\.latex)
      + DerivationTests.worked.split(separator: "\n").map(String.init)
    var steps = 0
    var rounds = 0
    let clock = ContinuousClock()
    let start = clock.now
    repeat {
      var derivation = try Derivation(given: DerivationTests.given)
      for latex in formulas { steps += derivation.judge(try Formula(latex)).count }
      rounds += 1
    } while clock.now - start < .milliseconds(600)
    let seconds = (clock.now - start) / .seconds(1)
    let rate = Double(rounds * formulas.count) / seconds
    print("formulas read and judged per second: \(Int(rate))")
    #expect(steps > 0)
    #if !DEBUG
      #expect(rate >= 2_000)
    #endif
  }
}

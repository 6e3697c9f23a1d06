import FormulaInputs
import Foundation
import TestSupport
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
      let time = processorTime {
        guard let formula = try? Formula(text) else { return }
        readable += 1
        var derivation = Derivation(rigour: index % 2 == 0 ? .strict : .lenient)
        _ = derivation.judge(formula)
      }
      slowest = max(slowest, time)
    }
    return (readable, slowest)
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
}

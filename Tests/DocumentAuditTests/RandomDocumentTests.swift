import DocumentAudit
import FormulaInputs
import Foundation
import Testing

@Suite("Random documents")
struct RandomDocumentTests {
  @Test("random and truncated input does not crash or hang")
  func fuzz() {
    // FORMULAS_FUZZ_CASES=1000000 runs the long version.
    let wanted = ProcessInfo.processInfo.environment["FORMULAS_FUZZ_CASES"].flatMap { Int($0) }
    var input = RandomInput(seed: 20_260_601)
    var slowest = Duration.zero
    let clock = ContinuousClock()
    for _ in 0..<(wanted ?? 1_000) {
      let text = input.next()
      let elapsed = clock.measure {
        _ = DocumentAuditor().audit(path: "x", text: "a $\(text)$ b\n\n$$\n\(text)\n$$\n\n\(text)")
      }
      slowest = max(slowest, elapsed)
    }
    #expect(slowest < .seconds(1))
  }
}

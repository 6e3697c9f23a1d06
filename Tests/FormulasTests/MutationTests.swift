import FormulaInputs
import Testing

@testable import Formulas

@Suite("Mutants of correct derivations")
struct MutationTests {
  @Test("the derivations are correct")
  func originals() throws {
    for (given, rows) in Mutator.derivations {
      var derivation = try Derivation(given: given)
      let steps = derivation.judge(try Formula(rows.joined(separator: " \\\\ ")))
      #expect(
        steps.allSatisfy { $0.verdict == .holds || $0.verdict == .definition },
        "\(steps.filter { $0.verdict != .holds && $0.verdict != .definition })")
    }
  }

  /// The numbers of the steps that use a row: its own relation, and the next relation, whose left side is the row.
  static func touching(_ row: Int) -> Set<Int> { [row + 1, row + 2] }

  @Test("at least 99 % of 2,000 mutants that change a value are found at the right step")
  func mutants() throws {
    var mutator = Mutator(seed: 6)
    var counted = 0
    var found = 0
    var failing = 0
    var missed: [String] = []
    while counted < 2_000 {
      guard let mutant = mutator.next(), let formula = try? Formula(mutant.rows.joined(separator: " \\\\ "))
      else { continue }
      guard try mutant.changesValue else { continue }
      counted += 1
      var derivation = try Derivation(given: mutant.given)
      let steps = derivation.judge(formula)
      let first = steps.first { $0.verdict.kind != .holds && $0.verdict.kind != .definition }
      if first?.verdict.kind == .fails { failing += 1 }
      if let first, Self.touching(mutant.changedRow).contains(first.number) {
        found += 1
      } else {
        missed.append(
          "\(mutant.rows[mutant.changedRow]) → \(first.map { "\($0.number) \($0.verdict.kind.rawValue)" } ?? "nothing")"
        )
      }
    }
    print("mutants found: \(found) of \(counted), \(failing) of them as failing, the others as undetermined")
    // An index that makes a quantity unknown is undetermined and not false.
    #expect(Double(failing) >= 0.9 * Double(counted))
    #expect(Double(found) >= 0.99 * Double(counted), "\(missed.prefix(40).joined(separator: "\n"))")
  }
}

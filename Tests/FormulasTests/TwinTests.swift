import Testing

@testable import Formulas

/// True statements hold, and statements that differ by a small mistake fail.
@Suite("True statements and their false twins")
struct TwinTests {
  @Test("functions are known", arguments: Twins.functions) func functions(twins: Twins) throws {
    try check(twins)
  }

  @Test("integrals, limits, series and sums with an ellipsis are decided", arguments: Twins.calculus)
  func calculus(twins: Twins) throws { try check(twins) }

  @Test("derivatives are decided", arguments: Twins.derivatives)
  func derivatives(twins: Twins) throws { try check(twins) }

  @Test("derivatives by components with indices are decided", arguments: Twins.components)
  func components(twins: Twins) throws { try check(twins) }

  @Test("complex numbers are decided", arguments: Twins.complexNumbers)
  func complexNumbers(twins: Twins) throws { try check(twins) }

  @Test("matrices and vectors are decided", arguments: Twins.matrices)
  func matrices(twins: Twins) throws { try check(twins) }

  @Test("rules for probabilities, expectations and variances are decided", arguments: Twins.probability)
  func probability(twins: Twins) throws { try check(twins) }

  @Test("identities, expansions, antiderivatives and inequalities are decided", arguments: Twins.identities)
  func identities(twins: Twins) throws { try check(twins) }

  private func check(_ twins: Twins) throws {
    #expect(try verdict(twins.right, twins.context) == "holds", "\(twins.right)")
    #expect(try verdict(twins.wrong, twins.context) == "fails", "\(twins.wrong)")
  }

  /// The verdict on the last step of a statement, with the formulas between dollar signs in the context as given.
  private func verdict(_ statement: String, _ context: String) throws -> String? {
    var derivation = Derivation(rigour: .lenient)
    for (position, part) in context.split(separator: "$", omittingEmptySubsequences: false).enumerated()
    where position % 2 == 1 {
      _ = derivation.judge(try Formula(String(part)))
    }
    return derivation.judge(try Formula(statement)).last?.verdict.kind.rawValue
  }
}

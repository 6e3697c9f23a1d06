import Testing

@testable import Formulas

@Suite("Formulas bound to code")
struct BindingTests {
  static let latex = #"""
    v_t = \rho\, v_{t-1} + (1-\rho)\, g_t^2 \\
    \theta_t = \theta_{t-1} - \frac{\eta}{\sqrt{v_t} + \epsilon}\, g_t
    """#

  static func update(_ sample: FormulaSample, epsilonInside: Bool = false) -> [String: MathValue] {
    let (rho, eta, epsilon) = (sample.scalar(#"\rho"#), sample.scalar(#"\eta"#), sample.scalar(#"\epsilon"#))
    let gradient = sample.vector("g_t")
    let average = zip(sample.vector("v_{t-1}"), gradient).map { rho * $0 + (1 - rho) * $1 * $1 }
    let parameters = zip(sample.vector(#"\theta_{t-1}"#), zip(average, gradient)).map { theta, other in
      let (v, g) = other
      let root = epsilonInside ? (v + epsilon).squareRoot() : v.squareRoot() + epsilon
      return theta - eta / root * g
    }
    return ["v_t": MathValue(average), #"\theta_t"#: MathValue(parameters)]
  }

  @Test("a quantity that is read as something else is a failure with its name")
  func misread() throws {
    let binding = try FormulaBinding("q = m - v")
    let vector = binding.verify { sample in ["q": MathValue(sample.scalar("v"))] }
    #expect(vector.failures == [.misread(.notOneNumber("v", count: 3))])
    let missing = binding.verify { sample in ["q": MathValue(sample.vector("w"))] }
    #expect(missing.failures == [.misread(.noQuantity("w"))])
    #expect(binding.verify(size: 1) { ["q": MathValue($0.scalar("m") - $0.scalar("v"))] }.passed)
  }

  @Test("code that follows the formula passes")
  func passes() throws {
    let binding = try FormulaBinding(Self.latex)
    #expect(binding.leftHandSides == ["v_t", "θ_t"])
    #expect(binding.freeQuantities == ["ρ", "v_{t-1}", "g_t", "θ_{t-1}", "η", "ε"])
    let report = binding.verify { Self.update($0) }
    #expect(report.passed)
    #expect(report.samples == 20)
    #expect(report.largestError < 1e-12)
  }

  @Test("code with ε inside the root is found")
  func differs() throws {
    let report = try FormulaBinding(Self.latex).verify { Self.update($0, epsilonInside: true) }
    #expect(!report.passed)
    guard case .differs(let name, _, _, let point)? = report.failures.first else {
      Issue.record("no difference")
      return
    }
    #expect(name == "θ_t")
    #expect(point["ε"] != nil)
  }

  @Test("a missing result, an unknown result and a result of another shape fail")
  func incomplete() throws {
    let binding = try FormulaBinding(Self.latex)
    let missing = binding.verify { sample in ["v_t": Self.update(sample)["v_t"] ?? MathValue(0)] }
    #expect(missing.failures.contains(.missing("θ_t")))
    let foreign = binding.verify { sample in Self.update(sample).merging(["m_t": MathValue(1)]) { $1 } }
    #expect(foreign.failures.contains(.unexpected("m_t")))
    let scalar = binding.verify { _ in ["v_t": MathValue(1), #"\theta_t"#: MathValue(.nan)] }
    #expect(!scalar.passed)
  }

  @Test("a size of one and required shapes are respected")
  func shapes() throws {
    let binding = try FormulaBinding(Self.latex)
    #expect(binding.sample(seed: 1, size: 1)["g_t"]?.shape == .scalar)
    #expect(binding.sample(seed: 1, size: 5)["g_t"]?.shape == .vector(5))
    #expect(binding.sample(seed: 1, shapes: [#"\eta"#: .vector(3)])[#"\eta"#]?.shape == .vector(3))
    #expect(
      binding.verify(size: 1) { sample in
        let v =
          sample.scalar(#"\rho"#) * sample.scalar("v_{t-1}") + (1 - sample.scalar(#"\rho"#))
          * sample.scalar("g_t") * sample.scalar("g_t")
        let theta =
          sample.scalar(#"\theta_{t-1}"#) - sample.scalar(#"\eta"#)
          / (v.squareRoot() + sample.scalar(#"\epsilon"#)) * sample.scalar("g_t")
        return ["v_t": MathValue(v), #"\theta_t"#: MathValue(theta)]
      }.passed)
  }

  @Test("values lie in the domain of the formula")
  func domains() throws {
    let binding = try FormulaBinding(Self.latex)
    for seed in 0..<200 {
      let sample = binding.sample(seed: UInt64(seed))
      #expect(sample.scalar(#"\rho"#) > 0 && sample.scalar(#"\rho"#) < 1)
      #expect(sample.scalar(#"\epsilon"#) > 0)
    }
    let average = try FormulaBinding(#"s = \frac{g}{\sqrt{v_t}}"#)
    #expect((0..<200).allSatisfy { average.sample(seed: UInt64($0)).vector("v_t").allSatisfy { $0 > 0 } })
  }

  @Test("a sum over samples is bound by its vectors")
  func losses() throws {
    let report = try FormulaBinding(#"\text{MSE} = \frac{1}{m}\sum_{i=1}^{m}(y_i - \hat{y}_i)^2"#).verify {
      sample in
      let errors = zip(sample.vector("y"), sample.vector(#"\hat{y}"#)).map { ($0 - $1) * ($0 - $1) }
      return [#"\text{MSE}"#: MathValue(errors.reduce(0, +) / sample.scalar("m"))]
    }
    #expect(report.passed, "\(report)")
  }

  @Test("equal rules with other names are equivalent, and the difference of other rules is measured")
  func equivalence() throws {
    let equivalence = FormulaEquivalence()
    let inside = #"\theta_t = \theta_{t-1} - \frac{\alpha}{\sqrt{s_t + \epsilon}} g_t"#
    let outside = #"\theta_t = \theta_{t-1} - \eta \frac{g_t}{\sqrt{v_t} + \epsilon}"#
    let renamed = #"w_t = w_{t-1} - \gamma (\sqrt{s_t} + \delta)^{-1} g_t"#
    let mapping = [
      "w_t": #"\theta_t"#, "w_{t-1}": #"\theta_{t-1}"#, #"\gamma"#: #"\eta"#, "s_t": "v_t",
      #"\delta"#: #"\epsilon"#,
    ]
    #expect(try equivalence.compare(renamed, outside, mapping: mapping) == .equivalent(samples: 64))
    guard
      case .differs(let difference) = try equivalence.compare(
        inside, outside, mapping: [#"\alpha"#: #"\eta"#, "s_t": "v_t"])
    else {
      Issue.record("taken for equal")
      return
    }
    #expect(difference.name == "θ_t")
    #expect(difference.relativeDifference > 1e-3)
    #expect(difference.point["ε"] != nil)
  }
}

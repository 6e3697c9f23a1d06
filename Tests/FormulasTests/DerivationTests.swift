import Testing

@testable import Formulas

@Suite("Audit of a derivation")
struct DerivationTests {
  static func verdicts(_ latex: String, given: String = "") throws -> [String] {
    var derivation = try Derivation(given: given)
    return derivation.judge(try Formula(latex)).map(\.verdict.kind.rawValue)
  }

  @Test(
    "a statement gets its verdict",
    arguments: [
      ("0.1 + 0.2 = 0.3", "", "holds"), ("0.1 + 0.2 = 0.30000000000000004", "", "fails"),
      (#"1 - 0.9 = 0.1"#, "", "holds"), (#"\sqrt{2} = 1.414"#, "", "holds"),
      (#"\sqrt{2} = 1.415"#, "", "fails"),
      (#"\sqrt{0.019} \approx 0.138"#, "", "holds"), ("7/3 = 2", "", "fails"),
      (#"7/3 \approx 2"#, "", "holds"),
      ("2^{10} = 1024", "", "holds"), (#"0.95 = 95\%"#, "", "holds"), ("1/8 = 0.12", "", "holds"),
      ("1/8 = 0.13", "", "holds"),
      ("1/8 = 0.11", "", "fails"), (#"3 \times 10^{-4} = 0.0003"#, "", "holds"), ("0.5 < 0.6", "", "holds"),
      ("0.6 < 0.5", "", "fails"),
      ("a(b+c) = ab + ac", "", "holds"), ("a(b+c) = ab + a", "", "fails"),
      ("(a+b)^2 = a^2 + b^2", "", "fails"),
      ("(a+b)^2 = a^2 + 2ab + b^2", "", "holds"), ("(a-b)(a+b) = a^2 - b^2", "", "holds"),
      (#"\sqrt{x^2} = x"#, "", "holds"),
      (#"\log(ab) = \log a + \log b"#, "", "holds"), (#"\log(a+b) = \log a + \log b"#, "", "fails"),
      (#"\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}"#, "", "holds"),
      (#"\sigma(-x) = 1 - \sigma(x)"#, "", "holds"),
      (#"\|x\|^2 = x^\top x"#, "", "holds"), (#"\|x\|^2 = \sum_{i=1}^n x_i^2"#, "", "holds"),
      (#"\|x+y\|^2 = \|x\|^2 + \|y\|^2"#, "", "fails"),
      (#"\|x+y\|^2 = \|x\|^2 + 2x^\top y + \|y\|^2"#, "", "holds"),
      (#"(AB)^\top = B^\top A^\top"#, "", "holds"),
      (#"(AB)^\top = A^\top B^\top"#, "", "fails"), (#"\sum_{i=1}^n i = \frac{n(n+1)}{2}"#, "", "holds"),
      (#"\sum_{i=1}^n i = \frac{n(n-1)}{2}"#, "", "fails"),
      (#"\sum_{i=1}^n (a x_i + y_i) = a \sum_{i=1}^n x_i + \sum_{i=1}^n y_i"#, "", "holds"),
      ("v = [1, 2]", "v = [1, 2]", "holds"), ("v = [1, 3]", "v = [1, 2]", "fails"),
      ("[1, 2] + [1, 2, 3] = [2, 4]", "", "fails"),
      ("[1, 2] = [1, 2, 3]", "", "fails"), ("x = y + 1", "", "definition"),
      (#"\theta \leftarrow \theta - \eta g"#, "", "definition"),
      (#"x \in \mathbb{R}"#, "", "undetermined"), ("2a = b", "", "undetermined"),
      (#"\sin^2 x + \cos^2 x = 1"#, "", "holds"),
      (#"[0.1, 0.2] \cdot [0.1, 0.2] = [0.01, 0.04]"#, "", "holds"),
      (#"\sum_{i=1}^{10^9} i = 3"#, "", "undetermined"),
      (#"\frac{2\epsilon}{3\epsilon} = \frac{1}{2}"#, "", "fails"),
      (#"\frac{\sqrt{\epsilon/4}}{\sqrt{\epsilon/3 + \epsilon}} = \frac{1}{2}"#, "", "fails"),
      (#"\sin^2 x + \cos^2 x = 2"#, "", "fails"),
      (#"\frac{x}{x + \epsilon} = \frac{9}{10}"#, "", "undetermined"),
      ("x^2 = 4", "", "undetermined"),
      (#"\frac{2\epsilon}{3\epsilon} \approx \frac{1}{2}"#, "", "fails"),
      (#"\frac{2\epsilon}{3\epsilon} = 0.667"#, "", "holds"),
    ])
  func single(latex: String, given: String, verdict: String) throws {
    #expect(try Self.verdicts(latex, given: given) == [verdict], "\(latex)")
  }

  static let worked = #"""
    v_t &= \beta v_{t-1} + (1-\beta) g^2 \\
    v_t &= 0.9 \cdot [0.1, 0.1] + 0.1 \cdot [0.01, 0.04] \\
    &= [0.09, 0.09] + [0.001, 0.004] \\
    &= [0.091, 0.094] \\
    \theta_t &= \theta_{t-1} - \frac{\eta}{\sqrt{v_t} + \epsilon} g \\
    &= [1, 2] - \frac{0.01}{\sqrt{[0.091, 0.094]} + 0.01} [0.1, 0.2] \\
    &= [1, 2] - \frac{0.01}{[0.3017, 0.3066] + 0.01} [0.1, 0.2] \\
    &= [1, 2] - [0.00321, 0.00632] \\
    &= [0.99679, 1.99368]
    """#
  static let given =
    #"\beta = 0.9, v_{t-1} = [0.1, 0.1], g = [0.1, 0.2], \eta = 0.01, \epsilon = 0.01, \theta_{t-1} = [1, 2]"#

  @Test("a correct worked update holds in every step")
  func correct() throws {
    let verdicts = try Self.verdicts(Self.worked, given: Self.given)
    #expect(
      verdicts == ["definition", "holds", "holds", "holds", "definition"]
        + Array(repeating: "holds", count: 4))
  }

  @Test("a wrong step is reported once, with the part that is wrong")
  func wrongStep() throws {
    let latex = Self.worked.replacing("[0.001, 0.004]", with: "[0.001, 0.04]")
    var derivation = try Derivation(given: Self.given)
    let steps = derivation.judge(try Formula(latex))
    #expect(steps.filter { $0.verdict.kind == .fails }.map(\.number) == [3])
    let discrepancy = try #require(steps[2].verdict.discrepancy)
    #expect(discrepancy.component == 2)
    #expect(discrepancy.culprit?.right.description == "[0.001, 0.04]")
  }

  @Test("a mistake that later steps repeat is reported once")
  func carriedMistake() throws {
    var derivation = Derivation()
    let steps = derivation.judge(try Formula(#"x = 2 \cdot 3 + 1 = 5 + 1 = 6 = 6.0"#))
    #expect(steps.map(\.verdict.kind.rawValue) == ["definition", "fails", "holds", "holds"])
  }

  @Test("a sum over a vector and a vanished root are named")
  func causes() throws {
    var derivation = Derivation()
    let steps = derivation.judge(
      try Formula(
        #"x = \frac{1}{\sqrt{[0.019, 0.076]} + 0.01} [1, 2] = \frac{1}{\sqrt{0.019 + 0.076} + 0.01} [1, 2] = \frac{1}{0.095 + 0.01} [1, 2]"#
      ))
    #expect(steps[1].verdict.discrepancy?.cause == .summedVector)
    #expect(steps[2].verdict.discrepancy?.cause == .vanishedRoot)
  }

  @Test("swapped weights are named")
  func exchangedWeights() throws {
    var derivation = try Derivation(given: #"\beta = 0.9, v_0 = 0.1, g = 0.2"#)
    let steps = derivation.judge(
      try Formula(#"v_1 = \beta v_0 + (1-\beta) g^2 \\ v_1 = 0.1 \cdot 0.1 + 0.9 \cdot 0.04"#))
    #expect(steps[1].verdict.discrepancy?.cause == .swappedWeights("β"))
  }

  @Test(
    "derivatives are checked against the definition",
    arguments: [
      (#"J(\theta) = \theta^2 \\ \nabla J(\theta) = 2\theta"#, "holds"),
      (#"J(\theta) = \theta^2 \\ \nabla J(\theta) = \theta"#, "fails"),
      (#"L = (wx - y)^2 \\ \frac{\partial L}{\partial w} = 2(wx - y)x"#, "holds"),
      (#"L = (wx - y)^2 \\ \frac{\partial L}{\partial w} = 2(wx - y)"#, "fails"),
      (
        #"\hat{y} = wx + b, L = \frac12(\hat{y} - y)^2 \\ \frac{\partial L}{\partial w} = (\hat{y} - y) x"#,
        "holds"
      ),
      (
        #"\hat{y} = wx + b, L = \frac12(\hat{y} - y)^2 \\ \frac{\partial L}{\partial \hat{y}} = \hat{y} - y"#,
        "holds"
      ),
      (
        #"\hat{y} = wx + b, L = \frac12(\hat{y} - y)^2 \\ \frac{\partial L}{\partial b} = (\hat{y} - y) x"#,
        "fails"
      ),
      (#"f(x) = \frac{1}{1 + e^{-x}} \\ f'(x) = f(x)(1 - f(x))"#, "holds"),
      (#"\sigma'(x) = \sigma(x)(1 - \sigma(x))"#, "holds"),
      (#"\sigma'(x) = \sigma(x)(1 + \sigma(x))"#, "fails"),
      (#"J(w) = \frac{1}{2}\|w\|^2 \\ \nabla J(w) = w"#, "holds"),
      (#"J(w) = w^\top A w \\ \nabla_w J(w) = (A + A^\top) w"#, "holds"),
      (#"J(w) = w^\top A w \\ \nabla_w J(w) = 2 A w"#, "fails"),
      (
        #"J(w) = \frac{1}{m}\sum_{i=1}^m (w x_i - y_i)^2 \\ \nabla J(w) = \frac{2}{m}\sum_{i=1}^m (w x_i - y_i) x_i"#,
        "holds"
      ),
      (
        #"J(w) = \frac{1}{m}\sum_{i=1}^m (w x_i - y_i)^2 \\ \nabla J(w) = \frac{1}{m}\sum_{i=1}^m (w x_i - y_i) x_i"#,
        "fails"
      ),
      (#"f(x, y) = x^2 y^3 \\ \frac{\partial^2 f}{\partial x \partial y} = 6 x y^2"#, "holds"),
      (#"f(x) = x^4 \\ \frac{d^2 f}{dx^2} = 12 x^2"#, "holds"),
    ])
  func derivatives(latex: String, verdict: String) throws {
    #expect(try Self.verdicts(latex).last == verdict, "\(latex)")
  }

  @Test("a counter-example names the values")
  func counterexample() throws {
    var derivation = Derivation()
    let step = try #require(derivation.judge(try Formula("a(b+c) = ab + a")).first)
    let point = try #require(step.verdict.discrepancy?.counterexample)
    #expect(Set(point.keys) == ["a", "b", "c"])
  }

  @Test("free symbols are named")
  func free() throws {
    var derivation = try Derivation(given: "a = 2")
    let step = try #require(derivation.judge(try Formula("2a + b = 5")).first)
    #expect(step.verdict == .undetermined(.free(["b"])))
  }

  @Test("rounded intermediate results do not spoil the next step")
  func rounding() throws {
    #expect(
      try Self.verdicts(#"x = \frac{1}{\sqrt{0.019} + 0.01} \approx \frac{1}{0.138 + 0.01} \approx 6.76"#)
        == ["definition", "holds", "holds"])
    #expect(
      try Self.verdicts(#"x = \frac{1}{\sqrt{0.019} + 0.01} \approx \frac{1}{0.148} \approx 6.764"#) == [
        "definition", "holds", "holds",
      ])
  }
}

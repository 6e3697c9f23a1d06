import Testing

@testable import DocumentAudit

@Suite("Audit of a document")
struct DocumentTests {
  static func audit(_ text: String) -> AuditedDocument { DocumentAuditor().audit(path: "x.md", text: text) }

  static func findings(_ text: String) -> [String] {
    audit(text).findings.map { "\($0.line) \($0.kind.rawValue)" }
  }

  @Test("a rule for the diagonal entries of a matrix gives no values to the others")
  func diagonal() {
    let text = "$$\nm_{ii} = 1 - a\n$$\n\n$$\n\\sum_{i=1}^2 \\sum_{j=1}^2 m_{ij} = 5\n$$\n"
    #expect(Self.audit(text).findings.allSatisfy { !$0.kind.isError })
  }

  static let worked = #"""
    # RMSProp by hand

    Let $\theta = [1, 2]$, the rate $\eta = 0.01$, the average $\hat{\sigma} = [0.1, 0.1]$ and $\epsilon = 0.01$.
    The gradient is $\nabla J(\theta) = [0.1, 0.2]$, and `$x = 1 = 2$` is code.

    $$
    \hat{\sigma}_{t+1} = \beta \cdot \hat{\sigma}_t + (1 - \beta) (\nabla J(\theta_t))^2
    $$

    where $\beta$ is usually 0.9.

    $$
    \hat{\sigma}_{t+1} = 0.9 \cdot [0.1, 0.1] + 0.1 \cdot [0.01, 0.04]
    $$

    $$
    \hat{\sigma}_{t+1} = [0.09, 0.09] + [0.001, 0.004]
    $$

    $$
    \hat{\sigma}_{t+1} = [0.091, 0.094]
    $$

    $$
    \theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{\sigma}_{t+1}} + \epsilon} \nabla J(\theta_t)
    $$

    $$
    \theta_{t+1} = [1, 2] - \frac{0.01}{\sqrt{[0.091, 0.094]} + 0.01} \cdot [0.1, 0.2]
    $$

    $$
    \theta_{t+1} = [0.99679, 1.99368]
    $$

    ```python
    x = 1  # $1 = 2$
    ```
    """#

  @Test(
    "the term that a sum lacks is written without the factor 1 and the exponent 1",
    arguments: [
      ("(a + b)^2 = a^2 + a b + b^2", "'a^2 + a·b + b^2 + a·b' would be right"),
      ("(a - b)^2 = a^2 - a b + b^2", "'a^2 - a·b + b^2 - a·b' would be right"),
      ("(a + b)^3 = a^3 + a^2 b + 3 a b^2 + b^3", "'a^3 + a^2·b + 3·a·b^2 + b^3 + 2·a^2·b' would be right"),
    ])
  func missingTerm(statement: String, repair: String) {
    let message = Self.audit("We get $\(statement)$.").findings.first?.message ?? ""
    #expect(message.contains(repair), "\(message)")
  }

  @Test("a correct document has no finding")
  func correct() {
    let audit = Self.audit(Self.worked)
    #expect(audit.findings == [])
    #expect(!audit.hasFailures)
    #expect(
      audit.statements.filter { $0.line > 10 }.map(\.verdict) == [
        .holds, .holds, .holds, .definition, .holds, .holds,
      ])
  }

  @Test(
    "a mistake is found on its line",
    arguments: [
      ("[0.001, 0.004]", "[0.001, 0.04]", "17 arithmetic"),
      (#"\sqrt{[0.091, 0.094]}"#, #"\sqrt{0.091 + 0.094}"#, "29 shape"),
      (#"\sqrt{[0.091, 0.094]}"#, "[0.091, 0.094]", "29 vanished-root"),
      ("0.9 \\cdot [0.1, 0.1] + 0.1", "0.1 \\cdot [0.1, 0.1] + 0.9", "13 swapped-weights"),
      ("[0.99679, 1.99368]", "[0.9968, 1.9837]", "33 arithmetic"),
      ("[0.99679, 1.99368]", "[0.99680, 1.99368]", "33 rounding"),
      (#"(1 - \beta) (\nabla"#, #"(1 - \alpha) (\nabla"#, "7 average-weights"),
      (#"\beta \cdot \hat{\sigma}_t +"#, #"\hat{\sigma}_t +"#, "7 average-weights"),
      (#"(1 - \beta) (\nabla J(\theta_t))^2"#, #"(1 - \beta) \|\nabla J(\theta_t)\|^2"#, "7 scalar-norm"),
      (
        #"\sqrt{\hat{\sigma}_{t+1}} + \epsilon} \nabla"#, #"\sqrt{\hat{\sigma}_{t}} + \epsilon} \nabla"#,
        "25 index"
      ),
      (
        #"\frac{\eta}{\sqrt{\hat{\sigma}_{t+1}} + \epsilon} \nabla"#,
        #"\eta \frac{\hat{\sigma}_{t+1}}{\sqrt{\hat{\sigma}_{t+1}} + \epsilon} \nabla"#, "25 stray-factor"
      ),
      (#"+ \epsilon} \nabla J(\theta_t)"#, #"+ \epsilon} \hat{m}_t"#, "25 undefined-symbol"),
      (#"(\nabla J(\theta_t))^2"#, #"(\nabla J(\theta_t) \cdot \nabla J(\theta_t))"#, "7 inner-product"),
      (#"(\nabla J(\theta_t))^2"#, #"(\nabla J(x_t))^2"#, "25 mixed-symbols"),
      (#"\nabla J(\theta_t)"# + "\n$$", #"\nabla J(\theta_t"# + "\n$$", "25 unreadable"),
    ])
  func mistakes(old: String, new: String, finding: String) {
    let text = Self.worked.replacingLast(old, with: new)
    #expect(text != Self.worked)
    #expect(Self.findings(text).contains(finding), "\(Self.findings(text))")
  }

  @Test("a product for a subscript and a letter with two meanings are found")
  func malformedSubscript() {
    let text = "RMSProp\n\n\\[\n\\rho t = \\rho {t-1} + (1 - \\rho) (\\nabla J(\\theta))^2\n\\]\n"
    #expect(
      Self.findings(text) == [
        "3 lost-delimiter", "4 average-weights", "4 missing-subscript", "4 reused-symbol",
      ])
  }

  @Test("an unclosed display is reported at its opening line")
  func unclosed() {
    let text = "a\n\n$$\n\\begin{aligned}\na &= b \\\\\nc &= (d"
    #expect(Self.findings(text) == ["3 unclosed"])
    #expect(Self.audit(text).statements.map(\.verdict) == [.unreadable])
    #expect(
      Self.findings("$$\na = b\n\n# Title\n\n$$\nx = 1 + 1 = 3\n$$\n") == ["1 unclosed", "7 arithmetic"])
  }

  @Test("stray characters, escapes, quotes and lists are understood")
  func wildForms() {
    #expect(Self.findings("$$\nx = 1\n$$`\n\n其中 `x`") == ["3 stray-character"])
    #expect(
      Self.audit(
        "1. 缓存$s\\_t$，衰减率$\\beta\\_1$\n\n   $$s\\_t = \\beta\\_1 s\\_{t-1} + (1-\\beta\\_1) g\\_t^2$$\n"
      ).statements.map(\.verdict) == [.definition])
    #expect(
      Self.audit("> $$\n> x = 1 + 1\n> = 2\n> $$\n").statements.map(\.verdict) == [.definition, .holds])
    #expect(Self.audit("It costs $5 and $6, or \\$7.").statements.isEmpty)
    #expect(Self.audit("```math\n%| label: a\n1 + 1 = 3\n```\n").statements.map(\.line) == [3])
    #expect(
      Self.audit("\\begin{align}\na &= 1 \\\\\nb &= 2\n\\end{align}\n").statements.map(\.line) == [2, 3])
    #expect(Self.audit("text $$x = 2$$ and \\(y = 3\\) and $`z = 4`$").statements.count == 3)
  }

  @Test(
    "values are taken from words",
    arguments: [
      ("其中 $\\beta$ 是衰减率，通常取0.9。", "β", 0.9), ("where $\\beta$ is set to 0.95.", "β", 0.95),
      ("$\\epsilon$ 是常数，通常取值为\\(10^{-8}\\)。", "ε", 1e-8),
      ("学习率 $\\eta$ 设为 0.01", "η", 0.01), ("$\\beta_1$和$\\beta_2$，初始化为0.9和0.999。", "β_2", 0.999),
      ("The rate $\\eta$ is 0.1.", "η", 0.1),
    ])
  func words(text: String, name: String, value: Double) {
    var judge = DocumentJudge(DocumentReading(text), seed: 1)
    judge.run()
    #expect(judge.environment.values[name]?.scalarValue == value)
  }

  @Test(
    "correct statements give no finding",
    arguments: [
      // The next step of an iteration reuses the letters.
      "$v = 0.9 \\cdot 0 + 0.1 \\cdot 0.04 = 0.004$\n\nthen $v = 0.9 \\cdot 0.004 + 0.1 \\cdot 0.09 = 0.0126$",
      // Another method for the same quantity.
      "$\\eta = 0.1$, $g_t = 2$, $v_t = 1$, $\\theta_t = 1$\n\n$$\\theta_{t+1} = \\theta_t - \\eta g_t$$\n\n$$\\theta_{t+1} = \\theta_t - \\eta v_t$$",
      "Values between $\\beta = 0.9$ and later $\\beta = 0.99$.",
      "The optimum satisfies $2w - 4 = 0$ and $x^2 + y^2 = 1$, $\\beta_1 + \\beta_2 = 1$.",
      "$$v_t = \\gamma v_{t-1} + \\eta \\nabla_\\theta J(\\theta)$$ $$\\theta = \\theta - v_t$$",
      "$$\\theta_t = (1 - \\eta\\lambda) \\theta_{t-1} - \\eta g_t$$",
      "AdaGrad: $$G_t = G_{t-1} + g_t^2$$ $$\\theta_{t+1} = \\theta_t - \\frac{\\eta}{\\sqrt{G_t} + \\epsilon} g_t$$",
      "Since $v_0$ is zero: $$v_1 = \\beta v_0 + (1-\\beta) g_1^2 = (1-\\beta) g_1^2$$",
      "Adam $$\\hat{m}_t = \\frac{m_t}{1-\\beta_1^t}, \\quad m_t = \\beta_1 m_{t-1} + (1-\\beta_1) g_t$$",
      "$$\\nabla J(w) = 2w = 6$$", "$$J(w) = w^2$$ $$\\nabla J(w) = 2w$$ For $w = 3$: $$\\nabla J(w) = 6$$",
      "Polyak: $$\\bar\\theta_t = (1 - \\frac1t) \\bar\\theta_{t-1} + \\frac1t \\theta_t$$",
      "RMSProp $$v = \\beta v + (1 - \\beta) g^2$$ $$\\theta = \\theta - \\frac{\\eta}{\\sqrt{v} + \\epsilon} g$$",
      "A time series: $$s_t = \\alpha x_t + (1 - \\alpha) s_{t-1}$$ with $\\alpha = 0.8$.",
      "GRU: $$h_t = (1 - z_t) \\odot h_{t-1} + z_t \\odot \\tilde{h}_t$$",
      "$$\\frac{\\partial L}{\\partial w} = \\frac{\\partial L}{\\partial y} \\frac{\\partial y}{\\partial w} = (y - t) x$$",
      "$$x = \\frac{1}{3} \\approx 0.333$$ so $3x \\approx 1$ and $\\alpha \\in (0, 1)$.",
      "$$\\|\\nabla f\\|^2 = \\nabla f \\cdot \\nabla f$$",
      "NAG: $$v_{t+1} = \\mu v_t - \\eta \\nabla f(\\theta_t + \\mu v_t)$$ $$\\theta_{t+1} = \\theta_t + v_{t+1}$$",
      "Adadelta: $$E[g^2]_t = \\rho E[g^2]_{t-1} + (1-\\rho) g_t^2$$ $$\\Delta x_t = -\\frac{\\sqrt{E[\\Delta x^2]_{t-1} + \\epsilon}}{\\sqrt{E[g^2]_t + \\epsilon}} g_t$$ $$x_{t+1} = x_t + \\Delta x_t$$",
    ])
  func noFalseAlarm(text: String) {
    let audit = Self.audit(text)
    #expect(audit.findings == [])
    #expect(audit.statements.allSatisfy { $0.verdict != .fails && $0.verdict != .unreadable })
  }
}

extension String {
  /// The text with the last occurrence replaced.
  fileprivate func replacingLast(_ old: String, with new: String) -> String {
    guard let range = ranges(of: old).last else { return self }
    return replacingCharacters(range, new)
  }

  private func replacingCharacters(_ range: Range<Index>, _ new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}

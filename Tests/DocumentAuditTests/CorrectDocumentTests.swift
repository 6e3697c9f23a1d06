import Testing

@testable import DocumentAudit

@Suite("Correct documents")
struct CorrectDocumentTests {
  /// Two steps by hand, with rounded intermediate results and an ε too small to matter.
  static let steps = #"""
    # 手算示例

    设初始参数 $w_0 = 2$，学习率 $\eta = 0.1$，衰减率 $\rho = 0.9$，$\epsilon = 10^{-8}$，$v_0 = 0$，损失函数 $L(w) = w^2$，梯度 $g_t = 2w_{t-1}$。

    RMSProp 的更新规则：

    $$
    v_t = \rho v_{t-1} + (1-\rho) g_t^2
    $$

    $$
    w_t = w_{t-1} - \frac{\eta}{\sqrt{v_t} + \epsilon} g_t
    $$

    **第1步**：$g_1 = 2 \times 2 = 4$，

    $$
    v_1 = 0.9 \times 0 + 0.1 \times 4^2 = 1.6
    $$

    $$
    w_1 = 2 - \frac{0.1}{\sqrt{1.6}} \times 4 = 2 - 0.3162 = 1.6838
    $$

    **第2步**：$g_2 = 2 \times 1.6838 = 3.3676$，

    $$
    v_2 = 0.9 \times 1.6 + 0.1 \times 3.3676^2 = 1.44 + 1.1341 = 2.5741
    $$

    $$
    w_2 = 1.6838 - \frac{0.1}{\sqrt{2.5741}} \times 3.3676 \approx 1.6838 - 0.2099 = 1.4739
    $$

    因此损失从 $L(w_0) = 4$ 降到 $L(w_2) = 1.4739^2 \approx 2.172$，下降了 $1 - 2.172/4 \approx 45.7\%$。

    ## Adam

    With $\beta_1 = 0.9$, $\beta_2 = 0.999$, $m_0 = v_0 = 0$ and $g_1 = 4$:

    $$
    \begin{aligned}
    m_1 &= 0.9 \cdot 0 + 0.1 \cdot 4 = 0.4 \\
    v_1 &= 0.999 \cdot 0 + 0.001 \cdot 16 = 0.016 \\
    \hat{m}_1 &= \frac{0.4}{1 - 0.9} = 4 \\
    \hat{v}_1 &= \frac{0.016}{1 - 0.999} = 16 \\
    w_1 &= 2 - 0.1 \cdot \frac{4}{\sqrt{16} + 10^{-8}} \approx 1.9
    \end{aligned}
    $$

    The gradient of the loss $L(w) = (wx - y)^2$ is

    $$
    \frac{\partial L}{\partial w} = 2x(wx - y)
    $$

    For $x = 1$, $y = 3$, $w = 2$: $\frac{\partial L}{\partial w} = 2 \cdot 1 \cdot (2 - 3) = -2$.

    The mean is $\mu = \frac{1}{3}(1 + 2 + 6) = 3$ and the variance $\sigma^2 = \frac{1}{3}((1-3)^2 + (2-3)^2 + (6-3)^2) = \frac{14}{3} \approx 4.67$. After 3 epochs $\eta = 0.1 \times 0.95^3 \approx 0.0857$. $\|[3, 4]\| = 5$; clip to $c = 1$: $g = \frac{1}{5}[3, 4] = [0.6, 0.8]$.
    For $t = 10$, $1 - 0.9^{10} \approx 0.651$. $\sqrt{0.091} \approx 0.302$. $\frac{1}{1-\beta_1} = 10$. Memory: $2 \times 4 \times 10^6 = 8 \times 10^6$ bytes.
    $\theta = (1, 2)$, $\nabla J = (2, 4)$, $\theta - 0.1 \nabla J = (0.8, 1.6)$.
    """#

  /// Sentences with statements that are true in the intended reading.
  static let sentences = #"""
    $$\beta^{1/(1-\beta)} \approx \frac{1}{e}$$ and $0.9^{10} \approx 0.35 \approx \frac{1}{e}$, $\log(1+x) \approx x$, $1 - \beta_2^t \approx 1$.

    $\nabla f(w) = (A + A^\top) w = 2 A w$ for symmetric. $H = U \Lambda U^T$, $a = w^T x = x^T w$.

    $2^{32} \approx 4.3 \times 10^9$; $60000/128 \approx 469$; $0.001 = 10^{-3}$; $1/3 = 0.333$; $784 \times 100 + 100 = 78500$; $28 \times 28 = 784$.

    $$P(y=1|x) = \sigma(w^T x)$$ $p = 0.5$, $p(1-p) = 0.25$. $\frac{1}{1 + e^{-0}} = 0.5$, $\tanh(0) = 0$, $\ln 2 = 0.693$, $-\log 0.5 \approx 0.693$, $\cos(\pi) = -1$.

    $w = 1.0$, $w \leftarrow w - 0.1 \times 2 = 0.8$. $w = 0.8$, $L = w^2 = 0.64$.

    $\theta_1 = \theta_0 - \eta g_0$, with $\theta_0 = 1$, $\eta = 0.1$, $g_0 = 2$: $\theta_1 = 1 - 0.1 \cdot 2 = 0.8$.

    $x_1 = 1$, $x_2 = 2$, $x = [1, 2]$, $\sum_{i=1}^2 x_i = 3$, $\bar{x} = \frac{1}{2}\sum_i x_i = 1.5$, $s^2 = \frac{1}{2}\sum_{i=1}^{2}(x_i - \bar{x})^2 = 0.25$

    $$L = -\sum_{i} y_i \log p_i = -\log 0.7 \approx 0.357$$ with $y = [0, 1, 0]$, $p = [0.2, 0.7, 0.1]$. So $L = -\sum_i y_i \log p_i \approx 0.357$.

    $$\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \begin{bmatrix} 1 \\ 1 \end{bmatrix} = \begin{bmatrix} 3 \\ 7 \end{bmatrix}$$

    $a = 1, b = 2$, $a + b = 3$. $n = 5$, $n! = 120$, $\binom{5}{2} = 10$. $|{-3}| = 3$, $\lfloor 7/2 \rfloor = 3$. $\max(0, -1) = 0$.

    $0 < \beta < 1$, $0 < 0.9 < 1$, $\beta = 0.9 < 1$. $x \in [0, 1]$. $\epsilon > 0$.

    $f(x) = x^2$, $f(3) = 9$, $f'(x) = 2x$, $f'(3) = 6$. $\frac{df}{dx} = 2x = 6$ at $x = 3$.

    $y = 2x + 1$, for $x = 3$: $y = 2 \cdot 3 + 1 = 7$.

    $v_{dw} = 0.9 v_{dw} + 0.1 dw$. $\hat m = \frac{m}{1-\beta_1^t} = \frac{0.1}{1-0.9} = 1$
    """#

  @Test("worked steps give no finding", arguments: [steps, sentences])
  func noFinding(text: String) {
    let audit = DocumentAuditor().audit(path: "x.md", text: text)
    #expect(audit.findings == [])
    #expect(audit.statements.filter { $0.verdict == .holds }.count >= 25)
    #expect(audit.statements.allSatisfy { $0.verdict != .fails && $0.verdict != .unreadable })
  }

  @Test("a rule with a numbered step measures the numbers of that step")
  func numberedStep() {
    let swapped = Self.steps.replacing(
      #"v_1 = 0.9 \times 0 + 0.1 \times 4^2 = 1.6"#, with: #"v_1 = 0.1 \times 0 + 0.9 \times 4^2 = 14.4"#)
    #expect(swapped != Self.steps)
    let audit = DocumentAuditor().audit(path: "x.md", text: swapped)
    #expect(audit.findings.contains { $0.kind == .swappedWeights && $0.line == 18 })
  }

  @Test("initial values are no products")
  func initialValues() {
    let text = #"""
      This implies that $\dot{x}(0) = 4/5$ and $\mathbf{v}(0) = 1$. With $\hat{y}(0) = 3$ and $\ddot x(0) = 2$, let
      $$\ddot{u} + u = 0, \quad u(0) = 1, \quad \dot{\mathbf{u}}(0) = 2.$$
      """#
    let audit = DocumentAuditor().audit(path: "x.md", text: text)
    #expect(audit.findings == [])
    #expect(audit.statements.count == 7)
  }

  @Test("signs of relations in scripts are different names")
  func relationsAsNames() {
    let text = #"Let $v_{\perp} = 2$ and $v_{\parallel} = 3$. Then $v_\perp + v_\parallel = 5$."#
    let audit = DocumentAuditor().audit(path: "x.md", text: text)
    #expect(audit.findings == [] && audit.statements.last?.verdict == .holds)
  }

  @Test("words between dollar signs are not math")
  func proseInDollars() {
    #expect(
      DocumentAuditor().audit(path: "x.md", text: "Set $PATH and friends$ or \\(see the note\\).").findings
        == [])
  }
}

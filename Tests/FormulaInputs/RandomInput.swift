import ElementaryNumerics
import Formulas

/// Random, truncated and mangled LaTeX from a seed.
package struct RandomInput {
  private var generator: SplitMix64

  package init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  private static let fragments = [
    "\\frac", "{", "}", "\\sqrt", "[", "]", "(", ")", "_", "^", "&", "\\\\", "\\left", "\\right", "|", "\\|",
    "\\begin{aligned}",
    "\\end{aligned}", "\\begin{cases}", "\\end{cases}", "\\begin{bmatrix}", "\\end{bmatrix}", "=", "\\approx",
    "+", "-", "*", "/", "\\cdot",
    "\\sum", "_{i=1}^{m}", "\\nabla", "\\partial", "\\theta", "\\hat", "\\text{", "\\mathrm", "x", "y", "t",
    "0.1", "12", "1e", "e", ".", ",",
    ";", "!", "'", "\\_", "\\,", " ", "\n", "\\max", "\\log", "\\exp", "\\{", "\\}", "$", "$$", "`", "%", "θ",
    "·", "，", "学", "\\", "\\lim", "\\int",
    "E[g^2]_t", "f(x)", "\\mathbf{w}", "\\lfloor", "\\rfloor", "\\langle", "\\rangle", "\\quad",
    "\\operatorname*{arg", "²", "<", "\\le", "d", "\\frac{d}{dx}",
    "\\binom", "\\underbrace", "\\overset", "\\stackrel{", "\\not", "\\pm", "99999999999999999999", "10^{",
    "\\in", "\\Rightarrow", ":=", "\\tag{1}",
    "\\frac{\\partial", "\\boxed{", "\\sum_{i=1}^{10}", "\\sum_{i=1}^{n}\\sum_{j=1}^{n}", "2^", "^{-1}",
    "\\odot", "\u{0}", "\u{200B}", "🙂",
  ]

  private static let seeds = [
    #"\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{\sigma}_t} + \epsilon} \nabla J(\theta_t)"#,
    #"\begin{aligned} E[g^2]_t &= \beta E[g^2]_{t-1} + (1 - \beta) (\nabla_\theta J(\theta))^2 \\ a &= [1, 2] - \frac{0.01}{0.1} \cdot [0.1, 0.2] = 3 \end{aligned}"#,
    #"\text{MSE} = \frac{1}{m}\sum_{i=1}^{m}(y_i - \hat{y}_i)^2 \approx \|x\|_2^2 + \left| \frac{\partial L}{\partial w} \right|"#,
    #"f(x) = \begin{cases} x^2 & \text{if } x > 0 \\ \max(0, -x) & \text{otherwise} \end{cases}, \quad \sigma'(z) = \sigma(z)(1-\sigma(z))"#,
  ]

  /// The next input.
  package mutating func next() -> String {
    switch generator.next() % 4 {
    case 0:
      let count = Int(generator.next() % 60)
      return (0..<count).map { _ in Self.fragments[Int(generator.next() % UInt64(Self.fragments.count))] }
        .joined()
    case 1:
      let text = pick()
      return String(text.prefix(Int(generator.next() % UInt64(text.count + 1))))
    case 2:
      var characters = Array(pick())
      for _ in 0..<(1 + generator.next() % 4) where !characters.isEmpty {
        let position = Int(generator.next() % UInt64(characters.count))
        switch generator.next() % 3 {
        case 0: characters.remove(at: position)
        case 1: characters.insert(characters[Int(generator.next() % UInt64(characters.count))], at: position)
        default:
          characters.replaceSubrange(
            position...position,
            with: Array(Self.fragments[Int(generator.next() % UInt64(Self.fragments.count))]))
        }
      }
      return String(characters)
    default:
      let bytes = (0..<(generator.next() % 40)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private mutating func pick() -> String { Self.seeds[Int(generator.next() % UInt64(Self.seeds.count))] }
}

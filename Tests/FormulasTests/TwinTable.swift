/// A true statement and a false one that differs little, in the same context.
struct Twins: Sendable {
  var context = ""
  var right: String
  var wrong: String

  init(_ right: String, _ wrong: String, given context: String = "") {
    self.context = context
    self.right = right
    self.wrong = wrong
  }

  static let functions: [Twins] = [
    Twins(#"17 \bmod 5 = 2"#, #"17 \bmod 5 = 3"#),
    Twins(#"17 \equiv 2 \pmod{5}"#, #"17 \equiv 3 \pmod{5}"#),
    Twins(#"17 \equiv 2 \pmod 5"#, #"17 \equiv 3 \pmod 5"#),
    Twins(#"17 \mod 5 = 2"#, #"17 \mod 5 = 3"#),
    Twins(#"17 \equiv 2 \mod 5"#, #"17 \equiv 4 \mod 5"#),
    Twins(#"17 + 1 \equiv 2 + 1 \mod 5"#, #"17 + 1 \equiv 2 + 2 \mod 5"#),
    Twins(#"2^{10} \equiv 1 \ (\text{mod } 3)"#, #"2^{10} \equiv 2 \ (\text{mod } 3)"#),
    Twins(#"-7 \bmod 3 = 2"#, #"-7 \bmod 3 = 1"#),
    Twins(#"\gcd(12, 18) = 6"#, #"\gcd(12, 18) = 3"#),
    Twins(#"\operatorname{lcm}(4, 6) = 12"#, #"\operatorname{lcm}(4, 6) = 24"#),
    Twins(#"\log_3 81 = 4"#, #"\log_3 81 = 5"#),
    Twins(#"\log_3 8 = 1.8928"#, #"\log_3 8 = 2.0794"#),
    Twins(#"\log_a x = \frac{\ln x}{\ln a}"#, #"\log_a x = \frac{\ln a}{\ln x}"#),
    Twins(#"\sinh^{-1}(0.5) = 0.4812"#, #"\sinh^{-1}(0.5) = 1.919"#),
    Twins(#"\sec(1) = 1.8508"#, #"\sec(1) = 0.5403"#),
    Twins(#"\binom{2}{3} = 0"#, #"\binom{2}{3} = 1"#),
    Twins(#"\binom{n}{k} = \frac{n!}{k!(n-k)!}"#, #"\binom{n}{k} = \frac{n!}{k!(n+k)!}"#),
    Twins(
      #"\binom{n}{k} + \binom{n}{k+1} = \binom{n+1}{k+1}"#, #"\binom{n}{k} + \binom{n}{k+1} = \binom{n+1}{k}"#
    ),
    Twins(#"\sqrt[3]{-8} = -2"#, #"\sqrt[3]{-8} = 2"#),
    Twins(#"\sec^2 x = 1 + \tan^2 x"#, #"\sec^2 x = 1 - \tan^2 x"#),
    Twins(#"\cot(1) = 0.6421"#, #"\cot(1) = 0.7"#),
    Twins(#"1 + \cot^2 x = \csc^2 x"#, #"1 - \cot^2 x = \csc^2 x"#),
    Twins(#"\cosh^2 x - \sinh^2 x = 1"#, #"\cosh^2 x + \sinh^2 x = 1"#),
    Twins(#"\left\lceil \frac{7}{2} \right\rceil = 4"#, #"\left\lceil \frac{7}{2} \right\rceil = 3"#),
    Twins(#"\lfloor -2.5 \rfloor = -3"#, #"\lfloor -2.5 \rfloor = -2"#),
    Twins(#"24! \times 24! = 3.84956219213 \cdot 10^{47}"#, #"24! \times 24! = 3.94956219213 \cdot 10^{47}"#),
    Twins(#"\log_{11} 121 = 2"#, #"\log_{11} 121 = 3"#),
    Twins(
      #"\operatorname{rank}\begin{pmatrix}1 & 2\\2 & 4\end{pmatrix} = 1"#,
      #"\operatorname{rank}\begin{pmatrix}1 & 2\\2 & 4\end{pmatrix} = 2"#),
  ]

  static let calculus: [Twins] = [
    Twins(#"\int_0^1 x^2 \, dx = \frac{1}{3}"#, #"\int_0^1 x^2 \, dx = \frac{1}{2}"#),
    Twins(#"\int_0^1 e^x dx = e - 1"#, #"\int_0^1 e^x dx = e"#),
    Twins(
      #"\int_{-\infty}^{\infty} e^{-x^2} \, dx = \sqrt{\pi}"#,
      #"\int_{-\infty}^{\infty} e^{-x^2} \, dx = \pi"#),
    Twins(#"\int_0^\infty \frac{1}{1+x^2} dx = \frac{\pi}{2}"#, #"\int_0^\infty \frac{1}{1+x^2} dx = \pi"#),
    Twins(#"\int_0^1 \frac{dx}{\sqrt{x}} = 2"#, #"\int_0^1 \frac{dx}{\sqrt{x}} = 1"#),
    Twins(
      #"\int_0^{\infty} \lambda e^{-\lambda x} dx = 1"#,
      #"\int_0^{\infty} \lambda e^{-\lambda x} dx = \lambda"#),
    Twins(#"\int_0^a x dx = \frac{a^2}{2}"#, #"\int_0^a x dx = \frac{a^2}{3}"#),
    Twins(
      #"\int_0^1 \int_0^1 x y \, dx \, dy = \frac{1}{4}"#, #"\int_0^1 \int_0^1 x y \, dx \, dy = \frac{1}{2}"#
    ),
    Twins(#"\int_0^{\pi} \sin x \, dx = 2"#, #"\int_0^{\pi} \sin x \, dx = 1"#),
    Twins(#"\int_0^1 x \ln x \, dx = -\frac14"#, #"\int_0^1 x \ln x \, dx = \frac14"#),
    Twins(#"\int_{-1}^{1} |x| dx = 1"#, #"\int_{-1}^{1} |x| dx = 0"#),
    Twins(#"\left[\frac{x^3}{3}\right]_0^2 = \frac{8}{3}"#, #"\left[\frac{x^3}{3}\right]_0^2 = 8"#),
    Twins(#"\left. x^2 + x \right|_0^1 = 2"#, #"\left. x^2 + x \right|_0^1 = 1"#),
    Twins(#"\left. \frac{d}{dx} x^3 \right|_{x=2} = 12"#, #"\left. \frac{d}{dx} x^3 \right|_{x=2} = 8"#),
    Twins(
      #"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e"#,
      #"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = 1"#),
    Twins(#"\lim_{x \to 0} \frac{\sin x}{x} = 1"#, #"\lim_{x \to 0} \frac{\sin x}{x} = 0"#),
    Twins(#"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = \frac12"#, #"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = 1"#),
    Twins(
      #"\lim_{x \to \infty} \frac{3x^2 + 1}{2x^2 - 5} = \frac{3}{2}"#,
      #"\lim_{x \to \infty} \frac{3x^2 + 1}{2x^2 - 5} = 3"#),
    Twins(#"\lim_{x \to 0^+} x \ln x = 0"#, #"\lim_{x \to 0^+} x \ln x = 1"#),
    Twins(#"\lim_{x \to 2} \frac{x^2 - 4}{x - 2} = 4"#, #"\lim_{x \to 2} \frac{x^2 - 4}{x - 2} = 2"#),
    Twins(#"\lim_{h \to 0} \frac{(x+h)^2 - x^2}{h} = 2x"#, #"\lim_{h \to 0} \frac{(x+h)^2 - x^2}{h} = x"#),
    Twins(#"\lim_{n \to \infty} \sqrt[n]{n} = 1"#, #"\lim_{n \to \infty} \sqrt[n]{n} = 2"#),
    Twins(#"\lim_{x \to \infty} \frac{\ln x}{x} = 0"#, #"\lim_{x \to \infty} \frac{\ln x}{x} = 1"#),
    Twins(#"\lim_{x \to \infty} e^{-x} = 0"#, #"\lim_{x \to \infty} e^{-x} = 1"#),
    Twins(
      #"\lim_{x \to \infty} (\sqrt{x^2 + x} - x) = \frac12"#, #"\lim_{x \to \infty} (\sqrt{x^2 + x} - x) = 1"#
    ),
    Twins(#"\sum_{k=0}^{\infty} 0.5^k = 2"#, #"\sum_{k=0}^{\infty} 0.5^k = 1"#),
    Twins(
      #"\sum_{k=1}^{\infty} \frac{1}{k^2} = \frac{\pi^2}{6}"#,
      #"\sum_{k=1}^{\infty} \frac{1}{k^2} = \frac{\pi^2}{8}"#),
    Twins(#"\sum_{k=0}^{\infty} \frac{x^k}{k!} = e^x"#, #"\sum_{k=0}^{\infty} \frac{x^k}{k!} = e^{2x}"#),
    Twins(
      #"\sum_{k=1}^\infty \frac{(-1)^{k+1}}{k} = \ln 2"#, #"\sum_{k=1}^\infty \frac{(-1)^{k+1}}{k} = \ln 3"#),
    Twins(#"\sum_{k=1}^{\infty} \frac{1}{k(k+1)} = 1"#, #"\sum_{k=1}^{\infty} \frac{1}{k(k+1)} = 2"#),
    Twins(
      #"\sum_{i=0}^{\infty} \gamma^i = \frac{1}{1-\gamma}"#,
      #"\sum_{i=0}^{\infty} \gamma^i = \frac{\gamma}{1-\gamma}"#),
    Twins(#"1 + 2 + \cdots + 100 = 5050"#, #"1 + 2 + \cdots + 100 = 5500"#),
    Twins(#"1 + \frac12 + \frac14 + \cdots = 2"#, #"1 + \frac12 + \frac14 + \cdots = 3"#),
    Twins(#"1 + 2 + \cdots + n = \frac{n(n+1)}{2}"#, #"1 + 2 + \cdots + n = \frac{n(n-1)}{2}"#),
    Twins(
      #"1 + r + r^2 + \cdots + r^n = \frac{1 - r^{n+1}}{1 - r}"#,
      #"1 + r + r^2 + \cdots + r^n = \frac{1 - r^{n}}{1 - r}"#),
    Twins(#"a + ar + ar^2 + \cdots = \frac{a}{1-r}"#, #"a + ar + ar^2 + \cdots = \frac{r}{1-r}"#),
    Twins(#"1 + 3 + 5 + \cdots + (2n-1) = n^2"#, #"1 + 3 + 5 + \cdots + (2n-1) = n^2 + 1"#),
    Twins(
      #"1^2 + 2^2 + \cdots + n^2 = \frac{n(n+1)(2n+1)}{6}"#,
      #"1^2 + 2^2 + \cdots + n^2 = \frac{n(n+1)(2n+1)}{3}"#),
    Twins(#"1 + 2 + 4 + \cdots + 2^{n} = 2^{n+1} - 1"#, #"1 + 2 + 4 + \cdots + 2^{n} = 2^{n} - 1"#),
    Twins(
      #"1 - \frac13 + \frac15 - \frac17 + \cdots = \frac{\pi}{4}"#,
      #"1 - \frac13 + \frac15 - \frac17 + \cdots = \frac{\pi}{2}"#),
    Twins(#"1 \cdot 2 \cdot 3 \cdots n = n!"#, #"1 \cdot 2 \cdot 3 \cdots n = (n+1)!"#),
    Twins(#"n (n-1) \cdots 1 = n!"#, #"n (n-1) \cdots 1 = (n-1)!"#),
    Twins(#"1 + 2 + 3 + \dots + 10 = 55"#, #"1 + 2 + 3 + \dots + 10 = 50"#),
    Twins(
      #"\sum_{k=1}^{n} \frac{1}{k(k+1)} = \frac{n}{n+1}"#, #"\sum_{k=1}^{n} \frac{1}{k(k+1)} = \frac{1}{n+1}"#
    ),
    Twins(#"\int_0^{2\pi} \cos^2 x\,dx = \pi"#, #"\int_0^{2\pi} \cos^2 x\,dx = 2\pi"#),
  ]

  static let derivatives: [Twins] = [
    Twins(
      #"\nabla f = \begin{bmatrix} 2x \\ 6y \end{bmatrix}"#,
      #"\nabla f = \begin{bmatrix} 2x \\ 3y \end{bmatrix}"#, given: #"$f(x, y) = x^2 + 3y^2$"#),
    Twins(#"\nabla f(1, 2) = (2, 12)"#, #"\nabla f(1, 2) = (2, 6)"#, given: #"$f(x, y) = x^2 + 3y^2$"#),
    Twins(
      #"\frac{\partial f}{\partial y}(1, 2) = 12"#, #"\frac{\partial f}{\partial y}(1, 2) = 6"#,
      given: #"$f(x, y) = x^2 + 3y^2$"#),
    Twins(#"\tanh'(x) = 1 - \tanh^2(x)"#, #"\tanh'(x) = 1 + \tanh^2(x)"#),
    Twins(#"(\ln x)' = \frac{1}{x}"#, #"(\ln x)' = \frac{1}{x^2}"#),
    Twins(#"(x e^x)' = (1 + x) e^x"#, #"(x e^x)' = x e^x"#),
    Twins(#"\frac{d}{dx} x^3 = 3x^2"#, #"\frac{d}{dx} x^3 = 3x^3"#),
    Twins(#"\frac{d^2}{dx^2} x^3 = 6x"#, #"\frac{d^2}{dx^2} x^3 = 3x"#),
    Twins(#"\frac{d^3}{dx^3} x^4 = 24x"#, #"\frac{d^3}{dx^3} x^4 = 12x"#),
    Twins(#"f'(2) = 12"#, #"f'(2) = 8"#, given: #"$f(x) = x^3$"#),
    Twins(#"f''(x) = 6x"#, #"f''(x) = 3x"#, given: #"$f(x) = x^3$"#),
    Twins(#"f'''(x) = 6"#, #"f'''(x) = 3"#, given: #"$f(x) = x^3$"#),
    Twins(#"\frac{df}{dx}(2) = 12"#, #"\frac{df}{dx}(2) = 8"#, given: #"$f(x) = x^3$"#),
    Twins(
      #"\left.\frac{df}{dx}\right|_{x=2} = 12"#, #"\left.\frac{df}{dx}\right|_{x=2} = 8"#,
      given: #"$f(x) = x^3$"#),
    Twins(
      #"\frac{\partial^2 f}{\partial x \partial y} = 6 x y^2"#,
      #"\frac{\partial^2 f}{\partial x \partial y} = 3 x y^2"#, given: #"$f(x, y) = x^2 y^3$"#),
    Twins(
      #"\nabla f(x) = \begin{bmatrix} 2x_1 \\ 6x_2 \end{bmatrix}"#,
      #"\nabla f(x) = \begin{bmatrix} 2x_1 \\ 3x_2 \end{bmatrix}"#, given: #"$f(x) = x_1^2 + 3x_2^2$"#),
    Twins(
      #"\frac{\partial f}{\partial x_2} = 6x_2"#, #"\frac{\partial f}{\partial x_2} = 3x_2"#,
      given: #"$f(x) = x_1^2 + 3x_2^2$"#),
    Twins(
      #"\nabla^2 f = \begin{bmatrix} 2y & 2x \\ 2x & 6y \end{bmatrix}"#,
      #"\nabla^2 f = \begin{bmatrix} 2y & 2x \\ 2x & 3y \end{bmatrix}"#, given: #"$f(x, y) = x^2 y + y^3$"#),
    Twins(
      #"\frac{\partial L}{\partial w} = 2 (z - y) x"#, #"\frac{\partial L}{\partial w} = 2 (z - y)"#,
      given: #"$z = w x + b$ and $L = (z - y)^2$"#),
    Twins(#"\frac{d}{dx} \int_0^x t^2 dt = x^2"#, #"\frac{d}{dx} \int_0^x t^2 dt = 2x"#),
    Twins(
      #"\frac{d}{dx}\left(\frac{d}{dx} x^4\right) = 12x^2"#,
      #"\frac{d}{dx}\left(\frac{d}{dx} x^4\right) = 4x^3"#),
    Twins(
      #"\sigma'(x) = \sigma(x)(1 - \sigma(x))"#, #"\sigma'(x) = \sigma(x)(1 + \sigma(x))"#,
      given: #"$\sigma(x) = \frac{1}{1 + e^{-x}}$"#),
    Twins(
      #"\frac{\partial}{\partial y} (x^2 y + \sin y) = x^2 + \cos y"#,
      #"\frac{\partial}{\partial y} (x^2 y + \sin y) = x^2 - \cos y"#),
    Twins(#"(\sin x \cos x)' = \cos 2x"#, #"(\sin x \cos x)' = \sin 2x"#),
    Twins(
      #"\frac{d}{dx} \ln(1 + x^2) = \frac{2x}{1 + x^2}"#, #"\frac{d}{dx} \ln(1 + x^2) = \frac{1}{1 + x^2}"#),
    Twins(#"\frac{d}{dx} a^x = a^x \ln a"#, #"\frac{d}{dx} a^x = x a^{x-1}"#),
    Twins(#"f'(x) = 2x + 2"#, #"f'(x) = 2x + 1"#, given: #"$f(x) = x^2 + 2x$"#),
  ]

  static let complexNumbers: [Twins] = [
    Twins(#"e^{i\pi} = -1"#, #"e^{i\pi} = 1"#),
    Twins(#"(1 + 2i)(3 - i) = 5 + 5i"#, #"(1 + 2i)(3 - i) = 1 + 5i"#),
    Twins(#"|3 + 4i| = 5"#, #"|3 + 4i| = 7"#),
    Twins(#"e^{i\theta} = \cos\theta + i\sin\theta"#, #"e^{i\theta} = \cos\theta - i\sin\theta"#),
    Twins(#"\overline{2 + 3i} = 2 - 3i"#, #"\overline{2 + 3i} = 2 + 3i"#),
    Twins(#"\cos x = \frac{e^{ix} + e^{-ix}}{2}"#, #"\cos x = \frac{e^{ix} - e^{-ix}}{2}"#),
    Twins(#"\sin x = \frac{e^{ix} - e^{-ix}}{2i}"#, #"\sin x = \frac{e^{ix} + e^{-ix}}{2i}"#),
    Twins(#"\sqrt{-4} = 2i"#, #"\sqrt{-4} = 4i"#),
    Twins(#"|z| = 5"#, #"|z| = 7"#, given: #"$z = 3 + 4i$"#),
    Twins(
      #"\begin{pmatrix} 1 & i \\ -i & 2 \end{pmatrix}^H = \begin{pmatrix} 1 & i \\ -i & 2 \end{pmatrix}"#,
      #"\begin{pmatrix} 1 & i \\ -i & 2 \end{pmatrix}^H = \begin{pmatrix} 1 & -i \\ i & 2 \end{pmatrix}"#),
  ]
}

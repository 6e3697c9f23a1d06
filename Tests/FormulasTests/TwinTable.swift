/// Pairs of a true statement and a false one that differs slightly, in the same context.
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
    Twins(#"72\,\text{km/h} = 20\,\text{m/s}"#, #"72\,\text{km/h} = 25\,\text{m/s}"#),
    Twins(#"0.25\,\text{s} = 250\,\text{ms}"#, #"0.25\,\text{s} = 25\,\text{ms}"#),
    Twins(#"2\,\mathrm{kWh} = 7.2\,\mathrm{MJ}"#, #"2\,\mathrm{kWh} = 72\,\mathrm{MJ}"#),
    Twins(#"3\,\text{cm}^2 = 300\,\text{mm}^2"#, #"3\,\text{cm}^2 = 30\,\text{mm}^2"#),
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
    Twins(#"\lim_{p \downarrow 0} p \ln p = 0"#, #"\lim_{p \downarrow 0} p \ln p = 1"#),
    Twins(
      #"\lim_{n \to \infty} \frac{n^2 + 1}{n} = \infty"#, #"\lim_{n \to \infty} \frac{n^2 + 1}{n} = 0"#),
    Twins(#"\int_{y=0}^{1-x} dy = 1 - x"#, #"\int_{y=0}^{1-x} dy = 1 + x"#),
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

  static let components: [Twins] = [
    Twins(
      #"\frac{\partial p_i}{\partial z_i} = p_i(1 - p_i)"#,
      #"\frac{\partial p_i}{\partial z_i} = p_i(1 + p_i)"#,
      given: #"$p_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}$"#),
    Twins(
      #"\frac{\partial p_i}{\partial z_j} = -p_i p_j"#, #"\frac{\partial p_i}{\partial z_j} = p_i p_j"#,
      given: #"$p_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}$"#),
    Twins(
      #"\frac{\partial L}{\partial z_1} = p_1 - 1"#, #"\frac{\partial L}{\partial z_1} = p_1 + 1"#,
      given: #"$p_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}$ and $L = -\ln p_1$"#),
    Twins(
      #"\frac{\partial L}{\partial y_k} = y_k - t_k"#, #"\frac{\partial L}{\partial y_k} = t_k - y_k"#,
      given: #"$L = \frac{1}{2} \sum_{i=1}^{n} (y_i - t_i)^2$"#),
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

  static let matrices: [Twins] = [
    Twins(
      #"\det(A - \lambda I) = \lambda^2 - 4\lambda + 3"#, #"\det(A - \lambda I) = \lambda^2 - 4\lambda + 5"#,
      given: #"$A = \begin{bmatrix} 2 & 1 \\ 1 & 2 \end{bmatrix}$"#),
    Twins(
      #"A^{-1} A = I"#, #"A^{-1} A = 2 I"#, given: #"$A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$"#),
    Twins(#"a^T b = 32"#, #"a^T b = 30"#, given: #"$a = (1, 2, 3)^T$ and $b = (4, 5, 6)^T$"#),
    Twins(#"a \cdot b = 32"#, #"a \cdot b = 23"#, given: #"$a = (1, 2, 3)$ and $b = (4, 5, 6)$"#),
    Twins(
      #"a \times b = (-3, 6, -3)"#, #"a \times b = (-3, 6, 3)"#,
      given: #"$a = (1, 2, 3)$ and $b = (4, 5, 6)$"#),
    Twins(
      #"\mathbf{a}^\top \mathbf{b} = 11"#, #"\mathbf{a}^\top \mathbf{b} = 10"#,
      given:
        #"$\mathbf{a} = \begin{bmatrix} 1 \\ 2 \end{bmatrix}$ and $\mathbf{b} = \begin{bmatrix} 3 \\ 4 \end{bmatrix}$"#
    ),
    Twins(
      #"\mathbf{a} \cdot \mathbf{b} = 11"#, #"\mathbf{a} \cdot \mathbf{b} = 10"#,
      given:
        #"$\mathbf{a} = \begin{bmatrix} 1 \\ 2 \end{bmatrix}$ and $\mathbf{b} = \begin{bmatrix} 3 \\ 4 \end{bmatrix}$"#
    ),
    Twins(
      #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix} = \begin{pmatrix} 2 & 1 \\ 4 & 3 \end{pmatrix}"#,
      #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix} = \begin{pmatrix} 2 & 1 \\ 3 & 4 \end{pmatrix}"#
    ),
    Twins(
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix} = \begin{pmatrix} ax + by \\ cx + dy \end{pmatrix}"#,
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix} = \begin{pmatrix} ax + cy \\ bx + dy \end{pmatrix}"#
    ),
    Twins(
      #"\det \begin{pmatrix} a & b \\ c & d \end{pmatrix} = ad - bc"#,
      #"\det \begin{pmatrix} a & b \\ c & d \end{pmatrix} = ad + bc"#),
    Twins(
      #"\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix} = -2"#,
      #"\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix} = 10"#),
    Twins(
      #"\operatorname{tr} \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} = 5"#,
      #"\operatorname{tr} \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} = 6"#),
    Twins(
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1} = \frac{1}{ad - bc} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}"#,
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1} = \frac{1}{ad - bc} \begin{pmatrix} a & -b \\ -c & d \end{pmatrix}"#
    ),
    Twins(
      #"A^\top = \begin{bmatrix} 1 & 3 \\ 2 & 4 \end{bmatrix}"#,
      #"A^\top = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#,
      given: #"$A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$"#),
    Twins(
      #"A x = \begin{bmatrix} 5 \\ 11 \end{bmatrix}"#, #"A x = \begin{bmatrix} 5 \\ 10 \end{bmatrix}"#,
      given:
        #"$A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$ and $x = \begin{bmatrix} 1 \\ 2 \end{bmatrix}$"#),
    Twins(#"\det(A) = -2"#, #"\det(A) = 2"#, given: #"$A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$"#),
    Twins(#"|A| = -2"#, #"|A| = 2"#, given: #"$A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$"#),
    Twins(
      #"A^2 = \begin{bmatrix} 7 & 10 \\ 15 & 22 \end{bmatrix}"#,
      #"A^2 = \begin{bmatrix} 1 & 4 \\ 9 & 16 \end{bmatrix}"#,
      given: #"$A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$"#),
    Twins(#"\|x\|_2 = 5"#, #"\|x\|_2 = 25"#, given: #"$x = (3, 4)^T$"#),
    Twins(#"\|x\|_1 = 7"#, #"\|x\|_1 = -1"#, given: #"$x = (3, -4)$"#),
    Twins(#"\|x\|_\infty = 4"#, #"\|x\|_\infty = 3"#, given: #"$x = (3, -4)$"#),
    Twins(
      #"\left[\begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array}\right] \left[\begin{array}{c} 1 \\ 1 \end{array}\right] = \left[\begin{array}{c} 3 \\ 7 \end{array}\right]"#,
      #"\left[\begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array}\right] \left[\begin{array}{c} 1 \\ 1 \end{array}\right] = \left[\begin{array}{c} 3 \\ 6 \end{array}\right]"#
    ),
    Twins(
      #"a a^T = \begin{bmatrix} 1 & 2 \\ 2 & 4 \end{bmatrix}"#,
      #"a a^T = \begin{bmatrix} 1 & 2 \\ 2 & 2 \end{bmatrix}"#,
      given: #"$a = \begin{bmatrix} 1 \\ 2 \end{bmatrix}$"#),
    Twins(
      #"\operatorname{rank}(A) = 1"#, #"\operatorname{rank}(A) = 2"#,
      given: #"$A = \begin{bmatrix} 1 & 2 \\ 2 & 4 \end{bmatrix}$"#),
    Twins(
      #"x^T A x = 14"#, #"x^T A x = 12"#,
      given:
        #"$A = \begin{bmatrix} 2 & 0 \\ 0 & 3 \end{bmatrix}$ and $x = \begin{bmatrix} 1 \\ 2 \end{bmatrix}$"#),
    Twins(
      #"\begin{bmatrix} 1 & 2 & 3 \end{bmatrix} \begin{bmatrix} 4 \\ 5 \\ 6 \end{bmatrix} = 32"#,
      #"\begin{bmatrix} 1 & 2 & 3 \end{bmatrix} \begin{bmatrix} 4 \\ 5 \\ 6 \end{bmatrix} = 31"#),
    Twins(#"\langle (1, 2), (3, 4) \rangle = 11"#, #"\langle (1, 2), (3, 4) \rangle = 10"#),
    Twins(
      #"A x = \begin{bmatrix} 5 \\ 11 \end{bmatrix}"#, #"A x = \begin{bmatrix} 5 \\ 11 \\ 3 \end{bmatrix}"#,
      given:
        #"$A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$ and $x = \begin{bmatrix} 1 \\ 2 \end{bmatrix}$"#),
  ]

  static let probability: [Twins] = [
    Twins(#"\operatorname{Var}(X) = E[X^2] - E[X]^2"#, #"\operatorname{Var}(X) = E[X^2] + E[X]^2"#),
    Twins(#"E[aX + b] = aE[X] + b"#, #"E[aX + b] = aE[X]"#),
    Twins(#"E[2X + 1] = 2E[X] + 1"#, #"E[2X + 1] = 2E[X]"#),
    Twins(#"\text{Var}(aX) = a^2\text{Var}(X)"#, #"\text{Var}(aX) = a^3\text{Var}(X)"#),
    Twins(#"\text{Var}(aX + b) = a^2\text{Var}(X)"#, #"\text{Var}(aX + b) = a^2\text{Var}(X) + b"#),
    Twins(
      #"\textrm{Var}(X+Y) = \textrm{Var}(X) + \textrm{Var}(Y) + 2\textrm{Cov}(X, Y)"#,
      #"\textrm{Var}(X+Y) = \textrm{Var}(X) + \textrm{Var}(Y) + 3\textrm{Cov}(X, Y)"#),
    Twins(
      #"\text{Cov}(X, Y) = \mathbb{E}[XY] - \mathbb{E}[X] \mathbb{E}[Y]"#,
      #"\text{Cov}(X, Y) = \mathbb{E}[XY] + \mathbb{E}[X] \mathbb{E}[Y]"#),
    Twins(#"P(A \cup B) = P(A) + P(B) - P(A \cap B)"#, #"P(A \cup B) = P(A) + P(B) + P(A \cap B)"#),
    Twins(#"P(A^c) = 1 - P(A)"#, #"P(A^c) = 1 + P(A)"#),
    Twins(#"P(\bar{A}) = 1 - P(A)"#, #"P(\bar{A}) = 2 - P(A)"#),
    Twins(#"P(A \mid B) = \frac{P(A \cap B)}{P(B)}"#, #"P(A \mid B) = \frac{P(A \cap B)}{P(A)}"#),
    Twins(#"E[(X - \mu)^2] = E[X^2] - (E[X])^2"#, #"E[(X - \mu)^2] = E[X^2] - (E[X])^4"#),
    Twins(#"\operatorname{Var}(X) \ge 0"#, #"\operatorname{Var}(X) \le 0"#),
    Twins(#"P(A \mid B) \le 1"#, #"P(A \mid B) \ge 1"#),
    Twins(#"E[X + Y] = E[X] + E[Y]"#, #"E[X + Y] = E[X] - E[Y]"#),
    Twins(#"E(aX + bY) = aE(X) + bE(Y)"#, #"E(aX + bY) = aE(X) - bE(Y)"#),
    Twins(#"P(+) = 0.9 \cdot 0.1 = 0.09"#, #"P(+) = 0.9 \cdot 0.1 = 0.9"#),
  ]

  static let identities: [Twins] = [
    Twins(#"\int x^2 \, dx = \frac{x^3}{3} + C"#, #"\int x^2 \, dx = \frac{x^3}{2} + C"#),
    Twins(#"\int \mathbf{csc}^2 x \, dx = -\cot x + C"#, #"\int \mathbf{csc}^2 x \, dx = \cot x + C"#),
    Twins(#"\int \frac{1}{x} dx = \ln |x| + C"#, #"\int \frac{1}{x} dx = \ln x^2 + C"#),
    Twins(
      #"\int \frac{1}{a^2+x^2} \, dx = \frac{1}{a}\arctan\frac{x}{a} + C"#,
      #"\int \frac{1}{a^2+x^2} \, dx = \frac{2}{a}\arctan\frac{x}{a} + C"#),
    Twins(#"\int x e^x dx = x e^x - \int e^x dx"#, #"\int x e^x dx = x e^x + \int e^x dx"#),
    Twins(#"\int \sin(x)\cos(x)\ dx = \frac{1}{2} \sin^2(x)"#, #"\int \sin(x)\cos(x)\ dx = \sin^2(x)"#),
    Twins(
      #"\int_0^{\pi/2} \cos x \, dx = [\sin x]_0^{\pi/2}"#,
      #"\int_0^{\pi/3} \cos x \, dx = [\sin x]_0^{\pi/2}"#),
    Twins(
      #"\left[\tfrac{1}{2}t^2 + t\right]_{t=0}^{t=x} = \tfrac{1}{2}x^2 + x"#,
      #"\left[\tfrac{1}{2}t^2 + t\right]_{t=0}^{t=x} = \tfrac{1}{2}x + x"#),
    Twins(
      #"\int_0^x t e^{-t} dt = 1 + \bigl[-te^{-t}\bigr]_{0}^{x} - e^{-x}"#,
      #"\int_0^x t e^{-t} dt = \bigl[-te^{-t}\bigr]_{0}^{x} - e^{-x}"#),
    Twins(
      #"\sum_{k=1}^{\infty} 4^k = 4 + 16 + 64 + \dots"#, #"\sum_{k=1}^{\infty} 4^k = 4 + 18 + 64 + \dots"#),
    Twins(#"\frac{1}{1+r} = 1 - r + r^2 - r^3 + \cdots"#, #"\frac{1}{1+r} = 1 - r + r^2 - r^4 + \cdots"#),
    Twins(#"e^x = 1 + x + \frac{x^2}{2!} + \cdots"#, #"e^x = 1 + x + \frac{x^2}{3!} + \cdots"#),
    Twins(
      #"1 + c + c^2 + c^3 + \cdots + c^T = \frac{1 - c^{T+1}}{1-c}"#,
      #"1 + c + c^2 + c^3 + \cdots + c^T = \frac{1 - c^{T+1}}{2-c}"#),
    Twins(#"x^3 - 8 = (x-2)(x^2 + 2x + 4)"#, #"x^3 - 8 = (x-2)(x^2 - 2x + 4)"#, given: #"$x = 2$"#),
    Twins(
      #"\nabla f(\mathbf{x}) = [2x_1, 4x_2]^\top"#, #"\nabla f(\mathbf{x}) = [2x_1, 6x_2]^\top"#,
      given: #"$f(\mathbf{x}) = x_1^2 + 2x_2^2$"#),
    Twins(
      #"\frac{1}{12}(x^2 - 5x + 6) = \frac{x^2}{12} - \frac{5x}{12} + \frac{1}{2}"#,
      #"\frac{1}{12}(x^2 - 5x + 6) = \frac{x^2}{12} - \frac{7x}{12} + \frac{1}{2}"#),
    Twins(#"(\sin(\omega t))' = \omega\cos(\omega t)"#, #"(\sin(\omega t))' = \omega\sin(\omega t)"#),
    Twins(#"e^x = 1 + x + \frac{x^2}{2} + O(x^3)"#, #"e^x = 1 + x + \frac{x^2}{3} + O(x^3)"#),
    Twins(#"\sqrt{1 + x} \approx 1 + \frac{x}{2}"#, #"\sqrt{1 + x} \approx 1 + \frac{x}{3}"#),
    Twins(#"1 + x \le e^x"#, #"1 + x \ge e^x"#),
    Twins(#"\frac{a + b}{2} \ge \sqrt{ab}"#, #"\frac{a + b}{2} \le \sqrt{ab}"#),
    Twins(#"\sin 2x = 2 \sin x \cos x"#, #"\sin 2x = \sin x \cos x"#),
    Twins(#"\tanh(2x) = \frac{2\tanh x}{1 + \tanh^2 x}"#, #"\tanh(2x) = \frac{\tanh x}{1 + \tanh^2 x}"#),
    Twins(#"\ln(ab) = \ln a + \ln b"#, #"\ln(a + b) = \ln a + \ln b"#),
    Twins(#"x^2 + 4x + 1 = (x + 2)^2 - 3"#, #"x^2 + 4x + 1 = (x + 2)^2 - 4"#),
    Twins(#"\log_2 8 = 3"#, #"\log_2 8 = 4"#),
    Twins(
      #"1.38 \cdot 10^{-23} T = 1.38 \cdot 10^{-23} T + 0 T"#, #"1.38 \cdot 10^{-23} T = 9 \cdot 10^{-23} T"#),
    Twins(#"\norm{x + y} \le \norm{x} + \norm{y}"#, #"\norm{x + y} \ge \norm{x} + \norm{y}"#),
    Twins(#"\|A B\| \le \|A\| \|B\|"#, #"\|A B\| \ge \|A\| \|B\|"#),
    Twins(#"a b \ge -|ab|"#, #"a b \ge 1 + |ab|"#),
  ]
}

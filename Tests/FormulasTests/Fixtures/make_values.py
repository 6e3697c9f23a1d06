"""Writes values of formulas, computed with mpmath from Python expressions written by hand beside the LaTeX.

Run: python3 make_values.py > ../ValueTable.swift
"""
from mpmath import mp, mpf, sqrt, exp, log, sin, cos, tan, tanh, sinh, cosh, pi, e, binomial, factorial, floor, ceil, atan, asin, acos

mp.dps = 30

GIVEN = r"a = 1.5, b = -0.7, c = 2.25, x = 0.8, y = 1.7, z = -1.2, w = 0.6, t = 3, n = 4, m = 3, k = 2, " \
    r"\eta = 0.01, \beta = 0.9, \beta_1 = 0.9, \beta_2 = 0.999, \epsilon = 0.001, \gamma = 0.95, \lambda = 0.1, " \
    r"\mu = 0.3, \sigma = 0.5, g = [0.1, -0.2, 0.3], v = [0.04, 0.09, 0.25], \theta = [1, 2, -1], " \
    r"u = [2, -3, 6], g_t = 0.4, v_{t-1} = 0.09, m_{t-1} = 0.2, \theta_t = 1.25, A = [[1, 2], [3, 4]], " \
    r"p = [0.2, 0.3, 0.5], q = [0.25, 0.25, 0.5], T = 10"
a, b, c, x, y, z, w, t, n, m, k = map(mpf, ["1.5", "-0.7", "2.25", "0.8", "1.7", "-1.2", "0.6", "3", "4", "3", "2"])
eta, beta, b1, b2, eps, gamma, lam, mu, sigma = map(
    mpf, ["0.01", "0.9", "0.9", "0.999", "0.001", "0.95", "0.1", "0.3", "0.5"])
g = [mpf(s) for s in ("0.1", "-0.2", "0.3")]
v = [mpf(s) for s in ("0.04", "0.09", "0.25")]
th = [mpf(s) for s in ("1", "2", "-1")]
u = [mpf(s) for s in ("2", "-3", "6")]
p = [mpf(s) for s in ("0.2", "0.3", "0.5")]
q = [mpf(s) for s in ("0.25", "0.25", "0.5")]
gt, v0, m0, tht, T = mpf("0.4"), mpf("0.09"), mpf("0.2"), mpf("1.25"), mpf(10)
mt, vt = b1 * m0 + (1 - b1) * gt, b2 * v0 + (1 - b2) * gt**2

ROWS = [
    (r"a + b", a + b), (r"a - b - c", a - b - c), (r"-a^2", -a**2), (r"(-a)^2", a**2), (r"2ab", 2 * a * b),
    (r"a(b+c)", a * (b + c)), (r"\frac{a+b}{c}", (a + b) / c), (r"a/b/c", a / b / c), (r"a/b \cdot c", a / b * c),
    (r"\frac12 a", a / 2), (r"\frac{1}{2}\,x^2 y", x**2 * y / 2), (r"x^{-2}", x**-2), (r"2^{-n}", mpf(2)**-n),
    (r"x^{1/2}", sqrt(x)), (r"\sqrt{x + y}", sqrt(x + y)), (r"\sqrt[3]{y}", y**(mpf(1) / 3)), (r"\sqrt 2", sqrt(mpf(2))),
    (r"\sqrt{\frac{a}{c}}", sqrt(a / c)), (r"e^{-x}", exp(-x)), (r"e^{-\lambda t}", exp(-lam * t)), (r"\exp(-x^2)", exp(-x**2)),
    (r"\exp\left(-\frac{x^2}{2\sigma^2}\right)", exp(-x**2 / (2 * sigma**2))), (r"\ln x", log(x)), (r"\log(xy)", log(x * y)),
    (r"\log x y", log(x * y)), (r"\log_2 8", mpf(3)), (r"\log_{10} y", log(y, 10)), (r"\ln(1+x)^2", log(1 + x)**2),
    (r"\sin x + \cos y", sin(x) + cos(y)), (r"\sin^2 x + \cos^2 x", mpf(1)), (r"\sin 2x", sin(2 * x)), (r"\tan(x/2)", tan(x / 2)),
    (r"\tanh(z)", tanh(z)), (r"\tanh^2 z", tanh(z)**2), (r"\frac{e^z - e^{-z}}{e^z + e^{-z}}", tanh(z)), (r"\sinh x \cosh y", sinh(x) * cosh(y)),
    (r"\arctan x", atan(x)), (r"\sin^{-1} x", asin(x)), (r"\arccos x", acos(x)), (r"2\pi x", 2 * pi * x),
    (r"\sigma(z)", 1 / (1 + exp(-z))), (r"\sigma(z)(1-\sigma(z))", exp(-z) / (1 + exp(-z))**2), (r"\sigma'(z)", exp(-z) / (1 + exp(-z))**2),
    (r"\text{sigmoid}(x)", 1 / (1 + exp(-x))), (r"\operatorname{ReLU}(z)", mpf(0)), (r"\max(0, x)", x), (r"\max(0, z)", mpf(0)),
    (r"\min\{a, b, c\}", b), (r"\max(a, b, c)", c), (r"|z|", abs(z)), (r"|z|^2", z**2), (r"|a||b|", abs(a * b)), (r"\operatorname{sign}(z)", mpf(-1)),
    (r"\lfloor n/3 \rfloor", mpf(1)), (r"\lceil n/3 \rceil", mpf(2)), (r"n!", mpf(24)), (r"\frac{n!}{k!(n-k)!}", mpf(6)), (r"\binom{n}{k}", mpf(6)),
    (r"\sum_{i=1}^{n} i", mpf(10)), (r"\sum_{i=1}^{n} i^2", mpf(30)), (r"\prod_{i=1}^{4} i", mpf(24)), (r"\sum_{i=1}^{m} g_i", sum(g)),
    (r"\sum_{i=1}^{m} g_i u_i", sum(i * j for i, j in zip(g, u))), (r"\frac{1}{m}\sum_{i=1}^{m} (\theta_i - u_i)^2", sum((i - j)**2 for i, j in zip(th, u)) / 3),
    (r"\sum_i g_i^2", sum(i**2 for i in g)), (r"\sum_{i=0}^{3} \gamma^i", sum(gamma**i for i in range(4))), (r"\frac{1-\gamma^4}{1-\gamma}", (1 - gamma**4) / (1 - gamma)),
    (r"\sum_{i=1}^{2}\sum_{j=1}^{2} A_{ij}", mpf(10)), (r"\prod_{i=1}^m (1 + g_i)", (1 + g[0]) * (1 + g[1]) * (1 + g[2])),
    (r"\|u\|", mpf(7)), (r"\|u\|_2^2", mpf(49)), (r"\|u\|_1", mpf(11)), (r"\|u\|_\infty", mpf(6)), (r"\lVert g \rVert^2", sum(i**2 for i in g)),
    (r"\|u\|_3", (mpf(8) + 27 + 216)**(mpf(1) / 3)), (r"\|A\|_F", sqrt(mpf(30))), (r"\det A", mpf(-2)), (r"u^\top \theta", mpf(2) - 6 - 6), (r"\langle u, \theta \rangle", mpf(-10)),
    (r"u^T u", mpf(49)), (r"\max_i u_i", mpf(6)), (r"\operatorname{tr}(A)", mpf(5)),
    (r"g + 1", [i + 1 for i in g]), (r"2g", [2 * i for i in g]), (r"g \odot u", [i * j for i, j in zip(g, u)]), (r"g \cdot u", [i * j for i, j in zip(g, u)]),
    (r"g^2", [i**2 for i in g]), (r"\sqrt{v}", [sqrt(i) for i in v]), (r"\frac{g}{\sqrt{v} + \epsilon}", [i / (sqrt(j) + eps) for i, j in zip(g, v)]),
    (r"\frac{g}{\sqrt{v + \epsilon}}", [i / sqrt(j + eps) for i, j in zip(g, v)]), (r"\theta - \eta g", [i - eta * j for i, j in zip(th, g)]),
    (r"\theta - \frac{\eta}{\sqrt{v} + \epsilon} g", [i - eta * j / (sqrt(l) + eps) for i, j, l in zip(th, g, v)]),
    (r"\beta v + (1-\beta) g^2", [beta * i + (1 - beta) * j**2 for i, j in zip(v, g)]), (r"|g|", [abs(i) for i in g]), (r"\max(g, 0)", [max(i, mpf(0)) for i in g]),
    (r"\frac{g}{\|g\|}", [i / sqrt(sum(j**2 for j in g)) for i in g]), (r"\text{softmax}(u)", [exp(i) / sum(exp(j) for j in u) for i in u]),
    (r"\text{softmax}(u)_2", exp(u[1]) / sum(exp(j) for j in u)), (r"A [1, 1]", [mpf(3), mpf(7)]), (r"A^\top [1, 1]", [mpf(4), mpf(6)]), (r"A^{-1} [3, 7]", [mpf(1), mpf(1)]),
    (r"-\sum_{i=1}^{3} p_i \log q_i", -sum(i * log(j) for i, j in zip(p, q))), (r"\sum_i p_i \log\frac{p_i}{q_i}", sum(i * log(i / j) for i, j in zip(p, q))),
    (r"-[x \log w + (1-x)\log(1-w)]", -(x * log(w) + (1 - x) * log(1 - w))), (r"\log(1 + e^{x})", log(1 + exp(x))),
    (r"\beta_1 m_{t-1} + (1-\beta_1) g_t", mt), (r"\beta_2 v_{t-1} + (1-\beta_2) g_t^2", vt),
    (r"\frac{\beta_1 m_{t-1} + (1-\beta_1) g_t}{1-\beta_1^t}", mt / (1 - b1**3)),
    (r"\theta_t - \frac{\eta}{\sqrt{\beta_2 v_{t-1} + (1-\beta_2) g_t^2} + \epsilon} g_t", tht - eta * gt / (sqrt(vt) + eps)),
    (r"\theta_t - \eta \frac{g_t}{\sqrt{v_{t-1} + \epsilon}}", tht - eta * gt / sqrt(v0 + eps)), (r"\eta \frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t}", eta * sqrt(1 - b2**3) / (1 - b1**3)),
    (r"\theta_t(1 - \eta\lambda)", tht * (1 - eta * lam)), (r"\frac{\eta}{1 + \lambda t}", eta / (1 + lam * 3)), (r"\eta \cdot \gamma^{\lfloor t/2 \rfloor}", eta * gamma),
    (r"\eta e^{-\lambda t}", eta * exp(-lam * 3)), (r"\frac{\eta}{2}\left(1 + \cos\frac{\pi t}{T}\right)", eta / 2 * (1 + cos(pi * 3 / 10))), (r"\eta / \sqrt{t}", eta / sqrt(mpf(3))),
    (r"\frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}}", exp(-(x - mu)**2 / (2 * sigma**2)) / (sqrt(2 * pi) * sigma)),
    (r"\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}", x), (r"\begin{cases} \frac12 z^2 & |z| \le 1 \\ |z| - \frac12 & |z| > 1 \end{cases}", abs(z) - mpf("0.5")),
    (r"\begin{bmatrix} 1 & 2 \end{bmatrix} \begin{bmatrix} 3 \\ 4 \end{bmatrix}", mpf(11)), (r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \begin{bmatrix} x \\ y \end{bmatrix}", [x + 2 * y, 3 * x + 4 * y]),
    (r"(1 - 0.9) \cdot [0.1, 0.1] + 0.9 \cdot [0.01, 0.04]", [mpf("0.019"), mpf("0.046")]), (r"[1, 2] - \frac{0.01}{\sqrt{[0.019, 0.046]} + 0.01} \cdot [0.1, 0.2]",
      [1 - mpf("0.001") / (sqrt(mpf("0.019")) + mpf("0.01")), 2 - mpf("0.002") / (sqrt(mpf("0.046")) + mpf("0.01"))]),
    (r"3 \times 10^{-4}", mpf("0.0003")), (r"1.5e-3 + 1", mpf("1.0015")), (r"50\% \cdot c", c / 2), (r"1{,}000 x", 1000 * x),
    (r"\frac{d}{dx}(x^3 + 2x)", 3 * x**2 + 2), (r"\frac{\partial}{\partial w}(wx - y)^2", 2 * (w * x - y) * x), (r"\frac{d}{dx} e^{-x^2}", -2 * x * exp(-x**2)),
    (r"\frac{d^2}{dx^2} x^4", 12 * x**2), (r"\frac{\partial^2}{\partial x \partial y} (x^2 y^3)", 6 * x * y**2), (r"\frac{d}{dx}\tanh(x)", 1 - tanh(x)**2),
    (r"\frac{d}{dx}\sqrt{x}", 1 / (2 * sqrt(x))), (r"\frac{d}{dx} \frac{1}{1+e^{-x}}", exp(-x) / (1 + exp(-x))**2), (r"\frac{d}{dx} x^x", x**x * (log(x) + 1)),
    (r"\nabla_\theta \|\theta\|^2", [2 * i for i in th]), (r"\nabla_\theta (u^\top \theta)", u), (r"\nabla_v \sum_{i=1}^3 \log v_i", [1 / i for i in v]),
    (r"\frac{\partial}{\partial \theta} \frac{1}{2}\|\theta - u\|^2", [i - j for i, j in zip(th, u)]),
]


def text(value):
    values = value if isinstance(value, list) else [value]
    return " ".join(mp.nstr(mpf(item), 17) for item in values)


print("// Written by Fixtures/make_values.py with mpmath; do not edit.")
print("")
print("/// Formulas with their values, `LaTeX ⇒ numbers`, for the quantities in `valueTableGiven`.")
print('let valueTable = #"""')
for latex, value in ROWS:
    print(f"  {latex} ⇒ {text(value)}")
print('  """#')
print("")
print("/// The given values of the formulas in `valueTable`.")
print('let valueTableGiven = #"""')
parts, depth, part = [], 0, ""
for ch in GIVEN:
    depth += (ch == "[") - (ch == "]")
    if ch == "," and depth == 0:
        parts.append(part.strip()); part = ""
    else:
        part += ch
parts.append(part.strip())
for item in parts:
    print(f"  {item};")
print('  """#')

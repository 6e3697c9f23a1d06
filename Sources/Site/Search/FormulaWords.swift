/// A formula as words for a search: `\sqrt{v} + \text{momentum}` → `√v + momentum`.
enum FormulaWords {
  static func text(of latex: String) -> String {
    let spelled = latex.replacing(
      /\\(text|mathrm|mathbf|operatorname|hat|bar|tilde|left|right|frac|dfrac|,|;|!|quad)(?![A-Za-z])/
    ) {
      _ in " "
    }
    .replacing(/\\([A-Za-z]+)/) { symbols[String($0.1)] ?? String($0.1) }
    return spelled.filter { !"{}\\".contains($0) }.split(separator: " ").joined(separator: " ")
  }

  private static let symbols = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η",
    "theta": "θ", "lambda": "λ", "mu": "μ", "nu": "ν", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "phi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Theta": "Θ", "Omega": "Ω",
    "nabla": "∇",
    "partial": "∂", "sum": "∑", "prod": "∏", "sqrt": "√", "cdot": "·", "times": "×", "odot": "⊙", "le": "≤",
    "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "infty": "∞", "to": "→",
    "in": "∈", "pm": "±",
    "ldots": "…", "dots": "…",
  ]
}

/// Converts a formula to words for the search: `\sqrt{v} + \text{momentum}` → `√v + momentum`.
enum FormulaWords {
  static func text(of latex: String) -> String {
    var words = ""
    var rest = latex[...]
    while let slash = rest.firstIndex(of: "\\") {
      words += rest[..<slash]
      rest = rest[rest.index(after: slash)...]
      let command = rest.prefix { $0.isASCII && $0.isLetter }
      if command.isEmpty {
        // The command is a space such as `\,`, the end of a row, or an escaped sign such as `\%`.
        if let sign = rest.first, ",;:! \\".contains(sign) {
          words += " "
          rest.removeFirst()
        }
      } else if command == "begin" || command == "end" {
        rest = rest.drop { $0 != "}" }.dropFirst()
        words += " "
      } else {
        words += layout.contains(command) ? " " : symbols[String(command)] ?? String(command)
        rest = rest[command.endIndex...]
      }
    }
    words += rest
    return words.filter { !"{}&".contains($0) }.split(separator: " ").joined(separator: " ")
  }

  /// Commands that only affect the layout. The text has a space in their place.
  private static let layout: Set<Substring> = [
    "text", "mathrm", "mathbf", "operatorname", "hat", "bar", "tilde", "left", "right", "frac", "dfrac",
    "quad", "qquad",
  ]

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

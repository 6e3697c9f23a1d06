/// The commands that the settings of MathJax or KaTeX give to formulas.
enum MathJaxSettings {
  /// The macros in a script such as `window.MathJax = {tex: {macros: {R: "\\mathbb{R}", abs: ["|#1|", 1]}}}`, and the
  /// commands of the package `physics` if the script loads it.
  static func macros(inScript text: String) -> [String: String] {
    var macros = text.contains(/['"\/\]]physics\b/) ? physics : [:]
    guard let start = text.firstMatch(of: /\bmacros['"]?\s*:\s*\{/) else { return macros }
    let block = text[start.range.upperBound...]
    for match in block.prefixMatch(of: /(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*/)?.0.matches(
      of: /['"]?\\{0,2}([A-Za-z]+)['"]?\s*:\s*\[?\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/) ?? []
    {
      macros[String(match.1)] = String(match.2 ?? match.3 ?? "").replacing("\\\\", with: "\\")
    }
    return macros
  }

  private static let physics = [
    "qty": "", "eval": #"\left.#1\right|"#, "dd": #"\mathrm{d}"#, "vb": #"\mathbf{#1}"#,
    "va": #"\vec{\mathbf{#1}}"#,
    "vu": #"\hat{\mathbf{#1}}"#, "abs": #"\left|#1\right|"#, "norm": #"\left\|#1\right\|"#,
    "dv": #"\frac{\mathrm{d}#1}{\mathrm{d}#2}"#, "pdv": #"\frac{\partial #1}{\partial #2}"#,
    "grad": #"\nabla"#,
    "curl": #"\nabla\times"#, "laplacian": #"\nabla^2"#, "tr": #"\operatorname{tr}"#,
    "Tr": #"\operatorname{Tr}"#,
    "rank": #"\operatorname{rank}"#, "expval": #"\langle #1\rangle"#, "ev": #"\langle #1\rangle"#,
    "order": #"\mathcal{O}\left(#1\right)"#, "comm": #"\left[#1, #2\right]"#, "cross": #"\times"#,
    "vdot": #"\cdot"#,
  ]
}

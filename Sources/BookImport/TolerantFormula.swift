import Foundation

/// Forms of LaTeX that MathJax sets and KaTeX refuses, in a form that both set.
enum TolerantFormula {
  /// `x_\max` → `x_{\max}`, `\text{a_b}` → `\text{a\_b}`, `\Big{|}` → `\Big|`, `\!_x` → `\!{}_x`; a backslash at the end is a space.
  static func settable(_ latex: String) -> String {
    guard latex.contains("\\") else { return latex }
    var latex = latex
    if hasCommandAsIndex(latex) {
      latex = latex.replacing(Self.operatorAsIndex) { "\($0.1){\($0.2)}" }
      latex = latex.replacing(Self.accentAsIndex) { "\($0.1){\($0.2)}" }
    }
    if latex.contains("\\displaylines") {
      latex = latex.replacing(/(?s)\\displaylines\s*\{(.*)\}/) { "\\begin{gathered}\($0.1)\\end{gathered}" }
    }
    // Some authors escape a star for Markdown.
    if latex.contains("\\*") { latex = latex.replacing(/(^|[^\\])\\\*/) { $0.1 + "*" } }
    // KaTeX sets no index of a space.
    if ["\\!", "\\,", "\\:", "\\;"].contains(where: latex.contains) {
      latex = latex.replacing(/\\[!,:;]\s*(?=[_^])/) { $0.0 + "{}" }
    }
    if latex.contains("\\text") {
      latex = latex.replacing(/\\text(?:rm|bf|it|tt|sf|normal)?\{[^{}$]*\}/) { match in
        String(match.0).replacing(/(\\?)_/) { $0.1.isEmpty ? "\\_" : String($0.0) }
      }
    }
    if latex.contains("\\big") || latex.contains("\\Big") {
      latex = latex.replacing(
        /(\\(?:big|Big|bigg|Bigg)[lrm]?)\{\s*(\\[|{}]|[|()\[\]\/.]|\\[lr]?[vV]ert|\\[lr]angle)\s*\}/
      ) {
        "\($0.1)\($0.2)"
      }
    }
    if latex.trimmingSpaces.hasSuffix("\\"), let end = latex.firstMatch(of: /[^\\](\\\\)*\\\s*$/) {
      latex = String(latex[..<end.range.upperBound]).replacing(/\\\s*$/, with: "")
    }
    return latex
  }

  private static func hasCommandAsIndex(_ latex: String) -> Bool {
    var isIndex = false
    for character in latex where !character.isWhitespace {
      if isIndex, character == "\\" { return true }
      isIndex = character == "_" || character == "^"
    }
    return false
  }

  private static var operatorAsIndex: Regex<(Substring, Substring, Substring)> {
    #/([_^])\s*(\\(?:max|min|sup|inf|lim|limsup|liminf|log|ln|lg|exp|sin|cos|tan|det|dim|ker|arg|Pr|gcd|deg|sum|prod|int|operatorname\*?\{[^{}]*\})(?![A-Za-z]))/#
  }

  private static var accentAsIndex: Regex<(Substring, Substring, Substring)> {
    #/([_^])\s*(\\(?:hat|bar|tilde|vec|dot|ddot|widehat|widetilde|overline|underline|sqrt|boldsymbol)\{[^{}]*\})/#
  }

  /// A formula whose signs of alignment stand outside of all environments, as Sphinx allows, in an environment; others
  /// unchanged. A formula between further dollar signs loses them.
  static func aligned(_ latex: String) -> String {
    let trimmed = latex.trimmingCharacters(in: .whitespacesAndNewlines)
    if let inner = trimmed.wholeMatch(of: /\$([^$]+)\$/) { return aligned(String(inner.1)) }
    guard latex.contains("&") else { return latex }
    var outer = latex.replacing(/\\[&{}]/, with: "")
    var previous = ""
    while outer != previous {
      previous = outer
      outer = outer.replacing(/\{[^{}]*\}/, with: "¦")
    }
    var depth = 0
    var isOutside = false
    for match in outer.matches(of: /\\begin|\\end|&/) {
      switch match.0 {
      case "\\begin": depth += 1
      case "\\end": depth -= 1
      default: isOutside = isOutside || depth <= 0
      }
    }
    return isOutside ? "\\begin{aligned}\n\(trimmed)\n\\end{aligned}" : latex
  }
}

extension ChapterTranslator {
  /// A formula in a form that both KaTeX and the judge can read.
  func formula(_ latex: String) -> String {
    var latex = latex
    if latex.contains("\\label") || latex.contains("\\no") {
      latex = latex.replacing(/\\(?:label|nonumber|notag)(?:\{[^}]*\})?/, with: "")
    }
    if latex.contains("\\eqref") {
      latex = latex.replacing(/\\eqref\{([^}]*)\}/) { "\\text{(\($0.1))}" }
    }
    if latex.contains("\\mbox") {
      latex = latex.replacing(/\\mbox\b/, with: "\\text")
    }
    let lines = latex.replacing("\\\\_", with: "_").split(separator: "\n", omittingEmptySubsequences: false)
    return TolerantFormula.settable(lines.map(\.withoutSpacesAtEnd).joined(separator: "\n"))
  }
}

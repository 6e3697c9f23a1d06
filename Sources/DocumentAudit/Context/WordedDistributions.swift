import Formulas

extension DocumentReading {
  /// The distribution that the words behind the letter of a random variable give it: "Let $X$ be uniform on $[0, 6]$",
  /// "$X$ is normal with mean $5$ and variance $4$", 服从参数为 $3$ 的泊松分布.
  func wordedDistribution(at index: Int) -> (variable: MathSymbol, distribution: NamedDistribution)? {
    guard index > 0, case .text(let first, _) = pieces[index], case .math(let span) = pieces[index - 1],
      !span.isDisplay, case .success(let formula)? = formulas[index - 1], formula.statements.count == 1,
      formula.statements[0].relations.isEmpty,
      case .symbol(let variable)? = formula.statements[0].sides.first?.expression,
      variable.subscripts.isEmpty, variable.base.count == 1, variable.base.first?.isUppercase ?? false,
      Self.names.contains(where: { first.lowercased().contains($0) }) || first.contains("服从")
    else { return nil }
    let (words, numbers) = sentence(from: index)
    for (pattern, name) in Self.distributions {
      guard let match = words.firstMatch(of: pattern), let (first, second) = parameters(numbers) else {
        continue
      }
      let isDeviation = match.0.contains("deviation") || match.0.contains("标准差")
      let parameters: [MathExpression]
      switch (name, second) {
      case ("N", let second?): parameters = [first, isDeviation ? .power(second, .integer(2)) : second]
      case ("U", let second?): parameters = [first, second]
      case ("Poisson", _), ("Exp", _): parameters = [first]
      default: continue
      }
      let call = MathExpression.application(MathSymbol(name), parameters)
      return NamedDistribution(call)?.withFirstMeaning.map { (variable, $0) }
    }
    return nil
  }

  private static let names = ["uniform", "poisson", "normal", "exponential"]

  private static var distributions: [(Regex<Substring>, String)] {
    [
      (
        /^ ?(?:be|is) (?:a )?(?:random variable )?uniform(?:ly)?(?: distributed)?(?: random variable)? (?:on|over) (?:the interval )?§/,
        "U"
      ),
      (
        /^ ?(?:be|is) (?:a )?poisson(?: distributed)?(?: random)?(?: variable)? with (?:mean|rate|parameter) §/,
        "Poisson"
      ),
      (
        /^ ?(?:be|is) (?:an )?exponential(?:ly)?(?: distributed)?(?: random)?(?: variable)? with (?:rate|parameter) §/,
        "Exp"
      ),
      (
        /^ ?(?:be|is) (?:a )?normal(?:ly)?(?: distributed)?(?: random)?(?: variable)? with mean § and (?:a )?(?:variance|standard deviation) §/,
        "N"
      ),
      (/^ ?服从区间 ?§ ?上的均匀分布/, "U"), (/^ ?服从参数为 ?§ ?的泊松分布/, "Poisson"), (/^ ?服从参数为 ?§ ?的指数分布/, "Exp"),
      (/^ ?服从均值为 ?§ ?[、，和]? ?(?:方差|标准差)为 ?§ ?的正态分布/, "N"),
    ]
  }

  /// The words up to the end of the paragraph with § for each formula, and the formulas.
  private func sentence(from index: Int) -> (words: String, formulas: [Int]) {
    var words = ""
    var found: [Int] = []
    for position in index..<min(pieces.count, index + 6) {
      switch pieces[position] {
      case .text(let text, _): words += text.lowercased().replacing("\n", with: " ")
      case .math(let span) where !span.isDisplay:
        words += "§"
        found.append(position)
      default: return (words, found)
      }
    }
    return (words, found)
  }

  /// The numbers of the first one or two formulas, or the ends of an interval.
  private func parameters(_ places: [Int]) -> (MathExpression, MathExpression?)? {
    guard let place = places.first, case .math(let span) = pieces[place] else { return nil }
    if let ends = span.latex.wholeMatch(of: /\s*[\[(]\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*[\])]\s*/) {
      guard let lower = try? MathExpression(latex: String(ends.1)),
        let upper = try? MathExpression(latex: String(ends.2))
      else { return nil }
      return (lower, upper)
    }
    guard let first = number(place) else { return nil }
    return (first, places.count > 1 ? number(places[1]) : nil)
  }

  /// The number of `5` or `\mu = 5`.
  private func number(_ place: Int) -> MathExpression? {
    guard case .success(let formula)? = formulas[place], formula.statements.count == 1,
      let value = formula.statements[0].sides.last?.expression, value.isWrittenNumber
    else { return nil }
    return value
  }
}

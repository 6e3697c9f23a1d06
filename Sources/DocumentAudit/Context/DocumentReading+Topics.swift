import Formulas

extension DocumentReading {
  /// The terms that this paragraph and the two before it mention up to a formula.
  func topics(at index: Int) -> Set<TextTopic> {
    guard let words = cues[index] else { return [] }
    var topics = Set(
      Self.topicCues.filter { _, cues, opposites in
        cues.contains(where: words.contains) && !opposites.contains(where: words.contains)
      }.map(\.0))
    if topics.contains(.eigenvalues) {
      let sentence = Surroundings(of: index, in: pieces, isDisplay: false).before
      if ["eigenvalue", "特征值", "本征值"].contains(where: { sentence.contains($0) }) {
        topics.insert(.eigenvaluesInSentence)
      }
    }
    return topics
  }

  /// The numbers of a list that the words before it call data: "the sample is $2, 3, 7$".
  func data(at index: Int) -> [MathScalar] {
    guard index > 0, case .success(let formula)? = formulas[index],
      formula.statements.allSatisfy(\.relations.isEmpty), case .text(let text, _) = pieces[index - 1]
    else { return [] }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).suffix(5).joined(separator: " ")
    guard Self.dataCues.contains(where: { words.contains($0) }) else { return [] }
    var numbers: [MathScalar] = []
    for statement in formula.statements {
      guard let side = statement.sides.first else { return [] }
      let items = if case .opaque(_, let items) = side.expression { items } else { [side.expression] }
      for item in items {
        var evaluator = FormulaEvaluator(FormulaEnvironment())
        guard item.isWrittenNumber, case .scalar(let number)? = try? evaluator.value(of: item) else {
          return []
        }
        numbers.append(number)
      }
    }
    return numbers.count >= 3 ? numbers : []
  }

  /// The numbers of a list in a text that calls them data: "The data are 2, 3 and 7."
  static func data(listedIn text: String) -> [MathScalar] {
    guard text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else { return [] }
    let words = text.lowercased()
    guard dataCues.contains(where: { words.contains($0) }),
      let list = words.firstMatch(
        of:
          /(?:data|sample|measurements|observations|scores|数据|样本|观测值|成绩)[a-z ]{0,12}(?:为|是|:|：|are|is)\s*(-?\d+(?:\.\d+)?(?:(?:\s*[,，、]\s*(?:and )?|\s*(?:and|和)\s*)-?\d+(?:\.\d+)?){2,})(?=[.,;，。；]?(?:\s|$|[^\d.,]))/
      )
    else { return [] }
    return list.1.matches(of: /-?\d+(?:\.\d+)?/).compactMap { WrittenDecimal(String($0.0)) }.map {
      MathScalar($0)
    }
  }

  private static let dataCues = [
    "data", "sample", "measurements", "observations", "scores", "数据", "样本", "观测", "成绩",
  ]

  /// Finds all words on which the topics and assumptions rest.
  static let contextCues = WordCues(
    Set((topicCues.map { $0.cues + $0.opposites } + assumptionCues.map { $0.cues + $0.opposites }).joined()))

  private static let topicCues: [(TextTopic, cues: [String], opposites: [String])] = [
    (.hessian, ["hessian", "海森", "海塞", "黑塞"], ["approximat", "近似", "inverse"]),
    (.jacobian, ["jacobian", "雅可比", "雅各比"], ["approximat", "近似", "inverse", "iteration", "迭代"]),
    (.laplacian, ["laplac", "拉普拉斯"], ["transform", "变换"]),
    (
      .eigenvalues, ["eigenvalue", "特征值", "本征值"],
      [
        "singular", "奇异", "inverse", "approximat", "generalized", "广义", "iteration", "suppose", "?", "？",
        "laplac", "adjacency", "covariance", "gram ", "邻接", "协方差",
      ]
    ),
    (
      .extremum,
      [
        "minimum", "minimiz", "minimis", "maximum", "maximiz", "optim", "stationary", "最小", "最大", "极小", "极大",
        "最优", "驻点",
      ],
      [
        "subject to", "constrain", "interval", "boundary", "约束", "区间", "边界", "approximat", "start", "iterat",
        "penalt", "regulari", "惩罚", "正则",
      ]
    ),
    (.interest, ["interest", "annuit", "discount", "inflation", "利率", "利息", "贴现"], []),
    (
      .smallValues, ["for small", "near zero", "near 0", "close to zero", "close to 0", "很小", "较小", "充分小"],
      ["not small", "large"]
    ),
    (.complexNumbers, ["imaginary unit", "complex number", "虚数单位", "复数"], []),
    (
      .solutions, ["solution", "root", "solve", "方程", "解"],
      [
        "iterat", "newton", "approx", "start", "guess", "fixed point", "bisect", "secant", "sequence", "迭代",
        "牛顿",
        "近似", "初", "二分", "数列",
      ]
    ),
    (
      .mean, ["mean", "average", "平均", "均值"],
      ["moving average", "known", "hypothes", "population", "滑动", "总体"]
    ),
    (.deviation, ["standard deviation", "标准差"], ["known", "hypothes", "normal", "population", "总体", "正态"]),
    (
      .differentiation, ["derivative", "differentiat", "求导", "导数"],
      ["equation", "ode", "transform", "coordinate", "方程", "变换", "坐标"]
    ),
    (
      .symmetry, ["symmetric", "对称矩阵", "对称阵"],
      [
        "not symmetric", "nonsymmetric", "non-symmetric", "asymmetric", "antisymmetric", "skew", "反对称",
        "whether",
      ]
    ),
    (
      .approximations, ["approximat", "modif", "regulari", "damp", "quasi", "bfgs", "近似", "修正", "正则"], []
    ),
    (.variance, ["variance", "方差"], ["known", "hypothes", "normal", "population", "总体", "正态"]),
    (
      .positiveDefinite, ["positive definite", "positive-definite", "positive semidefinite", "正定"],
      ["negative", "indefinite", "not positive", "whether", "负定", "不定", "是否"]
    ),
  ]
}

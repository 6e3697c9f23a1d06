import Formulas

/// Facts about the notation of a document that its words reveal.
struct DocumentNotations: Hashable, Sendable {
  /// Whether i, j or z may be complex.
  var speaksOfComplexNumbers = false
  /// Whether capital letters may be matrices or operators.
  var speaksOfOperators = false
  /// Whether vectors or matrices may be orthogonal, symmetric or the like without a formula that says so.
  var hasHypotheses = false
  /// Whether matrices may commute or be diagonal without a formula that says so.
  var mayCommute = false
  /// Whether (a/b) may be the symbol of Legendre.
  var hasQuotientSymbols = false
  /// Whether equalities may hold only in a finite field or modulo a number.
  var speaksOfCongruences = false
  /// Whether events may exclude each other without a formula that says so.
  var hasExclusiveEvents = false
  /// Whether densities without information may be constants that a formula leaves out.
  var hasFlatPriors = false
  /// Whether lists may be homogeneous coordinates, which are equal up to a factor.
  var speaksOfHomogeneousCoordinates = false
  /// Whether A^C may be the complement of an event.
  var speaksOfComplements = false
  /// Whether small whole numbers may be elements of a finite ring, in which 1 + 1 = 0.
  var speaksOfFiniteRings = false
  /// Whether the text defines an operation * of its own.
  var definesStar = false
  /// Whether braces may stand for the fractional part of a number.
  var speaksOfFractionalParts = false
  /// Whether a quantity may have an exact value and an approximate one.
  var speaksOfApproximations = false
  /// Whether × may be the product of vectors in space.
  var speaksOfCrossProducts = false
  /// Whether σ may be the logistic function.
  var speaksOfSigmoid = false
  /// Whether the components of some list add up to one, as one-hot labels and probabilities do.
  var speaksOfShares = false
  /// Letters of constants such as e to which some formula gives another meaning.
  var redefinedConstants: Set<String> = []
  /// Whether pairs may be points of an elliptic curve, with an addition of their own.
  var speaksOfCurves = false
  /// Whether letters may be elements of a group, with an order |a| and products of cycles.
  var speaksOfGroups = false
  /// Whether calls and members may be values of a random process, with moments that the text gives in words.
  var speaksOfProcesses = false
  /// Whether letters of whole numbers may be negative.
  var speaksOfNegatives = false
  /// Whether a comma in braces is a decimal point in some number, such as 0{,}5.
  var usesDecimalCommas = false
  /// Letters that some formula differentiates or calls, so that they may depend on other letters.
  var functions: Set<String> = []
  /// Capitals whose probability some formula gives or uses, so that they are events: A of P(A).
  var events: Set<String> = []
  /// The operations on pairs that some formula defines.
  var pairOperations: [PairOperation] = []
  /// The subgroups and subspaces whose cosets the document speaks of: U of V/U.
  var divisors: Set<MathSymbol> = []
  /// Whether some pairs stand for numbers: (1, 0) = 1, as in the complex numbers.
  var identifiesPairs = false
  /// Names whose meaning the words beside them give: "the sampling frequency $\omega_s$".
  var described: Set<String> = []
  /// Whether `\lg` may be the logarithm to base 2.
  var speaksOfAlgorithms = false
  /// Names to which one formula gives two different values.
  var contradictoryNames: Set<String> = []

  init() {}

  /// Searches the words of a document, in any case, for terms of each field.
  init(words: String) {
    let found = Self.cues.found(in: words)
    for (fact, terms) in Self.terms where terms.contains(where: found.contains) { self[keyPath: fact] = true }
  }

  private static let cues = WordCues(Set(terms.flatMap(\.terms)))

  private static let terms: [(fact: WritableKeyPath<DocumentNotations, Bool> & Sendable, terms: [String])] = [
    (\.speaksOfComplexNumbers, ["complex", "imaginary", "复数", "虚数"]),
    (\.speaksOfOperators, ["matrix", "matrices", "operator", "矩阵", "算子", "算符"]),
    (
      \.hasHypotheses,
      [
        "orthogonal", "orthonormal", "unitary", "symmetric", "perpendicular", "idempotent",
        "projection", "正交", "对称", "垂直", "投影",
      ]
    ),
    (\.mayCommute, ["commut", "diagonal", "triangular", "交换", "对角", "三角矩阵"]),
    (
      \.speaksOfCongruences,
      [
        "modulo", "finite field", "congruent", "congruence", "同余", "有限域", "模意义",
      ]
    ),
    (\.speaksOfCurves, ["elliptic curve", "椭圆曲线"]),
    (
      \.speaksOfGroups,
      [
        "subgroup", "permutation group", "symmetric group", "dihedral", "cyclic group", "abelian",
        "group theory", "abstract algebra", "coset", "子群", "置换群", "群论", "陪集", "阿贝尔", "二面体",
      ]
    ),
    (
      \.speaksOfProcesses,
      [
        "brownian", "wiener", "martingale", "stochastic process", "布朗运动", "随机过程", "鞅",
      ]
    ),
    (\.speaksOfNegatives, ["negative integer", "负整数", "负数"]),
    (\.hasExclusiveEvents, ["disjoint", "mutually exclusive", "互斥", "互不相容", "不相交"]),
    (
      \.hasFlatPriors,
      [
        "uniform prior", "flat prior", "improper prior", "noninformative", "non-informative", "uninformative",
        "均匀先验", "平坦先验", "无信息先验",
      ]
    ),
    (
      \.speaksOfHomogeneousCoordinates,
      ["homogeneous coordinate", "projective", "perspective projection", "齐次坐标", "透视", "射影"]
    ),
    (
      \.speaksOfFiniteRings,
      [
        "finite field", "binary code", "characteristic 2", "characteristic two", "boolean ring", "有限域",
        "特征为 2", "特征为2",
      ]
    ),
    (
      \.speaksOfCrossProducts,
      [
        "cross product", "vector product", "外積", "外积", "叉积", "叉乘", "向量积", "kreuzprodukt", "produit vectoriel",
        "producto vectorial", "producto cruz", "prodotto vettoriale", "векторное произведение",
      ]
    ),
    (\.speaksOfFractionalParts, ["fractional part", "小数部分", "partie fractionnaire", "parte fraccionaria"]),
    (
      \.speaksOfApproximations,
      [
        "approximation", "approximate", "approximately", "aproxima", "approssima", "approximiert", "näherung",
        "近似", "приближ",
      ]
    ),
    (\.speaksOfComplements, ["complement", "补集", "補集合", "余集", "对立事件"]),
    (
      \.speaksOfSigmoid,
      [
        "sigmoid", "logistic", "activation", "neural", "neuron", "softmax", "logit", "激活", "神经",
        "逻辑回归",
      ]
    ),
    (
      \.speaksOfShares,
      [
        "one-hot", "onehot", "one hot", "probability distribution", "probability vector",
        "sum to one", "sums to one", "sum to 1", "sums to 1", "add up to one", "add up to 1", "独热",
        "概率分布", "和为 1", "和为1",
      ]
    ),
    (
      \.speaksOfAlgorithms,
      [
        "algorithm", "recurrence", "recursi", "running time", "complexity", "binary", "算法", "递归", "复杂度",
        "二进制",
      ]
    ),
    (\.hasQuotientSymbols, ["legendre", "jacobi symbol", "quadratic residue", "二次剩余", "勒让德"]),
  ]
}

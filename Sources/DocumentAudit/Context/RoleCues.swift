/// The words that give the role of the formula after them.
enum RoleCues {
  /// The role that the last cue of a sentence gives; nil without a cue.
  static func lastRole(in words: String) -> StatementRole? { lastCue(in: words)?.role }

  /// Whether the last cue says that a value holds for the moment: "when x = 1".
  static func isForTheMoment(_ words: String) -> Bool {
    guard let cue = lastCue(in: words)?.cue else { return false }
    return momentary.contains(cue)
  }

  /// Whether the last cue supposes what follows, perhaps to refute it.
  static func supposes(_ words: String) -> Bool {
    guard let cue = lastCue(in: words)?.cue else { return false }
    return supposing.contains { cue.elementsEqual($0.utf8) }
  }

  private static let supposing = [
    "if", "suppose", "assume", "assuming", "assumption", "hypothesis", "假设", "假定", "若", "如果", "反证", "annahme",
    "angenommen", "wenn", "supposons", "supposez", "supongamos", "suponga", "supón", "suponhamos", "suponha",
    "supponiamo", "si supponga",
  ]

  private static let momentary = Set(
    ["if", "when", "whenever", "at", "near", "for", "case", "假设", "若", "如果", "当", "对于"].map { Array($0.utf8) }
  )

  private static func lastCue(in words: String) -> (cue: [UInt8], role: StatementRole)? {
    var best: (end: Int, cue: [UInt8], role: StatementRole)?
    let bytes = Array(words.utf8)
    var start = 0
    while start < bytes.count {
      for (cue, role) in cuesByFirstByte[bytes[start]] ?? [] where matches(cue, bytes, at: start) {
        let end = start + cue.count
        if best.map({ (end, cue.count) > ($0.end, $0.cue.count) }) ?? true { best = (end, cue, role) }
      }
      start += 1
    }
    return best.map { ($0.cue, $0.role) }
  }

  /// Whether the words open a bracket with another case than the one that the text is about: "(resp.", （或.
  static func opensOtherCase(_ words: String) -> Bool {
    let end = words.suffix(24)
    guard let bracket = end.lastIndex(where: { "(（".contains($0) }) else { return false }
    return otherCases.contains(end[end.index(after: bracket)...].filter { $0 != " " })
  }

  private static let otherCases: Set<String> = [
    "resp.", "resp", "respectively", "or", "或", "或者", "bzw.", "oder", "ou", "oppure", "相应地", "分别",
  ]

  /// Whether the words call something wrong.
  static func refutes(_ words: String) -> Bool {
    let bytes = Array(words.utf8)
    return bytes.indices.contains { start in
      (refutingByFirstByte[bytes[start]] ?? []).contains {
        matches($0, bytes, at: start) && !isQuantity($0, bytes, at: start)
      }
    }
  }

  /// Whether an error is a number and no mistake: "the relative error", "the error is", 误差.
  private static func isQuantity(_ cue: [UInt8], _ bytes: [UInt8], at start: Int) -> Bool {
    let before = String(decoding: bytes[..<start].suffix(24), as: UTF8.self)
    let after = String(decoding: bytes[(start + cue.count)...].prefix(8), as: UTF8.self)
    if cue.elementsEqual("误".utf8) { return after.hasPrefix("差") }
    guard cue.elementsEqual("error".utf8) else { return false }
    return kindsOfError.contains { before.hasSuffix($0 + " ") }
      || before.hasSuffix("the ")
        && [" is ", " of ", " rate", " term", " bound"].contains { after.hasPrefix($0) }
  }

  private static let kindsOfError = [
    "relative", "absolute", "standard", "squared", "square", "training", "test", "approximation", "rounding",
    "truncation", "mean", "prediction", "classification",
  ]

  private static func matches(_ cue: [UInt8], _ bytes: [UInt8], at start: Int) -> Bool {
    let end = start + cue.count
    guard end <= bytes.count, bytes[start..<end].elementsEqual(cue) else { return false }
    guard cue[0] < 0x80 else { return true }
    let isLetter: (UInt8) -> Bool = { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
    if start > 0, isLetter(bytes[start - 1]) { return false }
    return end == bytes.count || !isLetter(bytes[end])
  }

  private static let cues: [(StatementRole, [String])] = [
    (
      .condition,
      supposing + [
        "when", "whenever", "unless", "until", "provided", "in case", "requiring", "imposing", "impose",
        "demanding", "condition", "conditions", "requires", "require", "iff", "only if",
        "whose", "holds", "satisfies", "satisfy", "satisfying", "line", "curve", "circle", "plane",
        "hyperplane", "ellipse", "parabola", "equation", "equations", "system", "boundary", "constraint",
        "constraints", "independent", "orthogonal", "symmetric", "once", "can be", "may be", "could be",
        "might be", "whether", "either", "normalized", "当", "条件", "满足", "约束", "方程", "直线", "曲线", "超平面", "时",
        "要求", "是否", "情况", "情形",
      ]
    ),
    (
      .setting,
      [
        "for", "while", "at", "near", "as", "with", "given", "case", "cases", "where", "have", "has", "set",
        "unit", "or", "say", "e.g", "example", "consider", "对于", "对任意", "给定", "已知", "例如", "比如",
      ]
    ),
    (
      .definition,
      [
        "let", "define", "defined", "denote", "denotes", "denoted", "write", "call", "put", "choose", "take",
        "taking", "picking", "setting", "start with", "initialize", "设", "令", "定义", "记", "记作", "取", "其中",
        "即设",
      ]
    ),
    (
      .goal,
      [
        "solve", "solves", "solving", "solution", "solutions", "want", "need", "needs",
        "must", "should", "minimize", "maximize", "maximise", "minimise", "such that", "so that", "s.t",
        "subject to", "root", "roots", "zero of", "zeros of", "goal", "try", "require that", "ensure",
        "ensures", "force", "guarantee", "求", "求解", "解", "使得", "使", "需要", "希望", "目标", "为了", "必须",
      ]
    ),
    (
      .claim,
      [
        "then", "thus", "hence", "therefore", "so", "we get", "we have", "we always have", "we obtain",
        "we find", "we see",
        "get", "gets", "obtain", "gives", "give", "giving", "yields", "yield", "becomes", "become", "equals",
        "equal to", "follows", "follows that", "implies", "implies that", "simplifies to", "factors as",
        "factors into", "factorizes as",
        "factorises as", "expands as", "compute",
        "computes", "leads to", "calculate", "reduces to", "expands to", "evaluates to", "find that",
        "has the solution", "has the solutions", "has the unique solution", "the solution is",
        "the solutions are",
        "solutions are", "的解为", "的解是", "解为", "解得",
        "we compute", "we calculate", "which is", "that is", "i.e", "namely", "indeed", "in fact", "则", "得",
        "可得",
        "得到", "所以", "因此", "故", "于是", "从而", "那么", "可知", "等于", "化简", "计算", "推出",
      ]
    ),
    (
      .bare,
      [
        "prove", "show that", "verify", "证明", "验证", "result", "note that", "notice that", "recall that",
        "recall", "know that", "derivative", "gradient",
        "is", "are", "because", "since", "identity", "formula", "rule", "expanding", "using", "by", "因为",
        "由于",
        "结果", "导数", "梯度", "有", "为", "是", "即", "恒等式", "展开",
      ]
    ),
  ]

  private static let cuesByFirstByte: [UInt8: [(cue: [UInt8], role: StatementRole)]] = {
    let all = cues.flatMap { role, words in words.map { (cue: Array($0.utf8), role: role) } }
    return Dictionary(grouping: all) { $0.cue[0] }
  }()

  private static let refutingByFirstByte = Dictionary(grouping: refuting) { $0[0] }

  private static let refuting = [
    "wrong", "incorrect", "incorrectly", "mistake", "mistakes", "mistaken", "erroneous", "false", "fallacy",
    "contradiction", "contradicting", "contradicts", "impossible", "absurd", "inconsistent", "nonsense",
    "不可能", "not equal", "does not hold",
    "not true", "cannot", "isn't", "never", "not",
    "falsch", "unwahr", "nicht", "widerspruch", "faux", "fausse", "falso", "falsa", "falsos", "falsas",
    "errado", "errada", "sbagliato", "sbagliata", "contradicción", "contradição", "contraddizione", "ложь",
    "ложно",
    "неверно", "假命题",
    "모순", "불가능", "противоречие", "невозможно", "absurde", "absurdo", "assurdo", "impossibile", "unmöglich",
    "tegenspraak", "sprzeczność", "çelişki", "mâu thuẫn",
    "error", "pitfall", "instead of", "❌", "✗", "错误", "错", "不等于", "不成立", "矛盾", "误", "不是", "而不是",
  ].map { Array($0.utf8) }
}

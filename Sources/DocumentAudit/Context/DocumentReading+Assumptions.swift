import Formulas

extension DocumentReading {
  /// The assumptions about random variables and events that this paragraph and the two before it mention up to a formula.
  func assumptions(at index: Int) -> Set<RandomAssumption> {
    guard let words = cues[index] else { return [] }
    return Set(
      Self.assumptionCues.filter { _, cues, opposites in
        cues.contains(where: words.contains) && !opposites.contains(where: words.contains)
      }.map(\.0))
  }

  /// Words of a text that only asks for the assumption.
  private static let questions = [
    "whether", "?", "？", "是否", "判断", "check if", "check that", "would be", "were ",
  ]

  static let assumptionCues: [(RandomAssumption, cues: [String], opposites: [String])] = [
    (
      .independence, ["independent", "uncorrelated", "独立", "不相关"],
      questions + [
        "not independent", "not necessarily", "even if", "不独立", "not uncorrelated", "不一定", "dependent on",
      ]
    ),
    (
      .disjointness, ["disjoint", "mutually exclusive", "cannot both", "互斥", "互不相容", "不相交"],
      questions + ["not disjoint", "not mutually exclusive", "不互斥"]
    ),
    (
      .centred,
      ["zero mean", "zero-mean", "mean zero", "mean 0", "centered", "centred", "零均值", "均值为零", "均值为 0"], []
    ),
    (.partition, ["partition", "exhaustive", "total probability", "全概率", "划分", "完备"], []),
  ]
}

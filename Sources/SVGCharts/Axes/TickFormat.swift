/// How tick labels are written.
public enum TickFormat: Sendable, Equatable {
  /// Plain when that is short, otherwise one SI prefix or one power of ten for the whole axis.
  case automatic
  /// All digits; with a separator for thousands where a number has five digits or more, so that years have none.
  case plain
  /// Powers of ten: "2×10⁻⁶".
  case scientific
  /// SI prefixes: "2.5M", "40µ".
  case si
  /// A percentage of one: 0.25 is "25%".
  case percent

  /// The labels of the ticks, all in the same format.
  func labels(_ ticks: [DecimalNumber], isLogarithmic: Bool = false) -> [String] {
    let places = ticks.map { max(0, -$0.reduced.exponent) }.max() ?? 0
    switch self {
    case .plain:
      let isGrouped = TickFormat.greatestExponent(ticks) >= 4
      return ticks.map { NumberText.fixed($0, decimals: isLogarithmic ? 0 : places, grouping: isGrouped) }
    case .scientific:
      return isLogarithmic ? ticks.map(NumberText.scientific) : TickFormat.scaled(ticks)
    case .si:
      if isLogarithmic { return ticks.map { NumberText.si($0) ?? NumberText.scientific($0) } }
      return TickFormat.prefixed(ticks) ?? TickFormat.scaled(ticks)
    case .percent:
      return ticks.map {
        let scaled = DecimalNumber(mantissa: $0.mantissa, exponent: $0.exponent + 2)
        return NumberText.fixed(scaled, decimals: max(0, isLogarithmic ? 0 : places - 2)) + "%"
      }
    case .automatic: return automatic(ticks, isLogarithmic: isLogarithmic)
    }
  }

  private func automatic(_ ticks: [DecimalNumber], isLogarithmic: Bool) -> [String] {
    let greatest = TickFormat.greatestExponent(ticks)
    let finest = ticks.filter { $0.mantissa != 0 }.map { $0.reduced.exponent }.min() ?? 0
    if isLogarithmic {
      let isShort = greatest <= 4 && finest >= -3
      return (isShort ? TickFormat.plain : .scientific).labels(ticks, isLogarithmic: true)
    }
    if greatest <= 6 && finest >= -5 { return TickFormat.plain.labels(ticks) }
    // Large round numbers get an SI prefix; other numbers with long plain labels get a power of ten.
    if greatest > 6 && greatest < 15 && finest >= greatest - 4 { return TickFormat.si.labels(ticks) }
    let plain = TickFormat.plain.labels(ticks)
    let scientific = TickFormat.scientific.labels(ticks)
    let isShorter = (plain.map { $0.count }.max() ?? 0) <= (scientific.map { $0.count }.max() ?? 0)
    return isShorter ? plain : scientific
  }

  /// The power of ten of the first digit of the greatest tick.
  private static func greatestExponent(_ ticks: [DecimalNumber]) -> Int {
    ticks.filter { $0.mantissa != 0 }.map { $0.leadingExponent }.max() ?? 0
  }

  /// Labels such as "0.5×10⁻⁶" and "1.0×10⁻⁶", with the power of ten of the greatest tick and equally many decimals.
  private static func scaled(_ ticks: [DecimalNumber]) -> [String] {
    let exponent = greatestExponent(ticks)
    return labels(ticks, over: exponent, unit: exponent == 0 ? "" : "×10" + NumberText.superscript(exponent))
  }

  /// Labels such as "0.5G" and "1.0G", with the prefix of the greatest tick. Nil when there is no such prefix.
  private static func prefixed(_ ticks: [DecimalNumber]) -> [String]? {
    let greatest = greatestExponent(ticks)
    let group = Int((Double(greatest) / 3).rounded(.down))
    return NumberText.siPrefix(group).map { labels(ticks, over: 3 * group, unit: $0) }
  }

  private static func labels(_ ticks: [DecimalNumber], over exponent: Int, unit: String) -> [String] {
    let scaled = ticks.map { DecimalNumber(mantissa: $0.mantissa, exponent: $0.exponent - exponent) }
    let places = scaled.map { max(0, -$0.reduced.exponent) }.max() ?? 0
    return scaled.map { $0.mantissa == 0 ? "0" : NumberText.fixed($0, decimals: places) + unit }
  }
}

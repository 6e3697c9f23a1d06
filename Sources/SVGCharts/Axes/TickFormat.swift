/// How tick labels are written.
public enum TickFormat: Sendable, Equatable {
  /// Plain where that is short, otherwise SI prefixes or powers of ten; one manner for the whole axis.
  case automatic
  /// All digits, with a separator for thousands.
  case plain
  /// Powers of ten: "2×10⁻⁶".
  case scientific
  /// SI prefixes: "2.5M", "40µ".
  case si
  /// A percentage of one: 0.25 is "25%".
  case percent

  /// The labels of the ticks, all in one manner.
  func labels(_ ticks: [DecimalNumber], isLogarithmic: Bool = false) -> [String] {
    let places = ticks.map { max(0, -$0.reduced.exponent) }.max() ?? 0
    switch self {
    case .plain:
      return ticks.map { NumberText.fixed($0, decimals: isLogarithmic ? 0 : places, grouping: true) }
    case .scientific: return ticks.map(NumberText.scientific)
    case .si: return ticks.map { NumberText.si($0) ?? NumberText.scientific($0) }
    case .percent:
      return ticks.map {
        let scaled = DecimalNumber(mantissa: $0.mantissa, exponent: $0.exponent + 2)
        return NumberText.fixed(scaled, decimals: max(0, isLogarithmic ? 0 : places - 2)) + "%"
      }
    case .automatic: return automatic(ticks, isLogarithmic: isLogarithmic)
    }
  }

  private func automatic(_ ticks: [DecimalNumber], isLogarithmic: Bool) -> [String] {
    let used = ticks.filter { $0.mantissa != 0 }.map { $0.reduced }
    let greatest = used.map { $0.leadingExponent }.max() ?? 0
    let finest = used.map { $0.exponent }.min() ?? 0
    if isLogarithmic {
      let isShort = greatest <= 4 && finest >= -3
      return (isShort ? TickFormat.plain : .scientific).labels(ticks, isLogarithmic: true)
    }
    if greatest <= 5 && finest >= -5 { return TickFormat.plain.labels(ticks) }
    // Where a plain label would be long: a prefix for large round numbers, powers of ten for the rest.
    if greatest > 5 && greatest < 15 && finest >= greatest - 4 { return TickFormat.si.labels(ticks) }
    let plain = TickFormat.plain.labels(ticks)
    let scientific = TickFormat.scientific.labels(ticks)
    let isShorter = (plain.map { $0.count }.max() ?? 0) <= (scientific.map { $0.count }.max() ?? 0)
    return isShorter ? plain : scientific
  }
}

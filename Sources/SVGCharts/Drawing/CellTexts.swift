/// The texts in the cells of a heat map: the author's texts, or else the values.
struct CellTexts {
  private let texts: [String]
  /// The width of the widest value; zero for the author's texts, each of which is shown where it fits.
  let width: Double
  /// True when zeros are left out, because there are so many that they would hide the rest.
  private let hidesZeros: Bool

  init(_ series: DataSeries) {
    texts = series.texts.isEmpty ? CellTexts.numbers(series.values) : series.texts
    width =
      series.texts.isEmpty ? texts.map { TextMetrics.width($0, size: Typography.tick) }.max() ?? 0 : 0
    let zeros = texts.filter { $0 == "0" }.count
    hidesZeros = zeros * 4 > texts.count
  }

  /// The text of a cell; nil for none.
  func text(_ row: Int) -> String? {
    guard texts.indices.contains(row), !(hidesZeros && texts[row] == "0") else { return nil }
    return texts[row]
  }

  /// The values with equally many decimals, so that the greatest has three digits; empty when it is too large or small.
  private static func numbers(_ values: [Double]) -> [String] {
    let greatest = values.filter { $0.isFinite }.map { $0.magnitude }.max() ?? 0
    let leading = DecimalNumber(greatest, significantDigits: 3).leadingExponent
    guard greatest > 0, leading > -3, leading < 5 else { return [] }
    let isWhole = values.allSatisfy { !$0.isFinite || $0 == $0.rounded() }
    let places = isWhole ? 0 : max(0, 2 - max(0, leading))
    let unit = [1.0, 10, 100][places]
    return values.map { value in
      guard value.isFinite else { return "" }
      guard value != 0 else { return "0" }
      let number = DecimalNumber(mantissa: Int64((value * unit).rounded()), exponent: -places)
      return NumberText.fixed(number, decimals: places)
    }
  }
}

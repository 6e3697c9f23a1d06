/// The words in the cells of a heat map: those of the author, or the values.
struct CellTexts {
  private let texts: [String]
  /// True when zeros are left out, because there are so many that they would hide the rest.
  private let hidesZeros: Bool

  init(_ series: DataSeries) {
    texts = series.texts.isEmpty ? CellTexts.numbers(series.values) : series.texts
    let zeros = texts.filter { $0 == "0" }.count
    hidesZeros = zeros * 4 > texts.count
  }

  /// The words in a cell, nil for none.
  func text(_ row: Int) -> String? {
    guard texts.indices.contains(row), !(hidesZeros && texts[row] == "0") else { return nil }
    return texts[row]
  }

  /// Three digits of the greatest value, and as many decimals everywhere; none where that would not be readable.
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

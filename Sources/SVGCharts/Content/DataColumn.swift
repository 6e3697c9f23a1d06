/// The values of one channel, all of one kind.
enum DataColumn: Sendable {
  case numbers([Double])
  case categories([String])

  /// Numbers when every datum is a number, otherwise categories. A number among categories becomes text.
  init<Values: Sequence>(_ values: Values) where Values.Element: Plottable {
    var numbers: [Double] = []
    numbers.reserveCapacity(values.underestimatedCount)
    var iterator = values.makeIterator()
    while let value = iterator.next() {
      guard case .number(let number) = value.datum else {
        var names = numbers.map { NumberText.plain($0) }
        names.append(DataColumn.text(value.datum))
        while let value = iterator.next() { names.append(DataColumn.text(value.datum)) }
        self = .categories(names)
        return
      }
      numbers.append(number)
    }
    self = .numbers(numbers)
  }

  var count: Int {
    switch self {
    case .numbers(let values): values.count
    case .categories(let values): values.count
    }
  }

  var isCategorical: Bool {
    if case .categories = self { true } else { false }
  }

  /// The row's number, or NaN for a category. A single value applies to every row.
  func number(_ row: Int) -> Double {
    guard case .numbers(let values) = self, let last = values.indices.last else { return .nan }
    return values[values.count == 1 ? 0 : Swift.min(row, last)]
  }

  /// The row as text; a number takes the shortest text that reads back as the same number.
  func text(_ row: Int) -> String {
    switch self {
    case .numbers: return NumberText.plain(number(row))
    case .categories(let values):
      guard let last = values.indices.last else { return "" }
      return values[values.count == 1 ? 0 : Swift.min(row, last)]
    }
  }

  /// The row's datum. A single value applies to every row.
  func datum(_ row: Int) -> Datum {
    switch self {
    case .numbers: .number(number(row))
    case .categories: .category(text(row))
    }
  }

  private static func text(_ datum: Datum) -> String {
    switch datum {
    case .number(let number): NumberText.plain(number)
    case .category(let name): name
    }
  }
}

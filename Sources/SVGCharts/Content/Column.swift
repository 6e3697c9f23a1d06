/// The values of one channel, all of one kind.
enum Column: Sendable {
  case numbers([Double])
  case categories([String])

  /// Numbers when every datum is one, otherwise categories; a number among categories is written out.
  init(_ data: [Datum]) {
    var numbers: [Double] = []
    numbers.reserveCapacity(data.count)
    for datum in data {
      guard case .number(let number) = datum else {
        self = .categories(data.map(Column.text))
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

  /// The row's number, or NaN for a category. A single value stands for every row.
  func number(_ row: Int) -> Double {
    guard case .numbers(let values) = self, let last = values.indices.last else { return .nan }
    return values[values.count == 1 ? 0 : Swift.min(row, last)]
  }

  /// The row as text; numbers are written as short as they can be read back.
  func text(_ row: Int) -> String {
    switch self {
    case .numbers: return NumberText.plain(number(row))
    case .categories(let values):
      guard let last = values.indices.last else { return "" }
      return values[values.count == 1 ? 0 : Swift.min(row, last)]
    }
  }

  private static func text(_ datum: Datum) -> String {
    switch datum {
    case .number(let number): NumberText.plain(number)
    case .category(let name): name
    }
  }
}

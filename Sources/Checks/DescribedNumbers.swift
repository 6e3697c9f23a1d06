import Plan

/// A description of a value as its numbers and the words between them: `3.0 km`.
struct DescribedNumbers {
  /// The numbers without signs. Their offsets are those in the description.
  var numbers: [ExpectedNumber] = []
  /// The text before, between and after the numbers, without spaces at the ends.
  var words: [String] = []

  /// Splits a description.
  init(_ description: String) {
    var start = description.startIndex
    for match in description.matches(of: /[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+\-]?[0-9]+)?/) {
      let offset = description.utf8.distance(from: description.startIndex, to: match.range.lowerBound)
      guard let number = ExpectedNumber(String(match.0), offset: offset) else { continue }
      numbers.append(number)
      words.append(description[start..<match.range.lowerBound].trimmed.replacing("−", with: "-"))
      start = match.range.upperBound
    }
    words.append(description[start...].trimmed)
  }

  /// The description with the words of another one, if both are ways to write a complex number: `(1.0, -2.0)`, as
  /// swift-numerics shows it, and `1.0 - 2.0i`.
  func written(like other: DescribedNumbers) -> DescribedNumbers {
    guard let signs, other.signs == signs else { return self }
    return DescribedNumbers(numbers: numbers, words: other.words)
  }

  private init(numbers: [ExpectedNumber], words: [String]) {
    self.numbers = numbers
    self.words = words
  }

  /// Whether the real and the imaginary part are negative; nil if this is no complex number.
  private var signs: [Bool]? {
    switch words.map({ $0.filter { $0 != " " } }) {
    case ["", "+", "i"], ["(", ",", ")"]: [false, false]
    case ["-", "+", "i"], ["(-", ",", ")"]: [true, false]
    case ["", "-", "i"], ["(", ",-", ")"]: [false, true]
    case ["-", "-", "i"], ["(-", ",-", ")"]: [true, true]
    default: nil
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex
    return String(self[..<end].drop(while: \.isWhitespace))
  }
}

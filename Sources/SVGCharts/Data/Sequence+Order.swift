extension Sequence {
  /// The elements in ascending order of a number. Elements with the same number keep their order.
  func ordered(by number: (Element) -> Double) -> [Element] {
    let elements = Array(self)
    return placesInOrder(elements.map(number)).map { elements[$0] }
  }
}

/// The places of numbers in ascending order. One function sorts for all types: a page with a live figure contains the
/// code of each `sorted` for each type.
@inline(never)
private func placesInOrder(_ numbers: [Double]) -> [Int] {
  numbers.indices.sorted { numbers[$0] < numbers[$1] }
}

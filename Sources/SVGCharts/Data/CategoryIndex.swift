/// Names numbered in the order of first appearance.
struct CategoryIndex: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  init(_ names: [String] = []) {
    for name in names { _ = insert(name) }
  }

  /// The number of a name, from 0; a new name is added.
  mutating func insert(_ name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The number of a known name.
  func index(of name: String) -> Int? { numbers[name] }
}

/// The names in a chapter's code, with what the compiler knows about each.
package struct CodeNames: Sendable, Equatable, Codable {
  /// The different names, in the order of their first use.
  package private(set) var names: [Name] = []
  /// The number of the name at each place: by the number of the line in the code, then by the offset in bytes.
  package private(set) var uses: [Int: [Int: Int]] = [:]

  /// A name in the code.
  package struct Name: Sendable, Hashable, Codable {
    /// The name as the code spells it.
    package var text: String
    /// The type of the value, or of the function with its labels.
    package var type: String
    /// The identifier that the compiler gives the declaration; empty for local names.
    package var usr: String
    /// Whether the name is a type, in an annotation or where it makes a value.
    package var isType = false

    /// Creates a name from its parts.
    package init(text: String, type: String, usr: String, isType: Bool = false) {
      self.text = text
      self.type = type
      self.usr = usr
      self.isType = isType
    }
  }

  /// Creates a collection without names.
  package init() {}

  /// Adds a use of a name. The first use at a place stays.
  package mutating func add(_ name: Name, line: Int, offset: Int) {
    guard uses[line]?[offset] == nil else { return }
    let number = names.firstIndex(of: name) ?? names.count
    if number == names.count { names.append(name) }
    uses[line, default: [:]][offset] = number
  }
}

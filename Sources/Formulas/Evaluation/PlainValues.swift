/// Values of names that nothing changes during an evaluation. A quadrature asks for the same names at each of its points.
///
/// The keys are bytes: before Swift compares or hashes a text with Greek letters, it looks for other spellings of the same
/// letters. All names here come from the same reader, which has one spelling.
final class PlainValues {
  private var values: [Name: MathValue] = [:]

  /// The value of the name; nil if it has not been found yet.
  subscript(name: String) -> MathValue? {
    get { values[Name(text: name)] }
    set { values[Name(text: name)] = newValue }
  }

  private struct Name: Hashable {
    var text: String

    static func == (one: Name, other: Name) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

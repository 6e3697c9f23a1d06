extension Value: CustomStringConvertible {
  /// The value as Swift would print it: `[0.9968, 1.9937]`.
  public var description: String {
    switch self {
    case .none: "nil"
    case .void: "()"
    case .boolean(let flag): "\(flag)"
    case .integer(let digits): digits
    case .floatingPoint(_, let description): description
    case .decimal(let digits): digits
    case .text(let text): text
    case .array(let elements, let count), .set(let elements, let count):
      "["
        + (elements.map(\.elementDescription) + (count > elements.count ? ["…"] : [])).joined(separator: ", ")
        + "]"
    case .dictionary(let entries, _):
      entries.isEmpty
        ? "[:]"
        : "["
          + entries.map { "\($0.key.elementDescription): \($0.value.elementDescription)" }.joined(
            separator: ", ")
          + "]"
    case .record(let name, let fields):
      name + "(" + fields.map(\.description).joined(separator: ", ") + ")"
    case .enumeration(let name, let payload):
      payload.isEmpty ? name : name + "(" + payload.map(\.description).joined(separator: ", ") + ")"
    case .opaque(let description): description
    case .table(let table): "a table of \(table.rows.count) rows"
    case .figure(let figure): figure.title.isEmpty ? "a figure" : "a figure, \(figure.title)"
    case .image(let image): image.alternative.isEmpty ? "an image" : "an image, \(image.alternative)"
    }
  }

  /// The description inside another value, where text has quotes.
  package var elementDescription: String {
    if case .text(let text) = self { return text.debugDescription }
    return description
  }
}

extension Value.Field: CustomStringConvertible {
  /// `radius: 2.0`, or the value alone when the field has no name.
  public var description: String {
    name.isEmpty ? value.elementDescription : "\(name): \(value.elementDescription)"
  }
}

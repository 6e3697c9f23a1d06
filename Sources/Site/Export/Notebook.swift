/// The parts of Jupyter's format 4.5 that a chapter needs.
struct Notebook: Encodable {
  var cells: [Cell]
  var metadata = [
    "kernelspec": ["display_name": "Swift", "language": "swift", "name": "swift"],
    "language_info": ["name": "swift", "file_extension": ".swift", "mimetype": "text/x-swift"],
  ]
  var nbformat = 4
  var nbformat_minor = 5
}

struct Cell: Encodable {
  var cell_type: String
  var id: String
  var source: String
  var metadata: [String: String] = [:]
  /// The images of a cell of prose, by the name that its links have: media type and base64.
  var attachments: [String: [String: String]] = [:]
  /// Nil for prose.
  var outputs: [Output]?

  static func markdown(
    _ source: String, id: String, attachments: [String: [String: String]] = [:]
  ) -> Cell {
    Cell(cell_type: "markdown", id: id, source: source, attachments: attachments)
  }

  static func code(_ source: String, outputs: [Output], id: String) -> Cell {
    Cell(cell_type: "code", id: id, source: source, outputs: outputs)
  }

  private enum Key: String, CodingKey {
    case cell_type, id, source, metadata, attachments, outputs, execution_count
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(cell_type, forKey: .cell_type)
    try container.encode(id, forKey: .id)
    try container.encode(source, forKey: .source)
    try container.encode(metadata, forKey: .metadata)
    if !attachments.isEmpty { try container.encode(attachments, forKey: .attachments) }
    guard let outputs else { return }
    try container.encode(outputs, forKey: .outputs)
    // The format requires the key even when there is no count.
    try container.encodeNil(forKey: .execution_count)
  }
}

/// An output of a code cell.
struct Output: Encodable {
  var output_type: String
  var name: String?
  var text: String?
  var data: [String: String]?
  var metadata: [String: String]?

  static func stream(_ text: String) -> Output { Output(output_type: "stream", name: "stdout", text: text) }

  static func display(_ data: [String: String], text: String) -> Output {
    Output(
      output_type: "display_data", data: data.merging(["text/plain": text]) { $1 }, metadata: [:])
  }
}

/// The Markdown cells of a Jupyter notebook as one text, with the line of the file for each of its lines.
struct NotebookText {
  private(set) var text: [UInt8] = []
  /// The line of the file for each line of the text.
  private(set) var lines: [Int] = []
  /// The number of cells that are not Markdown.
  private(set) var otherCells = 0

  /// Reads the JSON of a notebook; nil when it is not a notebook.
  init?(_ json: [UInt8]) {
    var reader = JSONPlaces(json)
    guard let root = reader.read(), case .object(let notebook) = root,
      case .array(let cells)? = notebook["cells"]
    else { return nil }
    var line = 1
    for case .object(let cell) in cells {
      guard case .text(let kind, _)? = cell["cell_type"] else { continue }
      guard kind == Array("markdown".utf8) else {
        otherCells += 1
        continue
      }
      let parts: [JSONPlaces.Value] =
        switch cell["source"] {
        case .array(let parts)?: parts
        case let whole?: [whole]
        case nil: []
        }
      for case .text(let bytes, let start) in parts {
        // Blank lines stand for the other lines of the file, so that both have the same numbers.
        while lines.count + 1 < start, text.last ?? 10 == 10 { end(line: lines.count + 1) }
        line = start
        for byte in bytes {
          text.append(byte)
          if byte == 10 { lines.append(line) }
        }
      }
      if text.last != 10 { end(line: line) }
      end(line: line)
    }
    lines.append(line)
  }

  private mutating func end(line: Int) {
    text.append(10)
    lines.append(line)
  }
}

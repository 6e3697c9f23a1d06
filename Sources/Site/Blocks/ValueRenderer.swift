import Events
import GFM

/// Shows a value below the block that computed it.
enum ValueRenderer {
  /// Longer output is cut after this number of lines.
  private static let greatestLineCount = 400
  private static let greatestRowWidth = 72

  /// The HTML of a value; nil for `Void`.
  static func html(_ value: Value, words: Words = .english) -> String? {
    if let table = table(value, words: words) { return table }
    switch value {
    case .void: return nil
    case .figure(let figure): return figure.page()
    case .image(let image): return FigureRenderer.image(image, caption: nil, words)
    case .array(let elements, let count), .set(let elements, let count):
      return block(wrapped(elements, count: count, words))
    case .text(let text): return preformatted(text, words: words)
    default: return block("\(value)")
    }
  }

  /// The HTML of a value that is shown as a table; nil for other values.
  static func table(_ value: Value, words: Words = .english) -> String? {
    switch value {
    case .table(let table):
      let rows = table.rows.map { row in zip(row, table.digits).map { NumberFormat.text($0, digits: $1) } }
      return TableRenderer.html(columns: table.columns, rows: rows, words: words)
    case .array(let rows, let count) where count == rows.count && isMatrix(rows):
      return TableRenderer.matrix(rows.map(Self.elements), words: words)
    case .array(let rows, _) where rows.allSatisfy(isRecord) && !rows.isEmpty: return recordTable(rows, words)
    case .record(let name, let fields) where !fields.isEmpty:
      let rows = fields.map { [$0.name, "\($0.value)"] }
      return TableRenderer.html(columns: [name, ""], rows: rows, words: words)
    case .dictionary(let entries, _) where !entries.isEmpty:
      return TableRenderer.html(
        columns: [words[.key], words[.value]], rows: entries.map { ["\($0.key)", "\($0.value)"] },
        words: words)
    default: return nil
    }
  }

  /// Printed text, cut after `greatestLineCount` lines.
  static func preformatted(_ text: String, words: Words) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(greatestLineCount).joined(separator: "\n")
    let rest = lines.count - greatestLineCount
    return block(shown + (rest > 0 ? "\n" + words.text(.moreLines, count: rest) : ""))
  }

  /// Preformatted text. A block with long lines gets a `tabindex`, so that the keyboard can scroll it.
  static func block(_ text: String, className: String? = nil) -> String {
    let isWide = TerminalText.plain(text).split(separator: "\n").contains { $0.count > narrowestLine }
    let attributes = (className.map { " class=\"\($0)\"" } ?? "") + (isWide ? " tabindex=\"0\"" : "")
    return "<pre\(attributes)>\(TerminalText.html(text))</pre>"
  }

  /// The number of characters of a line that the narrowest screens show.
  private static let narrowestLine = 34

  /// `[[1, 2], [3, 4]]`: rows of the same length, all numbers.
  private static func isMatrix(_ rows: [Value]) -> Bool {
    let lengths = rows.map { row -> Int in
      guard case .array(let elements, let count) = row, elements.count == count else { return -1 }
      return elements.allSatisfy(isNumber) ? count : -1
    }
    return rows.count > 1 && Set(lengths).count == 1 && (lengths.first ?? 0) > 0
  }

  private static func isNumber(_ value: Value) -> Bool {
    switch value {
    case .integer, .floatingPoint, .decimal: true
    default: false
    }
  }

  private static func isRecord(_ value: Value) -> Bool {
    if case .record = value { true } else { false }
  }

  private static func elements(_ value: Value) -> [String] {
    if case .array(let elements, _) = value { elements.map(\.description) } else { [] }
  }

  private static func recordTable(_ rows: [Value], _ words: Words) -> String {
    var columns: [String] = []
    let records = rows.map { row -> [Value.Field] in
      if case .record(_, let fields) = row { fields } else { [] }
    }
    for field in records.joined() where !columns.contains(field.name) { columns.append(field.name) }
    let cells = records.map { fields in
      columns.map { name in fields.first { $0.name == name }.map { "\($0.value)" } ?? "" }
    }
    return TableRenderer.html(columns: columns, rows: cells, words: words)
  }

  /// An array as text, on several lines when it is long.
  private static func wrapped(_ elements: [Value], count: Int, _ words: Words) -> String {
    let whole = Value.array(elements, count: count).description
    if whole.count <= greatestRowWidth { return whole }
    var lines = [""]
    for (index, element) in elements.enumerated() {
      let separator = index < count - 1 ? ", " : ""
      let text = Value.array([element], count: 1).description.dropFirst().dropLast() + separator
      if lines[lines.count - 1].count + text.count > greatestRowWidth { lines.append("") }
      lines[lines.count - 1] += text
    }
    if count > elements.count { lines.append(words.text(.moreElements, ["count": count - elements.count])) }
    return "[" + lines.joined(separator: "\n ") + "]"
  }
}

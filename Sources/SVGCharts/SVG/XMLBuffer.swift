/// A buffer for XML text. The output is well formed for any input.
struct XMLBuffer {
  private(set) var bytes: [UInt8] = []
  private var openElements: [StaticString] = []
  private var isTagOpen = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Returns the text written since the last call.
  mutating func takeText() -> String {
    defer { bytes = [] }
    return text
  }

  /// The text, escaped as the content of an element.
  static func escaped(_ text: String) -> String {
    var buffer = XMLBuffer()
    buffer.escaped(text)
    return buffer.text
  }

  mutating func open(_ name: StaticString) {
    closeTag()
    raw("<")
    raw(name)
    openElements.append(name)
    isTagOpen = true
  }

  mutating func close() {
    guard let name = openElements.popLast() else { return }
    if isTagOpen {
      raw("/>")
      isTagOpen = false
      return
    }
    raw("</")
    raw(name)
    raw(">")
  }

  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    escaped(value)
    raw("\"")
  }

  mutating func attribute(_ name: StaticString, _ value: Double) {
    raw(" ")
    raw(name)
    raw("=\"")
    SVGNumber.append(value, to: &bytes)
    raw("\"")
  }

  /// Writes an attribute for scripts. The name must be a constant of the library, because it is not escaped.
  mutating func dataAttribute(_ name: String, _ value: String) {
    raw(" data-")
    bytes += Array(name.utf8)
    raw("=\"")
    escaped(value)
    raw("\"")
  }

  mutating func attribute(_ name: StaticString, _ path: PathData) {
    raw(" ")
    raw(name)
    raw("=\"")
    append(path)
    raw("\"")
  }

  mutating func content(_ text: String) {
    closeTag()
    escaped(text)
  }

  /// Writes text that the library itself created and that needs no escapes.
  mutating func trusted(_ text: String) {
    closeTag()
    bytes += Array(text.utf8)
  }

  mutating func newline() {
    closeTag()
    bytes.append(10)
  }

  private mutating func closeTag() {
    guard isTagOpen else { return }
    bytes.append(62)
    isTagOpen = false
  }

  private mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Escapes the special characters of XML and drops characters that XML or a viewer cannot use.
  private mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: raw("&amp;")
      case 0x3c: raw("&lt;")
      case 0x3e: raw("&gt;")
      case 0x22: raw("&quot;")
      case 0x09, 0x0a, 0x0d: bytes.append(32)
      case 0x1f: raw("|")  // the separator of lists of names
      case 0x00..<0x20, 0x7f..<0xa0, 0xfdd0...0xfdef: break
      case let value where value & 0xfffe == 0xfffe: break
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }

  private mutating func append(_ path: PathData) {
    var previous: PathData.Command?
    for command in path.commands {
      switch command {
      case .move(let point):
        raw("M")
        append(point)
      case .line(let point):
        // Coordinates after a move or a line need no command to be lines.
        if case .line = previous {
          raw(" ")
        } else if case .move(let start) = previous {
          if start == point {
            // The next coordinates need a command again, because they are not arguments of this one.
            raw("h0")
            previous = nil
            continue
          }
          raw(" ")
        } else {
          raw("L")
        }
        append(point)
      case .curve(let first, let second, let end):
        raw("C")
        append(first)
        raw(" ")
        append(second)
        raw(" ")
        append(end)
      case .rectangle(let rectangle):
        raw("M")
        append(Point(x: rectangle.x, y: rectangle.y))
        raw("H")
        SVGNumber.append(rectangle.maxX, to: &bytes)
        raw("V")
        SVGNumber.append(rectangle.maxY, to: &bytes)
        raw("H")
        SVGNumber.append(rectangle.x, to: &bytes)
        raw("Z")
      case .close: raw("Z")
      }
      previous = command
    }
  }

  private mutating func append(_ point: Point) {
    SVGNumber.append(point.x, to: &bytes)
    bytes.append(44)
    SVGNumber.append(point.y, to: &bytes)
  }
}

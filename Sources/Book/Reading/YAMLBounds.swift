/// Limits on YAML, which are checked before Yams reads it.
///
/// Yams recurses into nested values and copies the value of an alias at each use, so hostile YAML could exhaust the
/// stack or the memory. The check counts in one pass and may count too much, but never too little.
enum YAMLBounds {
  /// The limit that the YAML exceeds.
  enum Excess: Equatable {
    case nesting, brackets, aliases
  }

  /// The most columns of indentation before the text of a line, and the most `- ` and `? ` markers in them.
  static let deepest = 120
  static let mostMarkers = 16
  /// The most opening brackets in the whole text.
  static let mostBrackets = 256
  static let mostAliases = 16

  /// The limit that the YAML exceeds and the line, counted from zero; nil when the YAML is safe to read.
  static func excess(in yaml: String) -> (Excess, line: Int)? {
    var (brackets, aliases, line) = (0, 0, 0)
    var (markers, column) = (0, 0)
    var last: UInt8 = 10
    // `isOpen` means that a value may begin here. A tag or an anchor comes before its value, so it keeps `isOpen`.
    var (isOpen, isIndented, isProperty) = (true, true, false)
    for byte in yaml.utf8 {
      column += 1
      switch byte {
      case 10, 13:
        if byte == 10 { line += 1 }
        (markers, column) = (0, 0)
        (isOpen, isIndented, isProperty) = (true, true, false)
      case UInt8(ascii: " "), 9:
        if isIndented, last == UInt8(ascii: "-") || last == UInt8(ascii: "?") { markers += 1 }
        isProperty = false
      case UInt8(ascii: "-"), UInt8(ascii: "?"): break
      case UInt8(ascii: ","), UInt8(ascii: ":"): isOpen = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if isOpen { brackets += 1 }
        isIndented = false
      case UInt8(ascii: "!"), UInt8(ascii: "&"): (isIndented, isProperty) = (false, true)
      default:
        if byte == UInt8(ascii: "*"), isOpen { aliases += 1 }
        if !isProperty { isOpen = false }
        isIndented = false
      }
      last = byte
      if isIndented, column > deepest || markers > mostMarkers { return (.nesting, line) }
      if brackets > mostBrackets { return (.brackets, line) }
      if aliases > mostAliases { return (.aliases, line) }
    }
    return nil
  }
}

/// Whether YAML is shallow enough for a reader that goes down the stack for everything that is nested, and repeats
/// what an alias stands for wherever the alias does. Found in one pass that only counts, and counts too much rather
/// than too little.
enum YAMLBounds {
  /// What there is too much of.
  enum Excess: Equatable {
    case nesting, brackets, aliases
  }

  /// The columns before the text of a line, and the `- ` and `? ` among them.
  static let deepest = 120
  static let mostMarkers = 16
  /// Brackets that may open something, in the whole text.
  static let mostBrackets = 256
  static let mostAliases = 16

  /// What there is too much of, and the line from zero; nil when a reader may see it.
  static func excess(in yaml: String) -> (Excess, line: Int)? {
    var (brackets, aliases, line) = (0, 0, 0)
    var (markers, column) = (0, 0)
    var last: UInt8 = 10
    // Whether something may begin here; a tag or an anchor stands before what it belongs to.
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

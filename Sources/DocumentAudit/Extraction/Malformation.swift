import Formulas

/// A flaw in LaTeX math that keeps every reader from setting it.
public enum Malformation: Hashable, Sendable {
  case unclosedBrace
  case unopenedBrace
  case unclosedEnvironment(String)
  case unopenedEnvironment(String)
  case unclosedLeft
  case unclosedParenthesis
  case unopenedParenthesis
  case unopenedRight
  case doubleScript
  case missingArgument(String)

  /// Whether the flaw is a parenthesis without its partner, which may stand in the words beside the formula.
  var isParenthesis: Bool { self == .unclosedParenthesis || self == .unopenedParenthesis }

  /// The first flaw of a formula and its line in the formula; nil for a well-formed formula.
  static func first(in latex: String) -> (flaw: Malformation, line: Int)? {
    var scanner = MalformationScanner(latex)
    return scanner.run()
  }

  /// The flaw in one sentence without a full stop.
  var message: String {
    switch self {
    case .unclosedBrace: "'{' is not closed"
    case .unopenedBrace: "'}' has no '{'"
    case .unclosedEnvironment(let name): "'\\begin{\(name)}' has no '\\end{\(name)}'"
    case .unopenedEnvironment(let name): "'\\end{\(name)}' has no '\\begin{\(name)}'"
    case .unclosedLeft: "'\\left' has no '\\right'"
    case .unopenedRight: "'\\right' has no '\\left'"
    case .unclosedParenthesis: "'(' is not closed"
    case .unopenedParenthesis: "')' has no '('"
    case .doubleScript: "a symbol has two subscripts or two superscripts; add braces"
    case .missingArgument(let name): "an argument of '\(name)' is missing"
    }
  }
}

/// Scans LaTeX math and tracks open groups, scripts and missing arguments.
private struct MalformationScanner {
  private enum Open: Equatable {
    case brace
    case environment(String)
    case left
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var open: [Open] = []
  /// The scripts (`^`, `_`) that the last symbol already has, for each level of braces.
  private var scripts: [Set<UInt8>] = [[]]
  /// The number of open parentheses for each level; nil if intervals or words may leave some unbalanced.
  private var parentheses: [Int]?
  /// The command or script that still needs arguments, and how many.
  private var waiting: (name: String, count: Int)?
  /// The value of `waiting` outside each open group.
  private var suspended: [(name: String, count: Int)?] = []

  init(_ latex: String) {
    bytes = Array(latex.utf8)
    // `P(y = $heads$)`: words may stand between two short formulas.
    let hasIntervals =
      latex.contains("[") || latex.contains("]") || latex.contains("\\text") || latex.utf8.count < 20
    parentheses = hasIntervals ? nil : [0]
  }

  mutating func run() -> (flaw: Malformation, line: Int)? {
    var line = 1
    while index < bytes.count {
      if bytes[index] > 32 { line = self.line }
      if let flaw = step() { return (flaw, self.line) }
    }
    if let waiting { return (.missingArgument(waiting.name), line) }
    switch open.last {
    case .brace: return (.unclosedBrace, line)
    case .environment(let name): return (.unclosedEnvironment(name), line)
    case .left: return (.unclosedLeft, line)
    case nil: return parentheses?.last ?? 0 > 0 ? (.unclosedParenthesis, line) : nil
    }
  }

  private mutating func enter(_ opening: Open) {
    open.append(opening)
    scripts.append([])
    parentheses?.append(0)
  }

  /// Leaves the innermost group; false if a parenthesis is still open in it.
  private mutating func leave() -> Bool {
    open.removeLast()
    scripts.removeLast()
    return parentheses?.popLast() ?? 0 == 0
  }

  /// The flaw at a sign that should close `group`, but stands in another group or in none.
  private func flaw(closing group: Open, alone: Malformation) -> Malformation {
    switch open.last {
    case .brace: .unclosedBrace
    case .environment(let name) where open.contains(group): .unclosedEnvironment(name)
    case .left where open.contains(group): .unclosedLeft
    default: alone
    }
  }

  private mutating func step() -> Malformation? {
    let byte = bytes[index]
    switch byte {
    case 10:
      line += 1
      index += 1
    case 0...32: index += 1
    case UInt8(ascii: "%"):
      while index < bytes.count, bytes[index] != 10 { index += 1 }
    case UInt8(ascii: "\\"): return command()
    case UInt8(ascii: "{"):
      takeArgument()
      suspended.append(waiting)
      waiting = nil
      enter(.brace)
      index += 1
    case UInt8(ascii: "}"):
      if let waiting { return .missingArgument(waiting.name) }
      guard open.last == .brace else { return flaw(closing: .brace, alone: .unopenedBrace) }
      guard leave() else { return .unclosedParenthesis }
      waiting = suspended.popLast() ?? nil
      index += 1
    case UInt8(ascii: "("):
      atom()
      if let depth = parentheses?.last { parentheses?[scripts.count - 1] = depth + 1 }
      index += 1
    case UInt8(ascii: ")"):
      atom()
      if let depth = parentheses?.last {
        if depth == 0 { return .unopenedParenthesis }
        parentheses?[scripts.count - 1] = depth - 1
      }
      index += 1
    case UInt8(ascii: "^"), UInt8(ascii: "_"):
      if let waiting { return .missingArgument(waiting.name) }
      let level = scripts.count - 1
      guard scripts[level].insert(byte).inserted else { return .doubleScript }
      waiting = (String(UnicodeScalar(byte)), 1)
      index += 1
      // The argument of a script does not end the scripts of its symbol.
      scriptArgument()
    case UInt8(ascii: "'"): index += 1
    case UInt8(ascii: "&"):
      if let waiting { return .missingArgument(waiting.name) }
      atom()
      index += 1
    default:
      atom()
      index += 1
    }
    return nil
  }

  /// Takes a single character as the argument of a script. `step` handles groups and commands.
  private mutating func scriptArgument() {
    while index < bytes.count, bytes[index] <= 32 {
      if bytes[index] == 10 { line += 1 }
      index += 1
    }
    guard index < bytes.count else { return }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "&"):
      break
    default:
      waiting = nil
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
  }

  /// Notes a symbol that can have scripts.
  private mutating func atom() {
    if waiting == nil { scripts[scripts.count - 1] = [] }
    takeArgument()
  }

  private mutating func takeArgument() {
    guard let current = waiting else {
      scripts[scripts.count - 1] = []
      return
    }
    waiting = current.count > 1 ? (current.name, current.count - 1) : nil
  }

  private mutating func command() -> Malformation? {
    let start = index
    index += 1
    while index < bytes.count, (bytes[index] | 0x20) >= 97, (bytes[index] | 0x20) <= 122 { index += 1 }
    if index == start + 1 {
      let isBreak = index < bytes.count && bytes[index] == UInt8(ascii: "\\")
      if isBreak, let waiting { return .missingArgument(waiting.name) }
      if index < bytes.count { index += 1 }
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      atom()
      return nil
    }
    let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
    switch name {
    case "begin", "end":
      if name == "end", let waiting { return .missingArgument(waiting.name) }
      guard let environment = group() else { return .missingArgument("\\" + name) }
      if name == "begin" {
        atom()
        enter(.environment(environment))
      } else {
        guard open.last == .environment(environment) else {
          return flaw(closing: .environment(environment), alone: .unopenedEnvironment(environment))
        }
        guard leave() else { return .unclosedParenthesis }
      }
    case "left":
      atom()
      enter(.left)
      delimiter()
    case "right":
      if let waiting { return .missingArgument(waiting.name) }
      guard open.last == .left else { return flaw(closing: .left, alone: .unopenedRight) }
      guard leave() else { return .unclosedParenthesis }
      delimiter()
    case "label", "ref", "eqref", "tag", "cite":
      // The argument is a name, in which an underscore is a sign.
      atom()
      _ = group()
    case "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom":
      atom()
      waiting = ("\\" + name, 2)
    default:
      atom()
      skipName()
    }
    return nil
  }

  /// Skips an argument that is a name with more than one underscore, such as that of an author's own `\label`.
  private mutating func skipName() {
    let start = index
    guard let name = group() else { return }
    let isName = name.utf8.allSatisfy {
      FormulaLexer.isLetter($0) || FormulaLexer.isDigit($0) || "_-:.".utf8.contains($0)
    }
    if !isName || name.count(where: { $0 == "_" }) < 2 { index = start }
  }

  private mutating func delimiter() {
    while index < bytes.count, bytes[index] == 32 { index += 1 }
    guard index < bytes.count else { return }
    if bytes[index] == UInt8(ascii: "\\") {
      index += 1
      // Markdown outside of dollars halves the backslashes of `\left\\{`.
      if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "{") || bytes[index + 1] == UInt8(ascii: "}")
      {
        index += 2
        return
      }
      if index < bytes.count, (bytes[index] | 0x20) >= 97, (bytes[index] | 0x20) <= 122 {
        while index < bytes.count, (bytes[index] | 0x20) >= 97, (bytes[index] | 0x20) <= 122 { index += 1 }
        return
      }
    }
    if index < bytes.count { index += 1 }
  }

  private mutating func group() -> String? {
    while index < bytes.count, bytes[index] == 32 { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    for end in index..<bytes.count {
      if bytes[end] == UInt8(ascii: "{") { depth += 1 }
      if bytes[end] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 {
        defer { index = end + 1 }
        return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      }
    }
    return nil
  }
}

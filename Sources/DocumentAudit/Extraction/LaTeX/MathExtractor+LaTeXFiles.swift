import Formulas

extension MathExtractor {
  /// Reads a command that loads files: `\input{a}`, `\input a`, `\usepackage[b]{c, d}`. False for all other commands.
  mutating func readLoading() -> Bool {
    guard bytes[index] == UInt8(ascii: "\\") else { return false }
    let command = word(at: index + 1)
    var position = index + 1 + command.utf8.count
    switch command {
    case "input", "include", "subfile":
      var file = environmentName(at: position)
      if file.isEmpty, command == "input" { file = bareName(at: &position) }
      if !file.isEmpty { content.inputs.append(file) }
    case "usepackage", "RequirePackage": content.packages += names(at: position).map { $0 + ".sty" }
    case "documentclass", "LoadClass": content.packages += names(at: position).map { $0 + ".cls" }
    default: return false
    }
    skipCommand(command, withArguments: true)
    if index < position { skip(to: position) }
    return true
  }

  /// The name of a file without braces, as TeX itself has it. Moves `position` behind the name.
  private func bareName(at position: inout Int) -> String {
    while position < bytes.count, bytes[position] == 32 { position += 1 }
    let start = position
    while position < bytes.count,
      FormulaLexer.isLetter(bytes[position]) || "-_./0123456789".utf8.contains(bytes[position])
    {
      position += 1
    }
    return string(start..<position)
  }

  /// The names in braces, behind options in brackets.
  private func names(at start: Int) -> [String] {
    var position = start
    if position < bytes.count, bytes[position] == UInt8(ascii: "["), let end = groupEnd(at: position) {
      position = end
    }
    return environmentName(at: position).split(separator: ",").map {
      String($0.drop { $0 == " " }.prefix { $0 != " " })
    }
  }
}

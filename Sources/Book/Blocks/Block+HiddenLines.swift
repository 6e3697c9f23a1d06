extension Block {
  /// The lines that the reader sees: all except those from `// snippet.hide` to `// snippet.show`, without blank lines
  /// at either end.
  package var visibleLines: [CodeLine] {
    var visible: [CodeLine] = []
    var isHidden = false
    for line in lines {
      switch line.text.trimmingSpaces {
      case "// snippet.hide": isHidden = true
      case "// snippet.show": isHidden = false
      default: if !isHidden { visible.append(line) }
      }
    }
    let isBlank = { (line: CodeLine) in line.text.trimmingSpaces.isEmpty }
    return Array(visible.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

extension StringProtocol {
  package var trimmingSpaces: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

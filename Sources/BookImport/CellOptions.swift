/// The options of a code cell of Quarto or knitr, such as `#| fig-cap: Losses` or `{r, fig.cap="Losses"}`.
struct CellOptions {
  private var values: [String: String] = [:]
  /// The code without the lines of options.
  private(set) var code: [String] = []

  init(_ fence: Fence, _ lines: [String]) {
    for match in fence.argument.matches(of: /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,"']+))/) {
      let name = match.1.replacing(".", with: "-")
      values[String(name)] = String(match.2 ?? match.3 ?? match.4 ?? "")
    }
    code = lines
    guard fence.isExecuted else { return }
    var open: String?
    for line in lines {
      guard line.begins(with: "#%/-"), let match = line.wholeMatch(of: /\s*(?:#|%%|\/\/|--)\|(\s.*)/) else {
        break
      }
      code.removeFirst()
      if let option = match.1.wholeMatch(of: /\s([\w.-]+):\s*(.*)/) {
        let value = option.2.wholeMatch(of: /"(.*)"\s*|'(.*)'\s*/).flatMap { $0.1 ?? $0.2 } ?? option.2
        let name = String(option.1)
        let isFolded = ["|", ">", "|-", ">-"].contains(value.trimmingSpaces)
        values[name] = isFolded ? "" : value.trimmingSpaces
        open = isFolded ? name : nil
      } else if let open {
        values[open] = [values[open] ?? "", match.1.trimmingSpaces].filter { !$0.isEmpty }.joined(
          separator: " ")
      }
    }
  }

  /// The value of an option; nil if it is not set or empty.
  subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
}

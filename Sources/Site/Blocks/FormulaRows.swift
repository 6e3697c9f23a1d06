import Foundation

/// A displayed formula taken apart into its rows and their columns, so that each row can have its verdict.
struct FormulaRows {
  var rows: [Row]

  struct Row {
    /// The LaTeX between the `&` signs.
    var cells: [String]
    /// Where the row stands in the formula, in UTF-8 bytes.
    var range: Range<Int>
  }

  /// Splits at `\\` and `&` outside of braces and of inner environments; an environment around all is taken off.
  init(_ latex: String) {
    rows = []
    var cells: [String] = []
    var cell = ""
    var start = 0
    var offset = 0
    var depth = 0
    var environments = 0
    let outer = latex.prefixMatch(of: /\s*\\begin\{(aligned|align\*?|gathered|gather\*?|split|eqnarray\*?)\}/)
    let outerDepth = outer == nil ? 0 : 1

    func endCell() {
      cells.append(cell.trimmingCharacters(in: .whitespacesAndNewlines))
      cell = ""
    }
    func endRow() {
      endCell()
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(cells: cells, range: start..<offset)) }
      cells = []
    }

    var rest = latex[...]
    while let character = rest.first {
      var piece = String(character)
      if character == "\\" {
        if let match = rest.prefixMatch(of: /\\(begin|end)\{([^}]*)\}/) {
          piece = String(match.0)
          let isOuter = environments == (match.1 == "begin" ? 0 : 1) && outerDepth == 1
          environments += match.1 == "begin" ? 1 : -1
          cell += isOuter ? "" : piece
        } else if let match = rest.prefixMatch(of: /\\\\(?:\[[^\]]*\])?/), depth == 0,
          environments <= outerDepth
        {
          piece = String(match.0)
          endRow()
          start = offset + piece.utf8.count
        } else {
          piece = String(rest.prefix(2))
          cell += piece
        }
      } else if character == "&", depth == 0, environments <= outerDepth {
        endCell()
      } else {
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
        cell += piece
      }
      offset += piece.utf8.count
      rest = rest.dropFirst(piece.count)
    }
    endRow()
  }
}

import Foundation

/// The fonts of KaTeX that the formulas of a page need.
///
/// If a font arrives after a formula was painted, the formula and the text around it move. So each font is in a style
/// sheet, which painting waits for anyway, and a script in the head of a page loads its fonts before the text.
struct KaTeXFonts: Equatable {
  /// A font, its CSS `font` value, `italic 1em KaTeX_Math`, and the beginnings of the CSS classes that use it.
  struct Face: Equatable {
    var file: String
    var name: String
    var classes: [String]

    init(_ file: String, _ name: String, _ classes: [String]) {
      self.file = file
      self.name = name
      self.classes = classes
    }
  }

  /// The used fonts, in the order of the table below; empty when there are no formulas.
  private(set) var faces: [Face] = []

  /// The fonts that KaTeX can use. The browser makes bold fraktur, bold script, and bold italics from the plain ones.
  static let all = [
    Face("Main-Regular", "1em KaTeX_Main", ["katex"]),
    Face("Math-Italic", "italic 1em KaTeX_Math", ["mathnormal"]),
    Face("Size1-Regular", "1em KaTeX_Size1", ["delimsizing size1", "delim-size1", "op-symbol small-op"]),
    Face("Size2-Regular", "1em KaTeX_Size2", ["delimsizing size2", "op-symbol large-op"]),
    Face("Size3-Regular", "1em KaTeX_Size3", ["delimsizing size3"]),
    Face("Size4-Regular", "1em KaTeX_Size4", ["delimsizing size4", "delim-size4"]),
    Face("Main-Bold", "700 1em KaTeX_Main", ["mathbf", "textbf"]),
    Face("Main-Italic", "italic 1em KaTeX_Main", ["mathit", "textit"]),
    Face("Math-BoldItalic", "italic 700 1em KaTeX_Math", ["boldsymbol"]),
    Face("AMS-Regular", "1em KaTeX_AMS", ["amsrm", "mathbb", "textbb"]),
    Face("Caligraphic-Regular", "1em KaTeX_Caligraphic", ["mathcal"]),
    Face("Fraktur-Regular", "1em KaTeX_Fraktur", ["mathfrak", "textfrak"]),
    Face("Script-Regular", "1em KaTeX_Script", ["mathscr", "textscr"]),
    Face("SansSerif-Regular", "1em KaTeX_SansSerif", ["mathsf", "textsf"]),
    Face("SansSerif-Bold", "700 1em KaTeX_SansSerif", ["mathboldsf", "textboldsf"]),
    Face("SansSerif-Italic", "italic 1em KaTeX_SansSerif", ["mathitsf", "textitsf"]),
    Face("Typewriter-Regular", "1em KaTeX_Typewriter", ["mathtt", "texttt"]),
  ]

  /// Finds the fonts that pieces of HTML need.
  init(usedIn html: [String] = []) {
    let html = html.filter(Self.hasFormulas)
    if html.isEmpty { return }
    faces = Self.all.filter { face in
      face.classes.contains { name in
        html.contains { Self.holds($0, " \(name)") || Self.holds($0, "\"\(name)") }
      }
    }
  }

  /// Whether `html` contains a formula.
  static func hasFormulas(_ html: String) -> Bool { holds(html, "class=\"katex\"") }

  /// The CSS `font` values of the used fonts, separated by commas. Pages load the fonts by these values.
  var names: String { faces.map(\.name).joined(separator: ",") }

  /// The style sheets for `assets/katex`, by their names: the rules, and each font.
  static func styleSheets(of katex: KaTeXFiles) throws -> [String: String] {
    let all = try String(contentsOfFile: katex.styleSheet, encoding: .utf8)
    var sheets = ["katex.min.css": all.replacing(/@font-face\{[^}]*\}/, with: "")]
    for rule in all.matches(of: /@font-face\{[^}]*\}/).map(\.output) {
      guard let source = rule.firstMatch(of: /src:url\(fonts\/KaTeX_([A-Za-z0-9\-]+)\.woff2\)[^;}]*/),
        Self.all.contains(where: { $0.file == source.1 })
      else { continue }
      let file = "\(katex.folder)/fonts/KaTeX_\(source.1).woff2"
      let font = try Data(contentsOf: URL(fileURLWithPath: file)).base64EncodedString()
      sheets["\(source.1).css"] = String(rule).replacing(
        source.0, with: "src:url(data:font/woff2;base64,\(font)) format('woff2')")
    }
    return sheets
  }

  /// One style sheet with the rules and these fonts.
  func styleSheet(of katex: KaTeXFiles) throws -> String {
    let sheets = try Self.styleSheets(of: katex)
    return (["katex.min"] + faces.map(\.file)).compactMap { sheets["\($0).css"] }.joined(separator: "\n")
  }

  /// Whether `text` contains `word`. Pages can have megabytes, and the C library searches fast.
  private static func holds(_ text: String, _ word: String) -> Bool {
    text.withCString { strstr($0, word) != nil }
  }
}

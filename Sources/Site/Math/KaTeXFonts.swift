import Foundation

/// The fonts of KaTeX that the formulas of a book need.
///
/// If a font arrives after a formula was painted, the formula and the text around it move. So the style sheet, which
/// painting waits for anyway, contains the used fonts, and a script in the head of a page loads them before the text.
struct KaTeXFonts: Equatable {
  /// A font file and its CSS `font` value: `italic 1em KaTeX_Math`.
  struct Face: Hashable {
    var file: String
    var name: String

    init(_ file: String, _ name: String) {
      self.file = "KaTeX_\(file).woff2"
      self.name = name
    }
  }

  /// The used fonts, in the order of the tables below; empty when there are no formulas.
  private(set) var faces: [Face] = []

  /// The fonts of letters, digits, signs and growing delimiters.
  private static let common = [
    Face("Main-Regular", "1em KaTeX_Main"), Face("Math-Italic", "italic 1em KaTeX_Math"),
    Face("Size1-Regular", "1em KaTeX_Size1"), Face("Size2-Regular", "1em KaTeX_Size2"),
    Face("Size3-Regular", "1em KaTeX_Size3"), Face("Size4-Regular", "1em KaTeX_Size4"),
  ]

  /// The fonts of other alphabets, by the CSS classes that use them.
  private static let alphabets: [(classes: [String], face: Face)] = [
    (["mathbf", "textbf"], Face("Main-Bold", "700 1em KaTeX_Main")),
    (["mathit", "textit"], Face("Main-Italic", "italic 1em KaTeX_Main")),
    (["boldsymbol"], Face("Math-BoldItalic", "italic 700 1em KaTeX_Math")),
    (["amsrm", "mathbb", "textbb"], Face("AMS-Regular", "1em KaTeX_AMS")),
    (["mathcal"], Face("Caligraphic-Regular", "1em KaTeX_Caligraphic")),
    (["mathfrak", "textfrak"], Face("Fraktur-Regular", "1em KaTeX_Fraktur")),
    (["mathscr", "textscr"], Face("Script-Regular", "1em KaTeX_Script")),
    (["mathsf", "textsf"], Face("SansSerif-Regular", "1em KaTeX_SansSerif")),
    (["mathtt", "texttt"], Face("Typewriter-Regular", "1em KaTeX_Typewriter")),
  ]

  /// Finds the fonts that pieces of HTML need.
  init(usedIn html: [String] = []) {
    guard html.contains(where: Self.hasFormulas) else { return }
    let used = Self.alphabets.filter { alphabet in
      alphabet.classes.contains { name in
        html.contains { Self.holds($0, " \(name)") || Self.holds($0, "\"\(name)") }
      }
    }
    faces = Self.common + used.map(\.face)
  }

  /// Whether `html` contains a formula.
  static func hasFormulas(_ html: String) -> Bool { holds(html, "class=\"katex\"") }

  /// The CSS `font` values of the used fonts, separated by commas. Pages load the fonts by these values.
  var names: String { faces.map(\.name).joined(separator: ",") }

  /// KaTeX's style sheet with the used fonts in it, and the files of all other fonts.
  func files(of katex: KaTeXFiles) throws -> [String: Data] {
    var styleSheet = try String(contentsOfFile: katex.styleSheet, encoding: .utf8)
    var files: [String: Data] = [:]
    for path in katex.fonts {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let name = "fonts/\(URL(fileURLWithPath: path).lastPathComponent)"
      let address = "url(\(name))"
      if faces.contains(where: { "fonts/\($0.file)" == name }), styleSheet.contains(address) {
        styleSheet = styleSheet.replacing(
          address, with: "url(data:font/woff2;base64,\(data.base64EncodedString()))")
      } else {
        files[name] = data
      }
    }
    files["katex.min.css"] = Data(styleSheet.utf8)
    return files
  }

  /// Whether `text` contains `word`. Pages can have megabytes, and the C library searches fast.
  private static func holds(_ text: String, _ word: String) -> Bool {
    text.withCString { strstr($0, word) != nil }
  }
}

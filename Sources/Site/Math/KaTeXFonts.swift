import Foundation

/// The fonts of KaTeX that the formulas of a book need.
///
/// A font that arrives after a formula was painted moves it and what is around it. So the fonts that are used lie in
/// the style sheet, for which painting waits anyway, and a line in the head of a page loads them before its text.
struct KaTeXFonts: Equatable {
  /// One file of a family, and what CSS calls it: `italic 1em KaTeX_Math`.
  struct Face: Hashable {
    var file: String
    var name: String

    init(_ file: String, _ name: String) {
      self.file = "KaTeX_\(file).woff2"
      self.name = name
    }
  }

  /// What is used, in the order of the tables below; empty where there is no formula.
  private(set) var faces: [Face] = []

  /// Letters, digits, signs and growing delimiters.
  private static let common = [
    Face("Main-Regular", "1em KaTeX_Main"), Face("Math-Italic", "italic 1em KaTeX_Math"),
    Face("Size1-Regular", "1em KaTeX_Size1"), Face("Size2-Regular", "1em KaTeX_Size2"),
    Face("Size3-Regular", "1em KaTeX_Size3"), Face("Size4-Regular", "1em KaTeX_Size4"),
  ]

  /// The other alphabets, by the classes that ask for them.
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

  /// The fonts that pieces of HTML need.
  init(usedIn html: [String] = []) {
    guard html.contains(where: Self.hasFormulas) else { return }
    let used = Self.alphabets.filter { alphabet in
      alphabet.classes.contains { name in
        html.contains { Self.holds($0, " \(name)") || Self.holds($0, "\"\(name)") }
      }
    }
    faces = Self.common + used.map(\.face)
  }

  /// Whether a formula stands in `html`.
  static func hasFormulas(_ html: String) -> Bool { holds(html, "class=\"katex\"") }

  /// What CSS calls them, for the page that loads them.
  var names: String { faces.map(\.name).joined(separator: ",") }

  /// KaTeX's style sheet with these fonts in it, and the files of all others.
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

  /// Whether `word` stands in `text`. Pages are megabytes, and the C library's search is the fast one.
  private static func holds(_ text: String, _ word: String) -> Bool {
    text.withCString { strstr($0, word) != nil }
  }
}

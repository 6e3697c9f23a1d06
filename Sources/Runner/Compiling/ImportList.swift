/// The modules that a program may import.
struct ImportList {
  /// Each once, in order of names.
  let modules: [String]

  /// Finds every word that stands behind `import` in `source`, be it in a comment.
  init(in source: String) {
    let kinds = "(?:(?:struct|class|enum|protocol|typealias|func|let|var)[ \\t]+)?"
    let pattern = try? Regex(
      "\\bimport[ \\t]+\(kinds)([A-Za-z_][A-Za-z0-9_]*)", as: (Substring, Substring).self)
    modules = Set(pattern.map { source.matches(of: $0).map { String($0.output.1) } } ?? []).sorted()
  }

  /// A program that imports those of them that are there, and does nothing.
  var program: String { modules.map { "#if canImport(\($0))\nimport \($0)\n#endif\n" }.joined() }
}

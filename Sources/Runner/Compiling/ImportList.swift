/// The modules that a program may import.
struct ImportList {
  /// The module names, sorted and without duplicates.
  let modules: [String]

  /// Finds every module name after `import` in `source`, also in comments.
  init(in source: String) {
    let kinds = "(?:(?:struct|class|enum|protocol|typealias|func|let|var)[ \\t]+)?"
    let pattern = try? Regex(
      "\\bimport[ \\t]+\(kinds)([A-Za-z_][A-Za-z0-9_]*)", as: (Substring, Substring).self)
    modules = Set(pattern.map { source.matches(of: $0).map { String($0.output.1) } } ?? []).sorted()
  }

  /// A program that imports the modules that are available, and does nothing else.
  var program: String { modules.map { "#if canImport(\($0))\nimport \($0)\n#endif\n" }.joined() }
}

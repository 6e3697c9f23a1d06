/// The YAML between two `---` lines at the top of a chapter.
struct FrontMatter {
  var title: String?
  var summary: String?
  var constants: [String: String] = [:]
  var macros = FormulaMacros()
  var formulas = FormulaStandard.strict
  /// The number of lines in the file, including the `---` lines; zero without front matter.
  var lineCount = 0

  /// Reads the front matter of a chapter, which may have none.
  init(lines: [Substring], file: String, _ diagnostics: inout [Diagnostic]) {
    let isRule = { (line: Substring) in line.trimmingSpaces == "---" }
    guard let first = lines.first, isRule(first) else { return }
    guard let end = lines.dropFirst().firstIndex(where: isRule) else {
      diagnostics.append(BookProblem.frontMatterUnclosed.diagnostic(at: SourcePosition(file: file, line: 1)))
      return
    }
    lineCount = end + 1
    let reader = YAMLReader(file: file, what: "the front matter", firstLine: 2)
    let yaml = lines[1..<end].joined(separator: "\n")
    let keys = ["title", "summary", "constants", "macros", "formulas"]
    let values = reader.mapping(in: yaml, keys: keys, &diagnostics)
    title = reader.text("title", in: values, &diagnostics)
    summary = reader.text("summary", in: values, &diagnostics)
    constants = reader.constants(in: values, &diagnostics)
    macros = reader.macros(in: values, &diagnostics)
    if let name = reader.text("formulas", in: values, &diagnostics) {
      formulas = FormulaStandard(rawValue: name) ?? .strict
      if FormulaStandard(rawValue: name) == nil {
        let problem = BookProblem.optionValueInvalid("formulas", value: name, allowed: "strict or audit")
        diagnostics.append(problem.diagnostic(at: reader.position(values["formulas"]?.mark)))
      }
    }
  }
}

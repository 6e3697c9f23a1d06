import Yams

extension YAMLReader {
  /// The numbers under `constants`, each with its meaning.
  func constants(in values: [String: Node], _ diagnostics: inout [Diagnostic]) -> [String: String] {
    Dictionary(pairs("constants", in: values, &diagnostics).map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The LaTeX commands under `macros`, written as `\loss: \mathcal{L}`.
  func macros(in values: [String: Node], _ diagnostics: inout [Diagnostic]) -> FormulaMacros {
    var macros = FormulaMacros()
    for pair in pairs("macros", in: values, &diagnostics) {
      let name = pair.name.hasPrefix("\\") ? String(pair.name.dropFirst()) : pair.name
      guard name.wholeMatch(of: /[A-Za-z]+/) != nil else {
        diagnostics.append(BookProblem.macroNameInvalid(pair.name).diagnostic(at: pair.position))
        continue
      }
      macros.definitions[name] = FormulaMacros.Definition(body: pair.value)
    }
    return macros
  }

  /// The `name: text` lines of the mapping under `key`, in order, with their positions.
  func pairs(
    _ key: String, in values: [String: Node], _ diagnostics: inout [Diagnostic]
  ) -> [(name: String, value: String, position: SourcePosition)] {
    guard let node = values[key] else { return [] }
    guard case .mapping(let mapping) = node else {
      diagnostics.append(BookProblem.yamlNotMapping(what: "'\(key)'").diagnostic(at: position(node.mark)))
      return []
    }
    return mapping.compactMap { name, value in
      guard let text = value.scalar?.string else {
        diagnostics.append(
          BookProblem.keyNotText(name.scalar?.string ?? key).diagnostic(at: position(value.mark)))
        return nil
      }
      return (name.scalar?.string ?? "", text, position(name.mark))
    }
  }
}

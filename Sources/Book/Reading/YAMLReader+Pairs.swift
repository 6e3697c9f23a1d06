import Yams

extension YAMLReader {
  /// The `name: text` lines of the mapping under `key`, in order, with their places.
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
        diagnostics.append(BookProblem.keyNotText(name.string ?? key).diagnostic(at: position(value.mark)))
        return nil
      }
      return (name.string ?? "", text, position(name.mark))
    }
  }
}

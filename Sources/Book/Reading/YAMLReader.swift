import Yams

/// Reads a mapping with known keys from YAML, and reports each mistake with its position.
struct YAMLReader {
  let file: String
  /// The owner of the keys, for messages: `book.yml`, `the front matter`.
  let what: String
  /// The line of the file on which the YAML begins.
  let firstLine: Int

  /// The values of the mapping by key. Reports keys that are not in `keys` and leaves them out.
  func mapping(in yaml: String, keys: [String], _ diagnostics: inout [Diagnostic]) -> [String: Node] {
    let start = SourcePosition(file: file, line: firstLine)
    if let (excess, line) = YAMLBounds.excess(in: yaml) {
      let place = SourcePosition(file: file, line: firstLine + line)
      diagnostics.append(BookProblem.yamlTooMuch(excess).diagnostic(at: place))
      return [:]
    }
    do {
      guard let node = try Yams.compose(yaml: yaml) else { return [:] }
      return mapping(node, keys: keys, what: what, &diagnostics)
    } catch let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
      let YamlError.composer(_, problem, mark, _)
    {
      diagnostics.append(BookProblem.yamlInvalid(reason: problem).diagnostic(at: position(mark)))
    } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
      let reason = "the key '\(duplicates.first ?? "")' is given twice"
      diagnostics.append(BookProblem.yamlInvalid(reason: reason).diagnostic(at: position(context.mark)))
    } catch {
      diagnostics.append(BookProblem.yamlInvalid(reason: "\(error)").diagnostic(at: start))
    }
    return [:]
  }

  /// The values of `node` by key. Reports keys that are not in `keys` and leaves them out.
  func mapping(
    _ node: Node, keys: [String], what: String, _ diagnostics: inout [Diagnostic]
  ) -> [String: Node] {
    guard case .mapping(let pairs) = node else {
      diagnostics.append(BookProblem.yamlNotMapping(what: what).diagnostic(at: position(node.mark)))
      return [:]
    }
    var values: [String: Node] = [:]
    for (key, value) in pairs {
      let name = key.string ?? ""
      if keys.contains(name) {
        values[name] = value
      } else {
        let problem = BookProblem.keyUnknown(name, of: what, nearest: nearestName(to: name, among: keys))
        diagnostics.append(problem.diagnostic(at: position(key.mark)))
      }
    }
    return values
  }

  /// The text under `key`, or nil when there is none.
  func text(_ key: String, in values: [String: Node], _ diagnostics: inout [Diagnostic]) -> String? {
    guard let node = values[key] else { return nil }
    // A value that YAML would read as a number or a date stays the text that the author wrote.
    if let scalar = node.scalar { return scalar.string }
    diagnostics.append(BookProblem.keyNotText(key).diagnostic(at: position(node.mark)))
    return nil
  }

  /// The items of the list under `key`.
  func list(_ key: String, in values: [String: Node], _ diagnostics: inout [Diagnostic]) -> [Node] {
    guard let node = values[key] else { return [] }
    if let sequence = node.sequence { return Array(sequence) }
    diagnostics.append(BookProblem.keyNotList(key).diagnostic(at: position(node.mark)))
    return []
  }

  /// The texts in the list under `key`. Reports items that are no text.
  func texts(
    _ key: String, in values: [String: Node], allowed: String, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    list(key, in: values, &diagnostics).compactMap { item in
      if let text = item.scalar?.string { return text }
      let problem = BookProblem.optionValueInvalid(key, value: "", allowed: allowed)
      diagnostics.append(problem.diagnostic(at: position(item.mark)))
      return nil
    }
  }

  func position(_ mark: Mark?) -> SourcePosition {
    guard let mark else { return SourcePosition(file: file, line: firstLine) }
    return SourcePosition(file: file, line: firstLine + mark.line - 1, utf8Column: mark.column)
  }
}

import Yams

extension FormulaMacros {
  /// The commands that a file defines: LaTeX with `\newcommand`, or YAML or JSON with a mapping `macros` at any depth,
  /// as Galley, MyST, Jupyter Book and the configurations of KaTeX and MathJax have it.
  package init(file text: String) {
    self.init()
    if Self.defining.contains(where: { text.contains("\\" + $0) }) {
      _ = takeDefinitions(from: text)
    } else {
      self.init(yaml: text)
    }
  }

  /// The commands under `macros`, or under `math` as MyST writes it, in the settings of a document; none when the text
  /// is not YAML.
  package init(yaml text: String) {
    self.init()
    guard text.contains("acros") || text.contains("math") || text.contains("\\"),
      YAMLBounds.excess(in: text) == nil, let root = try? Yams.compose(yaml: text)
    else { return }
    if case .mapping(let mapping) = root, mapping.keys.allSatisfy({ $0.string?.hasPrefix("\\") == true }) {
      take(mapping)
    } else {
      search(root, depth: 0)
    }
  }

  private mutating func search(_ node: Node, depth: Int) {
    guard depth < 10, case .mapping(let mapping) = node else { return }
    for (key, value) in mapping {
      let name = key.string?.lowercased()
      if name == "macros" || name == "math" && depth == 0, case .mapping(let macros) = value {
        take(macros)
      } else {
        search(value, depth: depth + 1)
      }
    }
  }

  private mutating func take(_ mapping: Node.Mapping) {
    for (key, value) in mapping {
      guard let key = key.string else { continue }
      let name = key.hasPrefix("\\") ? String(key.dropFirst()) : key
      // MathJax also takes a list of the body and the number of arguments.
      let body = value.string ?? value.sequence?.first?.string
      guard let body, name.wholeMatch(of: /[A-Za-z]+/) != nil else { continue }
      definitions[name] = Definition(body: body)
    }
  }

  /// Removes the definitions that only spell the name of a command, such as `arg\,max` for `\argmax`.
  package mutating func forgetSpellings(of names: Set<String>) {
    definitions = definitions.filter { name, definition in
      guard names.contains(name), definition.parameters == 0 else { return true }
      let letters = definition.body.replacing(
        /\\(?:operatorname|mathrm|text|mathop|rm|limits)|[^A-Za-z]/, with: "")
      return letters != name
    }
  }
}

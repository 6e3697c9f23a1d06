import Foundation
import Yams

extension ForeignBook {
  /// The macros of mdbook-katex: a file with lines such as `\field:{\mathbb F}`.
  static func macros(ofMDBook text: String) -> [String: String] {
    var macros: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /\s*\\([A-Za-z]+|[^A-Za-z\s])\s*:\s*(.*?)\s*/) else { continue }
      macros[String(match.1)] = String(match.2)
    }
    return macros
  }

  static func macros(inScripts paths: [String], _ files: SourceFolder) -> [String: String] {
    paths.filter(files.has).compactMap(files.text).reduce(into: [:]) { macros, text in
      macros.merge(MathJaxSettings.macros(inScript: text)) { $1 }
    }
  }

  /// The values that stand for marks in double braces.
  static func variables(_ files: SourceFolder, _ kind: Kind) -> [String: String] {
    func read(_ name: String) -> Node? { files.has(name) ? files.yaml(name) : nil }
    switch kind {
    case .mdBook: return [:]
    case .quarto:
      return scalars(read("_variables.yml")).prefixed("var ").merging(
        scalars(read("_quarto.yml")).prefixed("meta ")
      ) { first, _ in first }
    case .jupyterBook:
      let config = read("_config.yml")
      let project = read("myst.yml")?["project"]
      var variables: [String: String] = [:]
      for node in [
        config?["parse"]?["myst_substitutions"], config?["sphinx"]?["config"]?["myst_substitutions"],
        project?["substitutions"],
      ] {
        variables.merge(scalars(node)) { first, _ in first }
      }
      return variables
    case .plainMarkdown:
      return scalars(read("_config.yml")).prefixed("site.").merging(
        scalars(read("mkdocs.yml")?["extra"])
      ) { first, _ in first }
    }
  }

  /// The values in the front matter of a chapter.
  static func variables(ofFrontMatter text: String, _ kind: Kind) -> [String: String] {
    guard let node = try? Yams.compose(yaml: text) else { return [:] }
    return switch kind {
    case .mdBook: [:]
    case .quarto: scalars(node).prefixed("meta ")
    case .jupyterBook:
      scalars(node["substitutions"]).merging(scalars(node["myst"]?["substitutions"])) { first, _ in first }
    case .plainMarkdown: scalars(node).prefixed("page.")
    }
  }

  /// The texts in nested mappings, keyed by paths such as `a.b`.
  private static func scalars(_ node: Node?, at path: String = "") -> [String: String] {
    if let scalar = node?.scalar { return path.isEmpty ? [:] : [path: scalar.string] }
    var values: [String: String] = [:]
    for (key, value) in node?.mapping ?? [:] {
      guard let key = key.scalar?.string else { continue }
      values.merge(scalars(value, at: path.isEmpty ? key : path + "." + key)) { first, _ in first }
    }
    return values
  }
}

extension [String: String] {
  fileprivate func prefixed(_ prefix: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: map { (prefix + $0.key, $0.value) })
  }
}

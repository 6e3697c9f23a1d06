import Foundation

extension ChapterTranslator {
  /// Translates a role of MyST (`{ref}`…``) or of d2l (`:numref:`…``).
  mutating func role(_ name: String, _ content: String, _ number: Int, isJoined: Bool) -> String {
    let target = content.wholeMatch(of: /(?s)(.*?)\s*<([^<>]+)>/)
    let words = target.map { String($0.1) }
    let place = target.map { String($0.2) } ?? content
    switch name.lowercased().split(separator: ":").first.map(String.init) ?? name {
    case "math": return "$\(content)$"
    case "ref", "numref", "doc", "any", "prf", "nb", "figref":
      return ReferenceMark.text(to: place, words: words)
    case "eq", "eqref": return ReferenceMark.text(to: place)
    case "label", "eqlabel": return label(content).first ?? ""
    case "cite", "citep", "citet", "citeyear", "footcite":
      let keys = content.split(separator: ",").map { "@" + $0.trimmingCharacters(in: .whitespaces) }
      // The authors are part of the sentence. A letter behind the key would belong to it.
      if name == "cite:t" || name == "citet", !isJoined { return keys.joined(separator: ", ") }
      return "[" + keys.joined(separator: "; ") + "]"
    case "term", "index", "abbr", "dfn", "guilabel", "menuselection": return words ?? content
    case "kbd", "samp", "file", "command", "program", "code", "func", "class", "meth", "mod", "py", "attr",
      "obj":
      return "`\(content.hasPrefix("~") ? String(content.dropFirst()) : content)`"
    case "sub": return "<sub>\(content)</sub>"
    case "sup": return "<sup>\(content)</sup>"
    case "download": return "[\(words ?? place)](\(place))"
    case "strong": return "**\(content)**"
    case "emphasis": return "*\(content)*"
    case "fig", "width", "begin_tab", "end_tab", "bibliography": return ""
    default:
      note(.roleUnknown(name), number)
      return words ?? content
    }
  }
}

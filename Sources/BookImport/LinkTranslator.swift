import Foundation

/// The targets of references and links in a foreign book.
struct ReferenceTargets {
  /// The new file of each chapter, keyed by its path in the foreign book.
  private(set) var files: [String: String] = [:]
  /// The new file that contains each anchor.
  private(set) var anchors: [String: String] = [:]
  /// The labels of formulas.
  private(set) var equations: Set<String> = []

  init(_ pages: [(file: String, source: String, text: String, anchors: Set<String>)]) {
    for page in pages {
      files[page.source] = page.file
      for anchor in page.anchors where anchors[anchor] == nil { anchors[anchor] = page.file }
      for match in page.text.matches(of: /\$\$[.,;:]? \{#(eq-[\w-]+)\}/) { equations.insert(String(match.1)) }
    }
  }

  /// The new file of the chapter at a path, with or without a file extension.
  func chapter(_ path: String) -> String? {
    let stem = path.replacing(/\.(html|md|qmd|ipynb|markdown)$/, with: "")
    for ending in ["", ".md", ".qmd", ".ipynb", ".markdown", "/index.md", "/README.md", "/index.qmd"] {
      if let file = files[path + ending] ?? files[stem + ending] { return file }
    }
    return nil
  }
}

/// Rewrites the references, citations and links of a translated chapter for the new places of their targets.
struct LinkTranslator {
  let path: String
  let file: String
  let files: SourceFolder
  let targets: ReferenceTargets
  let keys: Set<String>
  let problem: (_ latex: String) -> String?
  private(set) var remarks: [ImportRemark] = []
  /// The files that the chapter shows or links to.
  private(set) var copied: Set<String> = []

  init(
    path: String, file: String, files: SourceFolder, targets: ReferenceTargets, keys: Set<String>,
    problem: @escaping (_ latex: String) -> String?
  ) {
    self.path = path
    self.file = file
    self.files = files
    self.targets = targets
    self.keys = keys
    self.problem = problem
  }

  mutating func translate(_ text: String) -> String {
    var fence: String?
    var inMath = false
    var output: [String] = []
    var display: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let bare = line.drop { $0 == ">" || $0.isWhitespace }
      if !inMath, bare.hasPrefix("```") || bare.hasPrefix("~~~") {
        let mark = String(bare.prefix { $0 == bare.first })
        if fence == nil { fence = mark } else if mark.hasPrefix(fence ?? "") { fence = nil }
        output.append(line)
        continue
      }
      if fence != nil {
        output.append(line)
        continue
      }
      if bare.hasPrefix("$$") {
        if inMath {
          output += checked(display, closing: line)
          display = []
        } else {
          display = [line]
        }
        inMath.toggle()
      } else if inMath {
        display.append(line)
      } else {
        output.append(translate(line: line))
      }
    }
    return (output + display).joined(separator: "\n")
  }

  /// A displayed formula, or its source as a listing when it cannot be typeset.
  private mutating func checked(_ lines: [String], closing: String) -> [String] {
    let prefix = lines[0].prefixMatch(of: /\s*(?:> ?)*\s*/).map { String($0.0) } ?? ""
    let latex = lines.dropFirst().map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
      .joined(separator: "\n")
    guard let reason = problem(latex) else { return lines + [closing] }
    note(.formulaNotSet(String(latex.prefix(60)), reason: reason))
    return ["\(prefix)```latex"] + lines.dropFirst() + ["\(prefix)```"]
  }

  private mutating func note(_ problem: ImportRemark.Problem) {
    remarks.append(ImportRemark(file: path, problem: problem))
  }

  private mutating func translate(line: String) -> String {
    InlinePiece.pieces(of: line).map { piece -> String in
      switch piece {
      case .code(let code): return code
      case .formula(let formula):
        let latex = formula.trimmingCharacters(in: CharacterSet(charactersIn: "$`"))
        guard let reason = problem(latex) else { return formula }
        note(.formulaNotSet(String(latex.prefix(60)), reason: reason))
        return latex.contains("`") ? latex : "`\(latex)`"
      case .role(_, let content): return "`\(content)`"
      case .text(let text): return references(links(text))
      }
    }.joined()
  }

  // MARK: Links

  private mutating func links(_ text: String) -> String {
    guard text.contains("[") else { return htmlSources(text) }
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(
      of: /(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]*)>?(\s+"[^"]*")?\s*\)/)
    {
      output += rest[..<match.range.lowerBound]
      let words = String(match.2)
      let target = String(match.3)
      if match.1 == "!" {
        copied.insert(target.removingPercentEncoding ?? target)
        output += match.0
      } else {
        output += link(words, target)
      }
      rest = rest[match.range.upperBound...]
    }
    return htmlSources(output + rest)
  }

  private mutating func link(_ words: String, _ target: String) -> String {
    if target.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:|\/\//) != nil { return "[\(words)](\(target))" }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let place = (parts.first ?? "").removingPercentEncoding ?? ""
    let anchor = parts.count > 1 ? parts[1] : ""
    if place.isEmpty { return anchored(words, anchor, in: "") }
    // In MyST a link may lead to a label.
    if anchor.isEmpty, let holder = targets.anchors[place] { return anchored(words, place, in: holder) }
    if let resolved = SourceFolder.resolved(place, from: path) {
      if let chapter = targets.chapter(resolved) { return anchored(words, anchor, in: chapter) }
      if files.has(resolved), !resolved.hasSuffix(".md") {
        copied.insert(resolved)
        return "[\(words)](\(ChapterTranslator.encoded(resolved)))"
      }
    }
    note(.linkBroken(target))
    return words
  }

  /// A link to a place in a chapter. An unknown anchor stays, because it may be the id of a heading; the build of the
  /// book reports it if it is not.
  private func anchored(_ words: String, _ anchor: String, in chapter: String) -> String {
    if anchor.isEmpty { return chapter.isEmpty ? words : "[\(words)](\(chapter))" }
    return "[\(words)](\(chapter == file ? "" : chapter)#\(anchor))"
  }

  /// Rewrites the sources of images in raw HTML.
  private mutating func htmlSources(_ text: String) -> String {
    guard text.contains("<img") else { return text }
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(of: /(<img\b[^>]*?\bsrc\s*=\s*)(?:"([^"]*)"|'([^']*)')/) {
      output += rest[..<match.range.lowerBound]
      let target = String(match.2 ?? match.3 ?? "")
      let resolved = SourceFolder.resolved(target.removingPercentEncoding ?? target, from: path)
      if let resolved, files.has(resolved) {
        copied.insert(resolved)
        output += "\(match.1)\"\(ChapterTranslator.encoded(resolved))\""
      } else {
        note(target.contains("://") ? .imageElsewhere(target) : .imageMissing(target))
        output += "<span data-missing=\"\(target)\""
      }
      rest = rest[match.range.upperBound...]
    }
    return (output + rest).replacing(/<span data-missing="[^"]*"[^>]*>/, with: "")
  }

  // MARK: References

  private mutating func references(_ text: String) -> String {
    guard text.contains("@") else { return text }
    var text = text
    // The translation of roles has left these `@ref:` marks.
    while let match = text.firstMatch(of: /@ref:([^:\s][^\s]*?):(?:\(([^()]*)\))?/) {
      text.replaceSubrange(match.range, with: reference(String(match.1), words: match.2.map(String.init)))
    }
    var output = ""
    var rest = text[...]
    var previous: Character = " "
    while let character = rest.first {
      guard character == "@", !(previous.isASCII && (previous.isLetter || previous.isNumber)),
        previous != "\\",
        let match = rest.prefixMatch(of: /@([\p{L}\p{N}_][\p{L}\p{N}_:.+\/-]*)/)
      else {
        output.append(character)
        previous = character
        rest.removeFirst()
        continue
      }
      var name = String(match.1)
      while let last = name.last, ".:-/".contains(last) { name.removeLast() }
      rest = rest.dropFirst(name.count + 1)
      previous = name.last ?? "@"
      output += bare(name)
    }
    return output
  }

  private mutating func bare(_ name: String) -> String {
    if keys.contains(name) || targets.equations.contains(name) { return "@" + name }
    if let prefix = name.firstMatch(of: /^(fig|tbl|sec|thm|lem|def|exm|exr|cor|prp|lst|nte|eq)-/) {
      if targets.anchors[name] != nil {
        return prefix.1 == "sec" ? "@" + name : reference(name, words: nil)
      }
      note(.referenceUnknown("@" + name))
      return "\\@" + name
    }
    // In a book with a bibliography, an unknown name is a missing entry. In other books it may be a person's name.
    if keys.isEmpty { return "@" + name }
    note(.citationUnknown(name))
    return "\\@" + name
  }

  private mutating func reference(_ name: String, words: String?) -> String {
    let equation = ChapterTranslator.equationLabel(name)
    if targets.equations.contains(equation) { return words.map { "[\($0)](#\(equation))" } ?? "@" + equation }
    if let holder = targets.anchors[name] {
      return "[\(words ?? Self.words(of: name))](\(holder == file ? "" : holder)#\(name))"
    }
    if let resolved = SourceFolder.resolved(name, from: path), let chapter = targets.chapter(resolved) {
      return "[\(words ?? name)](\(chapter))"
    }
    note(.referenceUnknown(name))
    return words ?? name
  }

  /// `fig-loss-curve` → `loss curve`
  private static func words(of name: String) -> String {
    let bare = name.replacing(/^(fig|tbl|tab|sec|thm|lem|def|exm|img|chap)[-_:]/, with: "")
    return bare.replacing(/[-_:]+/, with: " ")
  }
}

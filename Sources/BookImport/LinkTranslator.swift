import Book
import Foundation

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
  var copied: Set<String> = []
  /// The labels of formulas that are shown as listings.
  private(set) var labelsOfListings: Set<String> = []
  /// The targets of the chapter's link definitions, by their labels.
  private(set) var definitions: [String: String] = [:]
  /// The names of the footnotes that the chapter defines.
  private(set) var footnotes: Set<String> = []
  /// The commands that formulas of the chapter define.
  private var macros = FormulaMacros()
  /// The labels of definitions whose targets are not in the book.
  var lost: Set<String> = []

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

  /// The part of a chapter that a line belongs to.
  private enum Part: Equatable {
    case prose
    case code(mark: String)
    case html(RawHTML)
    case formula
  }

  mutating func translate(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    definitions = Self.definitions(in: lines)
    _ = macros.takeDefinitions(from: text)
    footnotes = Set(
      lines.filter { $0.contains("[^") }.compactMap { line in
        Self.bare(line).prefixMatch(of: /\[\^([^\]]+)\]:/).map { $0.1.lowercased() }
      })
    // A link may stand above the definition of its target.
    var newDefinitions: [Int: String?] = [:]
    for (index, part) in parts(of: lines).enumerated() where part == .prose {
      if Self.definition(lines[index]) != nil {
        newDefinitions.updateValue(translated(definition: lines[index]), forKey: index)
      }
    }
    var output: [String] = []
    var paragraph: [String] = []
    var display: [String] = []
    for (index, part) in parts(of: lines).enumerated() {
      let line = lines[index]
      if part != .prose || newDefinitions[index] != nil || Self.beginsBlock(line) {
        flush(&paragraph, to: &output)
      }
      switch part {
      case .code, .html: output.append(line)
      case .formula:
        display.append(line)
        guard display.count > 1, Self.bare(line).hasPrefix("$$") else { continue }
        output += checked(display.dropLast(), closing: line)
        display = []
      case .prose:
        if let definition = newDefinitions[index] {
          if let definition { output.append(definition) }
        } else {
          paragraph.append(line)
        }
      }
    }
    flush(&paragraph, to: &output)
    // In code and formulas, a reference is text.
    return ReferenceMark.replacing(in: (output + display).joined(separator: "\n")) { name, words, _ in
      words ?? name
    }
  }

  private func parts(of lines: [String]) -> [Part] {
    var current = Part.prose
    var isQuoted = false
    return lines.map { line in
      let bare = Self.bare(line)
      // HTML without an end ends with its quote.
      if case .html = current, isQuoted, !line.begins(with: ">") { current = .prose }
      if current == .prose { isQuoted = line.begins(with: ">") }
      switch current {
      case .prose:
        if let html = RawHTML(bare) {
          defer { if html.ends(on: bare) { current = .prose } }
          current = .html(html)
          return current
        }
        if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
          current = .code(mark: String(bare.prefix { $0 == bare.first }))
        } else if bare.hasPrefix("$$") {
          current = .formula
        }
        return current
      case .html(let html):
        defer { if html.ends(on: bare) { current = .prose } }
        return current
      case .code(let mark):
        let isClosing = bare.hasPrefix(mark) && bare.allSatisfy { $0 == mark.first || $0.isWhitespace }
        defer { if isClosing { current = .prose } }
        return current
      case .formula:
        defer { if bare.hasPrefix("$$") { current = .prose } }
        return current
      }
    }
  }

  /// The line without its indentation and the marks of quotes.
  private static func bare(_ line: String) -> Substring { line.drop { $0 == ">" || $0.isWhitespace } }

  /// Whether the line does not continue the paragraph above it.
  private static func beginsBlock(_ line: String) -> Bool {
    let bare = bare(line)
    guard let first = bare.first else { return true }
    if "#|".contains(first) { return true }
    if "-*+".contains(first) { return bare.dropFirst().first?.isWhitespace != false }
    guard first.isNumber else { return false }
    return bare.prefixMatch(of: /[0-9]{1,9}[.)](?:\s|$)/) != nil
  }

  private mutating func flush(_ paragraph: inout [String], to output: inout [String]) {
    if !paragraph.isEmpty { output.append(translate(paragraph: paragraph.joined(separator: "\n"))) }
    paragraph = []
  }

  /// A displayed formula, or its source as a listing when it cannot be typeset.
  private mutating func checked(_ lines: [String], closing: String) -> [String] {
    let prefix = lines[0].prefixMatch(of: /\s*(?:> ?)*\s*/).map { String($0.0) } ?? ""
    let latex = lines.dropFirst().map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
      .joined(separator: "\n")
    guard let reason = reason(latex) else { return lines + [closing] }
    note(.formulaNotSet(String(latex.prefix(60)), reason: reason))
    if let label = closing.firstMatch(of: /\{#(eq-[\w-]+)\}/) {
      let name = String(label.1)
      labelsOfListings.insert(name)
      return ["\(prefix)<a id=\"\(name)\"></a>", "\(prefix.trimmingSpaces)", "\(prefix)```latex"]
        + lines.dropFirst()
        + ["\(prefix)```"]
    }
    return ["\(prefix)```latex"] + lines.dropFirst() + ["\(prefix)```"]
  }

  /// The reason why a formula of the chapter cannot be typeset; nil if it can.
  private func reason(_ latex: String) -> String? {
    var known = macros
    return problem(known.expand(known.takeDefinitions(from: latex)) ?? latex)
  }

  mutating func note(_ problem: ImportRemark.Problem) {
    remarks.append(ImportRemark(file: path, problem: problem))
  }

  private mutating func translate(paragraph: String) -> String {
    let hasMarks = paragraph.utf8.contains { "[<@$`".utf8.contains($0) }
    guard hasMarks || ReferenceMark.isIn(paragraph) else { return paragraph }
    var aside = SetAside()
    let text = InlinePiece.pieces(of: paragraph).map { piece -> String in
      switch piece {
      case .code(let code): return aside.mark(for: code)
      case .formula(let formula): return aside.mark(for: checked(formula))
      case .role(_, let content): return aside.mark(for: "`\(content)`")
      case .text(let text) where !text.contains("\\"): return text
      case .text(let text): return text.replacing(/\\[!-\/:-@\[-`{-~]/) { aside.mark(for: String($0.0)) }
      }
    }.joined()
    return aside.restored(references(htmlSources(links(text, aside: aside))))
  }

  /// A formula in running text, or its source as code when it cannot be typeset.
  private mutating func checked(_ formula: String) -> String {
    let signs = formula.hasPrefix("$$") || formula.hasPrefix("$`") ? 2 : 1
    let latex = String(formula.dropFirst(signs).dropLast(signs))
    guard let reason = reason(latex) else { return formula }
    note(.formulaNotSet(String(latex.prefix(60)), reason: reason))
    return latex.contains("`") ? latex : "`\(latex)`"
  }
}

import Yams

extension BookSettings {
  /// Reads `book.yml`; nil when it has no title.
  init?(yaml: String, file: String, _ diagnostics: inout [Diagnostic]) {
    let reader = YAMLReader(file: file, what: "'book.yml'", firstLine: 1)
    let before = diagnostics.count
    let keys = [
      "title", "summary", "language", "modules", "sources", "url", "redirects", "constants", "ledger",
      "package", "products", "traits", "solutions", "appendices", "parts", "cover", "macros",
    ]
    let values = reader.mapping(in: yaml, keys: keys, &diagnostics)
    guard let title = reader.text("title", in: values, &diagnostics) else {
      if diagnostics.count == before {
        let problem = BookProblem.keyMissing("title", of: "'book.yml'")
        diagnostics.append(problem.diagnostic(at: SourcePosition(file: file, line: 1)))
      }
      return nil
    }
    self.title = title
    summary = reader.text("summary", in: values, &diagnostics) ?? ""
    language = reader.text("language", in: values, &diagnostics) ?? "en"
    languagePosition = values["language"].map { reader.position($0.mark) }
    modules = []
    for node in reader.list("modules", in: values, &diagnostics) {
      if let name = node.scalar?.string, name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil {
        modules.append(name)
      } else {
        let problem = BookProblem.optionValueInvalid(
          "modules", value: node.scalar?.string ?? "", allowed: "a list of Swift module names")
        diagnostics.append(problem.diagnostic(at: reader.position(node.mark)))
      }
    }
    package = reader.text("package", in: values, &diagnostics)
    products = reader.texts("products", in: values, allowed: "a list of names", &diagnostics)
    traits = reader.texts("traits", in: values, allowed: "a list of names", &diagnostics)
    constants = reader.constants(in: values, &diagnostics)
    macros = reader.macros(in: values, &diagnostics)
    if let ledger = reader.text("ledger", in: values, &diagnostics) {
      requiresLedger = ledger == "required"
      if ledger != "required", ledger != "optional" {
        let problem = BookProblem.optionValueInvalid("ledger", value: ledger, allowed: "required or optional")
        diagnostics.append(problem.diagnostic(at: reader.position(values["ledger"]?.mark)))
      }
    }
    if let solutions = reader.text("solutions", in: values, &diagnostics) {
      showsSolutions = solutions != "withheld"
      if solutions != "withheld", solutions != "shown" {
        let problem = BookProblem.optionValueInvalid(
          "solutions", value: solutions, allowed: "shown or withheld")
        diagnostics.append(problem.diagnostic(at: reader.position(values["solutions"]?.mark)))
      }
    }
    sources = []
    for node in reader.list("sources", in: values, &diagnostics) {
      let source = reader.mapping(node, keys: ["title", "note"], what: "a source", &diagnostics)
      sources.append(
        Source(
          title: reader.text("title", in: source, &diagnostics) ?? "",
          note: reader.text("note", in: source, &diagnostics) ?? ""))
    }
    url = siteURL(in: values, reader, &diagnostics)
    appendices = reader.text("appendices", in: values, &diagnostics).map {
      Appendices(first: $0, position: reader.position(values["appendices"]?.mark))
    }
    cover = cover(in: values, reader, &diagnostics)
    parts = reader.list("parts", in: values, &diagnostics).compactMap { part($0, reader, &diagnostics) }
    redirects = reader.pairs("redirects", in: values, &diagnostics).map {
      Redirect(old: $0.name, new: $0.value, position: $0.position)
    }
  }

  private func cover(
    in values: [String: Node], _ reader: YAMLReader, _ diagnostics: inout [Diagnostic]
  ) -> Cover {
    var cover = Cover()
    guard let node = values["cover"] else { return cover }
    let keys = ["figure", "highlights", "audience"]
    let parts = reader.mapping(node, keys: keys, what: "the cover", &diagnostics)
    cover.figure = reader.text("figure", in: parts, &diagnostics)
    cover.highlights = reader.texts("highlights", in: parts, allowed: "a list of lines of text", &diagnostics)
    cover.audience = reader.text("audience", in: parts, &diagnostics)
    cover.position = reader.position((parts["figure"] ?? node).mark)
    return cover
  }

  private func part(_ node: Node, _ reader: YAMLReader, _ diagnostics: inout [Diagnostic]) -> Part? {
    let before = diagnostics.count
    let values = reader.mapping(node, keys: ["title", "first"], what: "a part", &diagnostics)
    let title = reader.text("title", in: values, &diagnostics)
    let first = reader.text("first", in: values, &diagnostics)
    let position = reader.position((values["first"] ?? node).mark)
    if let title, let first { return Part(title: title, first: first, position: position) }
    if diagnostics.count == before {
      let problem = BookProblem.keyMissing(title == nil ? "title" : "first", of: "a part")
      diagnostics.append(problem.diagnostic(at: position))
    }
    return nil
  }

  private func siteURL(
    in values: [String: Node], _ reader: YAMLReader, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let text = reader.text("url", in: values, &diagnostics) else { return nil }
    guard text.wholeMatch(of: /https?:\/\/[^\s\/]+(\/[^\s?#]*)?/) != nil else {
      let problem = BookProblem.optionValueInvalid(
        "url", value: text, allowed: "the address of the site, such as 'https://example.org/book'")
      diagnostics.append(problem.diagnostic(at: reader.position(values["url"]?.mark)))
      return nil
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}

import Foundation

extension LinkTranslator {
  /// The definitions of the chapter's links, such as `[label]: target`, by their normalised labels.
  static func definitions(in lines: [String]) -> [String: String] {
    var definitions: [String: String] = [:]
    for line in lines where line.utf8.contains(UInt8(ascii: "[")) {
      guard let match = definition(line) else { continue }
      let label = normal(match.label)
      if definitions[label] == nil { definitions[label] = match.target }
    }
    return definitions
  }

  /// A line `[label]: target "title"`.
  static func definition(_ line: String) -> (indent: String, label: String, target: String, title: String)? {
    guard line.utf8.contains(UInt8(ascii: ":")),
      let match = line.wholeMatch(of: /((?:\s|>)*)\[([^\]^@][^\]]*)\]:\s*(?:<([^>]*)>|(\S+))(\s+["'(].*)?\s*/)
    else { return nil }
    return (
      String(match.1), String(match.2), String(match.3 ?? match.4 ?? ""),
      (match.5.map { String($0) } ?? "").trimmingCharacters(in: .whitespaces)
    )
  }

  /// The definition with its new target; nil if the target is not in the book.
  mutating func translated(definition line: String) -> String? {
    guard let found = Self.definition(line) else { return line }
    let label = Self.normal(found.label)
    guard let address = address(of: found.target) else {
      lost.insert(label)
      return nil
    }
    let title = found.title.isEmpty ? "" : " " + found.title
    return "\(found.indent)[\(found.label)]: \(Self.written(address))\(title)"
  }

  /// A label in the form in which labels are compared.
  private static func normal(_ label: String) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Rewrites the links of a text. Code, formulas and escaped characters are set aside.
  mutating func links(_ text: String, aside: SetAside) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    return InlineLinkReader.pieces(of: text).map { piece -> String in
      switch piece {
      case .text(let text): return text
      case .link(let link): return translated(link, aside: aside)
      }
    }.joined()
  }

  private mutating func translated(_ link: InlineLink, aside: SetAside) -> String {
    var link = link
    if !link.isImage { link.words = links(link.words, aside: aside) }
    switch link.form {
    case .target(let written, let title):
      let target = aside.restored(written)
      if link.isImage {
        copied.insert(target.removingPercentEncoding ?? target)
        return link.source
      }
      // The name of a person, such as `[@name](https://…)`, and no citation.
      if link.words.hasPrefix("@") { link.words = "\\" + link.words }
      guard let address = address(of: target) else { return link.words }
      link.form = .target(Self.written(address), title: title)
      // MyST writes the title of the target for a link without words.
      if link.words.isEmpty {
        let name = target.split(separator: "#").last.map(String.init) ?? target
        link.words =
          targets.titles[name] ?? address.replacing(/^.*#|\.md$/, with: "").replacing("-", with: " ")
      }
      return link.source
    case .label(let written):
      let label = Self.normal(aside.restored(written.isEmpty ? link.words : written))
      if definitions[label] != nil, !lost.contains(label) { return link.source }
      if definitions[label] == nil,
        written.isEmpty || link.isImage || written.hasPrefix("^") || written.hasPrefix("@")
      {
        // Two brackets without a definition are text.
        return link.isImage ? link.words : link.source.replacing("][]", with: "]\\[\\]")
      }
      guard definitions[label] == nil else { return link.words }
      // Without a definition, all four brackets are text. Escaped ones would be the signs of a formula.
      note(.linkBroken(aside.restored(written)))
      return "&#91;\(link.words)&#93;&#91;\(written)&#93;"
    case .brackets where link.words.hasPrefix("^") && !link.isImage:
      let name = String(aside.restored(link.words).dropFirst())
      if footnotes.contains(name.lowercased()) || name.contains(where: \.isWhitespace) { return link.source }
      note(.footnoteUnknown(name))
      return "\\" + link.source
    case .brackets:
      let label = Self.normal(aside.restored(link.words))
      return lost.contains(label) ? link.words : link.source
    }
  }

  private static func written(_ address: String) -> String {
    address.contains(where: { "() ".contains($0) }) ? "<\(address)>" : address
  }

  /// The new address for the target of a link; nil, with a remark, if the target is not in the book.
  mutating func address(of target: String) -> String? {
    // In MyST a link may lead to a label, which may look like an address with a scheme.
    if let address = targets.address(of: target, from: file) { return address }
    if target.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:|\/\//) != nil { return target }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let place = (parts.first ?? "").removingPercentEncoding ?? ""
    let anchor = parts.count > 1 ? parts[1].removingPercentEncoding ?? parts[1] : ""
    if place.isEmpty { return anchor.isEmpty ? nil : address(of: anchor, in: file, from: target) }
    if anchor.isEmpty, let address = targets.address(of: place, from: file) { return address }
    for resolved in SourceFolder.places(of: place, from: path) {
      if let chapter = targets.chapter(resolved) {
        return anchor.isEmpty ? chapter : address(of: anchor, in: chapter, from: target)
      }
      if files.has(resolved), !resolved.hasSuffix(".md") {
        copied.insert(resolved)
        return ChapterTranslator.encoded(resolved)
      }
    }
    let equation = ChapterTranslator.equationLabel(place)
    if anchor.isEmpty, !place.contains("."), let found = targets.equations.target(equation, from: file) {
      return (found.file == file ? "" : found.file) + "#\(found.label)"
    }
    note(.linkBroken(target))
    return nil
  }

  /// The address of an anchor, or of its page if the page has no such anchor.
  private mutating func address(of anchor: String, in page: String, from target: String) -> String? {
    if targets.anchors[anchor] == page, let address = targets.address(of: anchor, from: file) {
      return address
    }
    if targets.hasAnchor(anchor, in: page) { return (page == file ? "" : page) + "#\(anchor)" }
    if let similar = targets.similarAnchor(anchor, in: page) {
      return (page == file ? "" : page) + "#\(similar)"
    }
    note(.anchorUnknown(target))
    return page == file ? nil : page
  }
}

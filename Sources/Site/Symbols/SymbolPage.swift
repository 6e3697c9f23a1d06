import GFM
import Runner

/// The reference of a module: its types with their members, and what belongs to no type of it.
struct SymbolPage {
  let module: ModuleSymbols
  let symbols: SymbolIndex
  let documentation: DocumentationText
  let words: Words

  /// A section of the page.
  private struct Section {
    var title: String
    var anchor: String
    /// The type that the section describes; nil for functions and for extensions of other modules' types.
    var type: Symbol?
    var members: [Symbol]
  }

  /// The titles and the anchors of the sections, for the outline.
  var outline: [(title: String, anchor: String)] { sections.map { ($0.title, $0.anchor) } }

  /// The HTML of the whole reference.
  var html: String { sections.map(rendered).joined(separator: "\n") }

  private var sections: [Section] {
    let types = module.typesByName
    let members = Dictionary(grouping: module.symbols.filter { !$0.isType }) {
      $0.path.dropLast().joined(separator: ".")
    }
    let own = types.map { type in
      let name = type.path.joined(separator: ".")
      return Section(title: name, anchor: symbols.anchor(of: type), type: type, members: members[name] ?? [])
    }
    let known = Set(own.map(\.title))
    let others = members.keys.filter { !known.contains($0) }.sorted { $0.isListed(before: $1) }.map { name in
      Section(
        title: name.isEmpty ? words[.functions] : words.text(.extensionOf, ["type": name]),
        anchor: name.isEmpty ? "functions" : "extension-\(name)", members: members[name] ?? [])
    }
    return own + others
  }

  private func rendered(_ section: Section) -> String {
    let anchor = escapeHTML(section.anchor)
    let label = escapeHTML(words.text(.linkToSection, ["title": section.title]))
    var html = """
      <h2 id="\(anchor)">\(escapeHTML(section.title)) <a class="anchor" href="#\(anchor)" aria-label="\(label)">#</a></h2>

      """
    if let type = section.type {
      html += "<p class=\"declaration\">\(code(type))</p>\n" + documentation.html(type.documentation)
      if !type.conformances.isEmpty {
        let names = type.conformances.map { name in
          symbols.place(ofName: name).map { SymbolLink.html(name, $0) } ?? "<code>\(escapeHTML(name))</code>"
        }
        let list = names.joined(separator: escapeHTML(words[.listSeparator]))
        html += "<p class=\"conformances\">\(words.html(.conformsTo, ["types": list]))</p>\n"
      }
    }
    if section.members.isEmpty { return html }
    let rows = section.members.map { member in
      """
      <dt id="\(escapeHTML(symbols.anchor(of: member)))">\(code(member))</dt>
      <dd>\(documentation.html(member.documentation))</dd>

      """
    }
    return html + "<dl class=\"members\">\n\(rows.joined())</dl>\n"
  }

  /// The declaration, in which the names of other declarations lead to them.
  private func code(_ symbol: Symbol) -> String {
    let pieces = symbol.declaration.map { piece in
      let text = escapeHTML(piece.text)
      if let place = piece.usr.flatMap(symbols.place(ofUSR:)) {
        return "<a href=\"\(escapeHTML(place))\">\(text)</a>"
      }
      switch piece.kind {
      case "keyword", "attribute": return "<span class=\"keyword\">\(text)</span>"
      case "typeIdentifier": return "<span class=\"type\">\(text)</span>"
      case "number", "string": return "<span class=\"literal\">\(text)</span>"
      default: return text
      }
    }
    return "<code>\(pieces.joined())</code>"
  }
}

extension ModuleSymbols {
  /// The types by their names.
  var typesByName: [Symbol] {
    symbols.filter(\.isType).sorted {
      $0.path.joined(separator: ".").isListed(before: $1.path.joined(separator: "."))
    }
  }
}

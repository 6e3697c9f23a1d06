import GFM
import Runner

extension PageComposer {
  /// The names of the pages of the reference.
  var symbolPages: [String] {
    let modules = materials.symbols.modules
    return modules.isEmpty ? [] : ["modules.html"] + modules.map { SymbolIndex.page(of: $0.name) }
  }

  /// The pages of the reference: one for each module, and one that lists them.
  var symbolSheets: [PageSheet] {
    let symbols = materials.symbols
    if symbols.modules.isEmpty { return [] }
    return [modulesSheet(symbols)] + symbols.modules.map { moduleSheet($0, symbols) }
  }

  private func moduleSheet(_ module: ModuleSymbols, _ symbols: SymbolIndex) -> PageSheet {
    let name = SymbolIndex.page(of: module.name)
    var content = common(
      page: name, title: module.name, summary: words.text(.moduleSummary, ["module": module.name]))
    content["breadcrumb"] = escapeHTML(module.name)
    content["name"] = words[.apiReference]
    content["body"] = html(of: module, symbols)
    let page = SymbolPage(
      module: module, symbols: symbols, documentation: documentation(symbols), words: words)
    content["outline"] = page.outline.map {
      ["title": $0.title, "anchor": $0.anchor, "level": 2] as TemplateContent
    }
    content["hasOutline"] = page.outline.count > 1
    return PageSheet(page: name, template: "module", content: content)
  }

  /// The HTML of a module's reference. The cache saves time, because a module has hundreds of comments.
  private func html(of module: ModuleSymbols, _ symbols: SymbolIndex) -> String {
    let used: [Word] = [.functions, .extensionOf, .conformsTo, .linkToSection, .listSeparator]
    let parts = symbols.modules.map(\.digest) + [module.name] + used.map { words[$0] }
    return session.last("reference \(module.name)", from: parts) {
      cache.value("reference", of: parts) {
        SymbolPage(
          module: module, symbols: symbols, documentation: documentation(symbols), words: words
        ).html
      }
    }
  }

  private func documentation(_ symbols: SymbolIndex) -> DocumentationText {
    DocumentationText(symbols: symbols, highlighter: SwiftHighlighter(cache: cache))
  }

  private func modulesSheet(_ symbols: SymbolIndex) -> PageSheet {
    var content = common(page: "modules.html", title: words[.apiReference], summary: words[.apiSummary])
    content["breadcrumb"] = escapeHTML(words[.apiReference])
    content["isReference"] = true
    content["body"] = symbols.modules.map { module in
      let rows = module.typesByName.filter { $0.path.count == 1 }.map {
        """
        <dt>\(SymbolLink.html($0.path[0], symbols.place(ofUSR: $0.usr) ?? ""))</dt>
        <dd>\(escapeHTML(DocumentationText.summary(of: $0.documentation)))</dd>

        """
      }
      let page = escapeHTML(SymbolIndex.page(of: module.name))
      return """
        <h2 id="\(escapeHTML(module.name))"><a href="\(page)">\(escapeHTML(module.name))</a></h2>
        \(rows.isEmpty ? "" : "<dl class=\"types\">\n\(rows.joined())</dl>")

        """
    }.joined()
    return PageSheet(page: "modules.html", template: "module", content: content)
  }
}

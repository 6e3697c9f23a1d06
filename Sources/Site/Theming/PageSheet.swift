/// The values for a template, by their names: texts, numbers, truth values, and contents and lists of contents.
typealias TemplateContent = [String: any Sendable]

/// A page that is to be rendered, with its template and content.
struct PageSheet: Sendable {
  /// The file's name in the site.
  var page: String
  var template: String
  var content: TemplateContent
}

extension PageSheet {
  /// The content with the fonts of the formulas in it.
  var contentWithFonts: TemplateContent {
    let fonts = KaTeXFonts(usedIn: Self.texts(in: content))
    if fonts.faces.isEmpty { return content }
    return content.merging([
      "fonts": fonts.names, "fontFiles": fonts.faces.map { ["file": $0.file] as TemplateContent },
    ]) { _, new in new }
  }

  private static func texts(in value: any Sendable) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [TemplateContent]: list.flatMap(texts)
    case let content as TemplateContent: content.values.flatMap(texts)
    case let list as [String]: list
    default: []
    }
  }
}

import Foundation
import Mustache

/// The templates of the theme.
struct Templates {
  private let library: MustacheLibrary

  /// The names of all templates.
  static let names = [
    "layout", "chapter", "index", "verification", "references", "missing", "redirect", "book", "check",
  ]

  /// Reads the templates of `theme`.
  init(_ theme: ThemeSource) throws {
    var templates: [String: MustacheTemplate] = [:]
    for name in Self.names {
      let text = String(decoding: try theme.data("templates/\(name).mustache"), as: UTF8.self)
      templates[name] = try MustacheTemplate(string: text)
    }
    library = MustacheLibrary(templates: templates)
  }

  /// A page from a template and what it shows.
  func render(_ template: String, _ content: [String: Any]) -> String {
    library.render(content, withTemplate: template) ?? ""
  }
}

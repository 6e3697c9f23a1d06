import Foundation
import Mustache
import Theme

/// The templates of the theme.
struct Templates {
  private let library: MustacheLibrary

  init() throws {
    var templates: [String: MustacheTemplate] = [:]
    for name in ["layout", "chapter", "index"] {
      let text = try String(
        contentsOf: ThemeFiles.folder.appending(path: "templates/\(name).mustache"), encoding: .utf8)
      templates[name] = try MustacheTemplate(string: text)
    }
    library = MustacheLibrary(templates: templates)
  }

  /// A page from a template and what it shows.
  func render(_ template: String, _ content: [String: Any]) -> String {
    library.render(content, withTemplate: template) ?? ""
  }
}

import Dispatch
import Foundation
import Mustache
import Synchronization

/// What a template shows, by the names that stand in it.
typealias TemplateContent = [String: any Sendable]

/// A page that is to be made: what it shows, and the template that says how.
struct PageSheet: Sendable {
  /// The file's name in the site.
  var page: String
  var template: String
  var content: TemplateContent
}

/// The templates of the theme.
struct Templates {
  private let library: MustacheLibrary

  /// The names of all templates.
  static let names = [
    "layout", "contents-entry", "chapter", "index", "verification", "references", "missing", "redirect",
    "book",
    "check",
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

  /// A part of a page.
  func render(_ template: String, _ content: TemplateContent) -> String {
    library.render(content, withTemplate: template) ?? ""
  }

  /// The texts of pages by their names. Setting them takes most of the time of a build that runs nothing, so it is done
  /// on all cores.
  func render(_ sheets: [PageSheet]) -> [String: Data] {
    let pages = Mutex<[String: Data]>([:])
    DispatchQueue.concurrentPerform(iterations: sheets.count) { number in
      let sheet = sheets[number]
      let text = render(sheet.template, sheet.content)
      pages.withLock { $0[sheet.page] = Data(text.utf8) }
    }
    return pages.withLock { $0 }
  }
}

import Dispatch
import Foundation
import Mustache
import Synchronization

/// The templates of the theme.
struct Templates {
  private let library: MustacheLibrary

  static let names = [
    "layout", "contents-entry", "check", "key", "chapter", "index", "verification", "references", "module",
    "missing", "redirect", "book",
  ]

  private static let mostSections = 300

  /// Reads the templates of `theme`.
  init(_ theme: ThemeSource) throws {
    var templates: [String: MustacheTemplate] = [:]
    for name in Self.names {
      let text = String(decoding: try theme.data("templates/\(name).mustache"), as: UTF8.self)
      // The Mustache parser recurses for each section, so too many sections overflow the stack.
      if text.matches(of: /\{\{\s*[#^$<]/).count > Self.mostSections {
        throw SiteBuilder.Missing(
          description: "theme/templates/\(name).mustache has more than \(Self.mostSections) sections")
      }
      do {
        templates[name] = try MustacheTemplate(string: text)
      } catch {
        throw SiteBuilder.Missing(description: "theme/templates/\(name).mustache cannot be read: \(error)")
      }
    }
    library = MustacheLibrary(templates: templates)
  }

  /// Renders a template that is a part of a page.
  func render(_ template: String, _ content: TemplateContent) -> String {
    library.render(content, withTemplate: template) ?? ""
  }

  /// Renders pages and returns their bytes, by their names. Rendering takes most of the time of a build that runs no
  /// code, so it uses all cores.
  func render(_ sheets: [PageSheet]) -> [String: Data] {
    let pages = Mutex<[String: Data]>([:])
    DispatchQueue.concurrentPerform(iterations: sheets.count) { number in
      let sheet = sheets[number]
      let data = Data(render(sheet.template, sheet.contentWithFonts).utf8)
      pages.withLock { $0[sheet.page] = data }
    }
    return pages.withLock { $0 }
  }
}

/// The values for a template, by their names: texts, numbers, truth values, and contents and lists of contents.
typealias TemplateContent = [String: any Sendable]

/// A page that is to be rendered, with its template and content.
struct PageSheet: Sendable {
  /// The file's name in the site.
  var page: String
  var template: String
  var content: TemplateContent
}

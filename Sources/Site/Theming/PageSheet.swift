/// What a template shows, by the names that stand in it: texts, numbers, truth values, and parts and lists of the same kind.
typealias TemplateContent = [String: any Sendable]

/// A page that is to be made: what it shows, and the template that says how.
struct PageSheet: Sendable {
  /// The file's name in the site.
  var page: String
  var template: String
  var content: TemplateContent
}

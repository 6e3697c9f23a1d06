/// What a template shows, by the names that stand in it: texts, numbers, truth values, and parts and lists of the same kind.
typealias TemplateContent = [String: any Sendable]

/// A page that is to be made: what it shows, and the template that says how.
struct PageSheet: Sendable, Equatable {
  /// The file's name in the site.
  var page: String
  var template: String
  var content: TemplateContent

  static func == (first: PageSheet, second: PageSheet) -> Bool {
    first.page == second.page && first.template == second.template && isSame(first.content, second.content)
  }

  private static func isSame(_ first: TemplateContent, _ second: TemplateContent) -> Bool {
    first.count == second.count
      && first.allSatisfy { name, value in second[name].map { isSame(value, $0) } ?? false }
  }

  /// Values of any other kind count as different.
  private static func isSame(_ first: any Sendable, _ second: any Sendable) -> Bool {
    switch first {
    case let first as String: first == second as? String
    case let first as Int: first == second as? Int
    case let first as Bool: first == second as? Bool
    case let first as TemplateContent: (second as? TemplateContent).map { isSame(first, $0) } ?? false
    case let first as [String: String]: first == second as? [String: String]
    case let first as [TemplateContent]:
      (second as? [TemplateContent]).map { second in
        first.count == second.count && zip(first, second).allSatisfy { isSame($0, $1) }
      } ?? false
    default: false
    }
  }
}

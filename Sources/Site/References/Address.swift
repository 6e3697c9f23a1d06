/// The target of a link.
enum Address: Equatable {
  /// A chapter or the references, by the name of the page without its extension, or a place in its text. Without a
  /// name, a place in the chapter that has the link.
  case text(of: String?, anchor: String?)
  /// A place that only the chapter's own page has, such as a row of its list of checks.
  case list(of: String?, anchor: String?)
  /// Any other address, which is the same on every page.
  case other(String)

  /// A place in the chapter that has the link.
  static func here(_ anchor: String) -> Address { .text(of: nil, anchor: anchor) }

  /// An entry of the list of references.
  static func entry(_ key: String) -> Address { .text(of: "references", anchor: "ref-" + key) }
}

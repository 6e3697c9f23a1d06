/// The target of a reference in prose, with the words that the reference shows.
struct ReferenceTarget: Equatable {
  /// The chapter's place in the book, from zero.
  var chapter: Int
  /// The name of the chapter's page without its extension: `worked-update`.
  var slug: String
  /// The anchor on the page; nil for the whole page.
  var anchor: String?
  /// The words that a reference shows: `Figure 3.2`.
  var words: String
  /// The number alone; empty for chapters and sections.
  var number = ""

  /// The address for a link in `chapter`.
  func address(from chapter: Int) -> Address {
    .text(of: chapter == self.chapter && anchor != nil ? nil : slug, anchor: anchor)
  }
}

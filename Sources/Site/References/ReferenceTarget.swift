/// The target of a reference in prose, with the words that the reference shows.
struct ReferenceTarget: Equatable {
  /// The chapter's place in the book, from zero.
  var chapter: Int
  /// The address of the page without a fragment: `worked-update.html`.
  var page: String
  /// The anchor on the page; nil for the whole page.
  var anchor: String?
  /// The words that a reference shows: `Figure 3.2`.
  var words: String
  /// The number alone; empty for chapters and sections.
  var number = ""

  /// The address for a link on the page of `chapter`.
  func url(from chapter: Int) -> String {
    let place = anchor.map { "#\($0)" } ?? ""
    return chapter == self.chapter && anchor != nil ? place : page + place
  }
}

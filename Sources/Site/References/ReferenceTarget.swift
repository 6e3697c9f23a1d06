/// Something on a page that prose can point at, with the words for it.
struct ReferenceTarget: Equatable {
  /// The chapter's place in the book, from zero.
  var chapter: Int
  /// The page without what leads to a place on it: `worked-update.html`.
  var page: String
  /// The place on the page; nil for the page as a whole.
  var anchor: String?
  /// `Figure 3.2`, as a reader of another chapter needs it.
  var words: String
  /// The number alone; empty where there is none.
  var number = ""

  /// Where a link from `chapter` goes.
  func url(from chapter: Int) -> String {
    let place = anchor.map { "#\($0)" } ?? ""
    return chapter == self.chapter && anchor != nil ? place : page + place
  }
}

/// The purpose of a piece of code, which decides how a page shows it.
package enum Layer: String, Sendable, Codable, CaseIterable {
  /// Code that the reader should read. The page shows it open.
  case lesson
  /// Code that makes something for the lesson, such as data or a chart. The page shows it folded.
  case apparatus
  /// Code that only checks. The text does not show it; the marks of its checks do.
  case proof
}

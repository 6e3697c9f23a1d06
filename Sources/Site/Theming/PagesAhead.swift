import Foundation
import Synchronization

/// Pages that were set ahead.
final class PagesAhead: Sendable {
  private let pages = Mutex<[String: (sheet: PageSheet, data: Data)]>([:])

  func keep(_ data: Data, of sheet: PageSheet) {
    pages.withLock { $0[sheet.page] = (sheet, data) }
  }

  /// The page of `sheet`, if it was set from the same content.
  func page(of sheet: PageSheet) -> Data? {
    guard let page = pages.withLock({ $0[sheet.page] }), page.sheet == sheet else { return nil }
    return page.data
  }
}

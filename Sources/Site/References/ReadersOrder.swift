import Foundation

extension String {
  /// Whether this name stands before `other` in a list. Capital letters and accents count only between equal names.
  func isListed(before other: String) -> Bool { (key, self) < (other.key, other) }

  private var key: String { folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
}

import Book
import Checks

/// The numbers of a book's ledger, as text.
enum LedgerText {
  /// The unaccounted numbers, as errors.
  static func problems(of book: Book) -> [Diagnostic] {
    numerals(of: book).filter { $0.origin == .unaccounted }.map { numeral in
      Diagnostic(
        .error, at: numeral.position, "nothing says where the number \(numeral.text) comes from",
        fix:
          "compute it with `{swift} …`, cite its source, or declare it under 'constants' in the front matter")
    }
  }

  /// The count of numbers of each origin.
  static func summary(of book: Book) -> String {
    let counts = Dictionary(grouping: numerals(of: book), by: \.origin).mapValues(\.count)
    let kinds: [Numeral.Origin] = [.computed, .cited, .declared, .unaccounted]
    return kinds.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
  }

  private static func numerals(of book: Book) -> [Numeral] {
    book.chapters.flatMap { Ledger(of: $0, bookConstants: book.settings.constants).numerals }
  }
}

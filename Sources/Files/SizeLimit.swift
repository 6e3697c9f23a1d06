/// The largest sizes of files in bytes, by kind.
package enum SizeLimit {
  /// `book.yml`, a file with words, a file of a student's progress.
  package static let settings = 1 << 20
  /// A chapter, or a document that is audited.
  package static let text = 1 << 20
  /// `references.bib`
  package static let bibliography = 16 << 20
  /// An answer to an exercise.
  package static let answer = 1 << 20
  /// A file of a theme, a record, a kept result.
  package static let material = 64 << 20
  /// A file that a chapter links to or shows.
  package static let attachment = 256 << 20
  /// A file that a block declares as its input.
  package static let input = 4 << 30
}

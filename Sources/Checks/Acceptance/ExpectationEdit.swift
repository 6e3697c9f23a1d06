import Book

/// A new text for one check comment: the same comment with the values that the code computes.
package struct ExpectationEdit: Sendable, Equatable {
  /// Where the comment begins.
  package var position: SourcePosition
  /// The checked expression as it was written.
  package var subject: String
  /// The comment as it is in the chapter.
  package var written: String
  /// The comment with the actual values.
  package var accepted: String
}

/// A failed check that only its author can fix.
package struct ExpectationRefusal: Sendable, Equatable {
  /// Where the comment begins.
  package var position: SourcePosition
  /// Why the comment cannot be rewritten, as a sentence in lower case.
  package var reason: String
}

import Book

/// Another text for one check comment: the same comment with the numbers that the code really gives.
package struct ExpectationEdit: Sendable, Equatable {
  /// Where the comment begins.
  package var position: SourcePosition
  /// What is checked, as it was written.
  package var subject: String
  /// The comment as it stands in the chapter.
  package var written: String
  /// The comment as it would have to be.
  package var accepted: String
}

/// A failed check that nobody but its author can mend.
package struct ExpectationRefusal: Sendable, Equatable {
  /// Where the comment begins.
  package var position: SourcePosition
  /// Why no other number would do, as a sentence without a capital.
  package var reason: String
}

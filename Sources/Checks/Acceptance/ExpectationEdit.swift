import Book

/// Another text for one check comment: the same comment with the numbers that the code really gives.
public struct ExpectationEdit: Sendable, Equatable {
  /// Where the comment begins.
  public var position: SourcePosition
  /// What is checked, as it was written.
  public var subject: String
  /// The comment as it stands in the chapter.
  public var written: String
  /// The comment as it would have to be.
  public var accepted: String
}

/// A failed check that nobody but its author can mend.
public struct ExpectationRefusal: Sendable, Equatable {
  /// Where the comment begins.
  public var position: SourcePosition
  /// Why no other number would do, as a sentence without a capital.
  public var reason: String
}

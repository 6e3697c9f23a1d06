/// What the options of an exercise and of the blocks that belong to it say.
package struct ExerciseOptions: Sendable, Equatable {
  /// The label of the exercise that a hint, a check or a mistake belongs to.
  package var exercise: String?
  /// What the exercise is called.
  package var title: String?
  /// What it, or one of its checks, is worth.
  package var points: Int?
  /// What the constant `seed` is in visible checks.
  package var seed: UInt64 = 1
  /// What a check wants, as a sentence for the student.
  package var says: String?
  /// Whether the student does not see the code of a check.
  package var isHidden = false
  /// How much a number may differ from the author's, as a part of it, or absolutely below one.
  package var tolerance = 1e-9
  /// A condition on `answer`, judged where no code of the student runs; nil compares with the solution's value.
  package var judge: String?
  /// The label of the check that a mistake must fail.
  package var fails: String?
  /// What helps against a mistake, as a sentence.
  package var hint: String?
}

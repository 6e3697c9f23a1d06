/// The options of an exercise and of its hints, checks and mistakes.
package struct ExerciseOptions: Sendable, Equatable {
  /// The label of the exercise that a hint, a check or a mistake belongs to.
  package var exercise: String?
  /// The title of the exercise.
  package var title: String?
  /// The points for the exercise or for one of its checks.
  package var points: Int?
  /// The value of the constant `seed` in visible checks.
  package var seed: UInt64 = 1
  /// The requirement of a check, as a sentence for the student.
  package var says: String?
  /// Whether the code of a check is hidden from the student.
  package var isHidden = false
  /// The largest allowed difference from the author's number: relative, or absolute for numbers below one.
  package var tolerance = 1e-9
  /// A condition on `answer`, which is evaluated where no code of the student runs. Nil compares the answer with the
  /// solution's value.
  package var judge: String?
  /// The label of the check that a mistake must fail.
  package var fails: String?
  /// Advice against a mistake, as a sentence.
  package var hint: String?
}

/// What the options of an exercise and of the blocks that belong to it say.
public struct ExerciseOptions: Sendable, Equatable {
  /// The label of the exercise that a hint, a check or a mistake belongs to.
  public var exercise: String?
  /// What the exercise is called.
  public var title: String?
  /// What it, or one of its checks, is worth.
  public var points: Int?
  /// What the constant `seed` is in visible checks.
  public var seed: UInt64 = 1
  /// What a check wants, as a sentence for the student.
  public var says: String?
  /// Whether the student does not see the code of a check.
  public var isHidden = false
  /// How much a number may differ from the author's, as a part of it, or absolutely below one.
  public var tolerance = 1e-9
  /// A condition on `answer`, judged where no code of the student runs; nil compares with the solution's value.
  public var judge: String?
  /// The label of the check that a mistake must fail.
  public var fails: String?
  /// What helps against a mistake, as a sentence.
  public var hint: String?
}

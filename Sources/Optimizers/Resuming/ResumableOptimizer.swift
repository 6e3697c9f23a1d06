/// An optimizer whose memory can be saved and taken back, so that training goes on exactly as it would have.
///
/// Hyper-parameters are not part of a snapshot, except the rate, which schedules move: make the optimizer anew as
/// before, then restore.
public protocol ResumableOptimizer<Scalar>: Optimizer {
  /// What the optimizer remembers.
  var snapshot: OptimizerSnapshot<Scalar> { get }

  /// Takes back what an optimizer with the same hyper-parameters remembered.
  ///
  /// - Returns: Whether the snapshot is of this rule; if not, nothing is changed.
  mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool
}

/// An optimizer whose state can be saved and restored, so that training continues as if it was not interrupted.
///
/// Hyper-parameters are not part of a snapshot, except the rate, which schedules change. Create the optimizer with the
/// same hyper-parameters, then restore the snapshot.
public protocol ResumableOptimizer<Scalar>: Optimizer {
  /// The current state.
  var snapshot: OptimizerSnapshot<Scalar> { get }

  /// Resumes from the state of an optimizer with the same hyper-parameters.
  ///
  /// - Parameter snapshot: The saved state.
  /// - Throws: ``SnapshotError`` when the snapshot is of another rule or shape, or holds a number that is not finite.
  ///   The optimizer is then unchanged.
  mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError)
}

public import Optimizers

/// A rule of a comparison, which makes a fresh optimizer for each setting.
///
///     let rules = [Rule("RMSProp") { RMSProp(learningRate: $0) }, Rule("Adam") { Adam(learningRate: $0) }]
public struct Rule {
  /// The name in tables, figures and verdicts.
  public let name: String
  /// Makes the optimizer with a setting, usually its learning rate.
  public let make: (_ setting: Double) -> any Optimizer<Double>

  /// - Parameters:
  ///   - name: The name in tables, figures and verdicts.
  ///   - make: Makes the optimizer with a setting, usually its learning rate.
  public init(_ name: String, _ make: @escaping (_ setting: Double) -> any Optimizer<Double>) {
    (self.name, self.make) = (name, make)
  }
}

/// A floating-point type that parameters, gradients and hyper-parameters can have.
///
/// `Float` and `Double` conform. Every kernel of the library is compiled specially for these two, also when
/// the code that calls it is not optimised. Another type may conform; it works, at the speed of unspecialised
/// generic code.
public protocol OptimizerScalar: BinaryFloatingPoint, Sendable {}

extension Float: OptimizerScalar {}
extension Double: OptimizerScalar {}

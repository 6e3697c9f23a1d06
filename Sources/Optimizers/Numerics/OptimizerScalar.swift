/// A floating-point type that parameters, gradients and hyper-parameters can have.
///
/// `Float` and `Double` conform. Every kernel of the library is specialised for these two types, even when the calling
/// code is not optimised. Another type may conform, but runs at the speed of unspecialised generic code.
public protocol OptimizerScalar: BinaryFloatingPoint, Sendable {}

extension Float: OptimizerScalar {}
extension Double: OptimizerScalar {}

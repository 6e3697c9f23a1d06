#if !hasFeature(Embedded)
  import Synchronization
#endif

/// One random point: a value for every free quantity of a formula.
public struct FormulaSample: Sendable {
  /// The values by quantity name.
  public let values: [String: MathValue]
  private let misreadings = Misreadings()

  init(values: [String: MathValue]) { self.values = values }

  /// The value of a quantity, named in LaTeX or as in messages; nil if the formula has no such quantity.
  public subscript(latex: String) -> MathValue? { values[latex] ?? values[latex.readAsQuantityName] }

  /// The quantity as one number. If it is missing or is not one number, the result is NaN and the verification fails.
  public func scalar(_ latex: String) -> Double {
    let value = self[latex]
    if let number = value?.scalarValue { return number }
    misreadings.add(value.map { .notOneNumber(latex, count: $0.components.count) } ?? .noQuantity(latex))
    return .nan
  }

  /// The quantity as a list of numbers. If it is missing, the result is empty and the verification fails.
  public func vector(_ latex: String) -> [Double] {
    if let value = self[latex] { return value.components }
    misreadings.add(.noQuantity(latex))
    return []
  }

  /// The first time that code read a quantity as something that it is not; nil if it never did.
  var misreading: Misreading? { misreadings.first }

  /// A quantity that code read as something that it is not.
  public enum Misreading: Hashable, Sendable {
    /// The formula has no quantity with this name.
    case noQuantity(String)
    /// The quantity has this many numbers.
    case notOneNumber(String, count: Int)
  }

  #if hasFeature(Embedded)
    /// Shared by all copies of a sample, because code gets a copy. Embedded Swift has one thread.
    private final class Misreadings: @unchecked Sendable {
      private(set) var first: Misreading?

      func add(_ misreading: Misreading) { first = first ?? misreading }
    }
  #else
    /// Shared by all copies of a sample, because code gets a copy.
    private final class Misreadings: Sendable {
      private let found = Mutex<Misreading?>(nil)

      var first: Misreading? { found.withLock { $0 } }

      func add(_ misreading: Misreading) {
        found.withLock { $0 = $0 ?? misreading }
      }
    }
  #endif
}

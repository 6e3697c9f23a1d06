/// The extents of one example, without the batch: `[784]`, or `[28, 28, 1]` for height × width × channels.
///
/// Elements are in row-major order. A batch is one example after another.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The extents, outermost first.
  public var extents: [Int]

  /// Creates a shape.
  ///
  /// - Parameter extents: The extents, outermost first.
  public init(_ extents: [Int]) { self.extents = extents }

  /// Creates a shape from a list such as `[28, 28, 1]`.
  public init(arrayLiteral elements: Int...) { extents = elements }

  /// The number of elements of an example: the product of the extents.
  public var count: Int { extents.reduce(1, *) }

  /// The number of extents.
  public var rank: Int { extents.count }

  /// The extent at a position.
  public subscript(position: Int) -> Int { extents[position] }

  /// The extents joined as in `28 × 28 × 1`.
  public var description: String {
    extents.isEmpty ? "scalar" : extents.map(String.init).joined(separator: " × ")
  }
}

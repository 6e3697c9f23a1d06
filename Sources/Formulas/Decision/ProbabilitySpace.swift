import ElementaryNumerics

/// An assumption about random variables and events.
package enum RandomAssumption: CaseIterable, Hashable, Sendable {
  case nothing, independence, disjointness, centred, partition
  /// The events of the conditions contain the intersection of all others.
  case inclusion
}

/// A finite probability space with random weights, on which names stand for events and random variables.
///
/// A rule for probabilities, expectations and variances must hold on every such space.
struct ProbabilitySpace {
  /// An assumption that the text may make about the names.
  typealias Assumption = RandomAssumption

  let weights: [MathScalar]
  private let seed: UInt64
  private let assumption: Assumption
  /// The names of events and variables in order; independent ones depend on the coordinate at their position.
  private let names: [String]
  /// The names of events in conditions, which may partition the space.
  private let conditions: [String]
  private static let atoms = 9
  /// The number of independent spaces and of the points of each.
  private let spaces: Int
  private let base: Int

  init(seed: UInt64, names: [String], conditions: [String], assumption: Assumption) {
    self.seed = seed
    self.names = names
    self.conditions = conditions
    self.assumption = assumption
    var generator = SplitMix64(seed: seed)
    if assumption == .independence {
      // The product of three spaces with three points each, or of more spaces with two points each.
      let spaces = min(max(3, names.count), 6)
      base = spaces == 3 ? 3 : 2
      let base = base
      let parts = (0..<spaces).map { _ in
        Self.normalised((0..<base).map { _ in Int(generator.next() % 5) + 1 })
      }
      self.spaces = spaces
      let count = (0..<spaces).reduce(1) { product, _ in product * base }
      weights = (0..<count).map { atom in
        var rest = atom
        var weight = MathScalar.one
        for part in parts {
          weight = weight * part[rest % base]
          rest /= base
        }
        return weight
      }
    } else {
      (base, spaces) = (1, 1)
      weights = Self.normalised((0..<Self.atoms).map { _ in Int(generator.next() % 7) + 1 })
    }
  }

  private static func normalised(_ counts: [Int]) -> [MathScalar] {
    let total = MathScalar(Rational(counts.reduce(0, +)))
    return counts.map { MathScalar(Rational($0)) / total }
  }

  /// The values of a random variable on the atoms.
  func variable(_ name: String) -> [MathScalar] {
    var values = weights.indices.map { number(name, place($0, name), 9) - MathScalar(Rational(4)) }
    if assumption == .centred {
      let mean = expectation(values)
      values = values.map { $0 - mean }
    }
    return values
  }

  /// Whether each atom belongs to an event.
  func event(_ name: String) -> [Bool] {
    if assumption == .disjointness, let position = names.firstIndex(of: name) {
      return weights.indices.map { $0 % (names.count + 1) == position }
    }
    if assumption == .partition, let position = conditions.firstIndex(of: name), conditions.count > 1 {
      return weights.indices.map { $0 % conditions.count == position }
    }
    if assumption == .inclusion, conditions.contains(name) {
      let others = names.filter { !conditions.contains($0) }
      return weights.indices.map { atom in
        place(atom, name) == 0 || number(name, atom, 2).value > 0 || others.allSatisfy { event($0)[atom] }
      }
    }
    return weights.indices.map { atom in
      let place = place(atom, name)
      // The first two places keep every event from being empty or the whole space.
      return place == 0 || place != 1 && number(name, place, 2).value > 0
    }
  }

  func expectation(_ values: [MathScalar]) -> MathScalar {
    zip(weights, values).reduce(.zero) { $0 + $1.0 * $1.1 }
  }

  /// The moments of random variables that texts name with a letter.
  enum Moment: CaseIterable {
    case mean, square, variance, deviation
  }

  func moment(_ moment: Moment, of name: String) -> MathScalar {
    let values = variable(name)
    let mean = expectation(values)
    let square = expectation(values.map { $0 * $0 })
    return switch moment {
    case .mean: mean
    case .square: square
    case .variance: square - mean * mean
    case .deviation: (square - mean * mean).squareRoot
    }
  }

  func probability(_ event: [Bool]) -> MathScalar {
    zip(weights, event).reduce(.zero) { $1.1 ? $0 + $1.0 : $0 }
  }

  private func place(_ atom: Int, _ name: String) -> Int {
    guard assumption == .independence, let position = names.firstIndex(of: name) else { return atom }
    var rest = atom
    for _ in 0..<(position % spaces) { rest /= base }
    return rest % base
  }

  private func number(_ name: String, _ place: Int, _ bound: UInt64) -> MathScalar {
    var hash = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(place) &* 0xD1B5_4A32_D192_ED03
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var generator = SplitMix64(seed: hash)
    _ = generator.next()
    return MathScalar(Rational(Int(generator.next() % bound)))
  }
}

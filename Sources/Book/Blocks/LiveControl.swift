import ElementaryNumerics
import Foundation

/// A constant of a block that the reader can move: `rate = 0.001...1 log`.
package struct LiveControl: Sendable, Equatable, Codable {
  /// The constant.
  package var name: String
  /// The control's name on the page; nil when that is the constant's.
  package var title: String?
  /// The values that the reader can give it.
  package var kind: Kind

  /// The values that a reader can give a constant.
  package enum Kind: Sendable, Equatable, Codable {
    case range(LiveRange)
    /// One of several texts.
    case choice([String])
    /// True or false.
    case toggle
    /// A point of the block's chart, dragged there.
    case point(x: LiveRange, y: LiveRange)
  }
}

/// The numbers that a reader can choose from.
package struct LiveRange: Sendable, Equatable, Codable {
  package var lower: Double
  package var upper: Double
  /// Whether equal distances on the slider are equal factors.
  package var isLogarithmic = false
  /// The distance between neighbours; nil if the page chooses it.
  package var step: Double?
  /// Whether a button lets the number run from the lower bound to the upper one.
  package var plays = false
  /// The axis of the block's chart along which a click sets the number.
  package var axis: Axis?

  /// An axis of a chart.
  package enum Axis: String, Sendable, Codable {
    case x, y
  }
}

extension LiveRange {
  /// The number at `part` of the range, from 0 at the lower bound to 1 at the upper one, on the range's steps.
  package func value(at part: Double) -> Double {
    if part <= 0 { return lower }
    if part >= 1 { return upper }
    if let step {
      let count = (part * (upper - lower) / step).rounded()
      return min(upper, Double(String(format: "%.12g", lower + count * step)) ?? lower + count * step)
    }
    let raw =
      isLogarithmic ? lower * RealFunctions.power(upper / lower, part) : lower + part * (upper - lower)
    return min(upper, max(lower, rounded(raw)))
  }

  /// Rounds to three digits of the number, or of the range if that is coarser.
  private func rounded(_ number: Double) -> Double {
    let size = isLogarithmic ? number.magnitude : max(lower.magnitude, upper.magnitude)
    let unit = Int(RealFunctions.log10(size).rounded(.down)) - 2
    let scale = RealFunctions.power(10, Double(unit.magnitude))
    return unit < 0 ? (number * scale).rounded() / scale : (number / scale).rounded() * scale
  }
}

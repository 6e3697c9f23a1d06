/// Colours for quantities, in steps small enough to look continuous.
///
/// A greater value (in the diverging ramp: a value farther from the centre) always contrasts more with the paper,
/// in light and in dark mode, so that large values stand out. Lightness is monotone, so a ramp stays readable
/// with colour blindness and in grey print.
public struct ColorRamp: Sendable, Equatable {
  /// The family of colours.
  public enum Kind: Sendable, Equatable {
    /// From pale to strong.
    case sequential
    /// From strong blue over neutral to strong orange.
    case diverging
  }

  /// The number of steps of a ramp.
  public static let stepCount = 32

  /// The family of colours.
  public let kind: Kind
  /// The colours on light paper, from the lowest value.
  public let light: [RGB]
  /// The colours on dark paper, from the lowest value.
  public let dark: [RGB]

  /// For quantities from low to high.
  public static let sequential = ColorRamp(
    .sequential,
    light: [0xeef0d2, 0xb9dbb4, 0x6fbdaf, 0x2f93ac, 0x2a649d, 0x33377f, 0x2a1252],
    dark: [0x232846, 0x30487f, 0x2d6f9c, 0x3297a0, 0x6cbf98, 0xb5de8f, 0xf6f2a4])

  /// For quantities below and above a centre.
  public static let diverging = ColorRamp(
    .diverging,
    light: [0x0a3f86, 0x2f74bf, 0x8fb8dd, 0xf0eee9, 0xeab088, 0xcb6420, 0x7d2f06],
    dark: [0x9ad0ff, 0x4f94d8, 0x2c547f, 0x2b2c30, 0x7d4a26, 0xd0803a, 0xffd0a0])

  private init(_ kind: Kind, light: [UInt32], dark: [UInt32]) {
    self.kind = kind
    self.light = ColorRamp.steps(light.map { OKLab(RGB($0)) })
    self.dark = ColorRamp.steps(dark.map { OKLab(RGB($0)) })
  }

  /// The step at a position from 0 to 1; 0 when the position is not finite.
  static func step(_ part: Double) -> Int {
    guard part.isFinite else { return 0 }
    return min(stepCount - 1, max(0, Int(part * Double(stepCount))))
  }

  /// Even steps along the stops, by their distance in OKLab, so that all steps look about equally large.
  private static func steps(_ stops: [OKLab]) -> [RGB] {
    var lengths = [0.0]
    for (left, right) in zip(stops, stops.dropFirst()) {
      lengths.append((lengths.last ?? 0) + left.distance(to: right))
    }
    let total = lengths.last ?? 1
    return (0..<stepCount).map { step in
      let target = total * Double(step) / Double(stepCount - 1)
      let index = max(1, lengths.firstIndex { $0 >= target - 1e-12 } ?? lengths.count - 1)
      let span = lengths[index] - lengths[index - 1]
      let part = span > 0 ? (target - lengths[index - 1]) / span : 0
      return stops[index - 1].mixed(with: stops[index], part).rgb
    }
  }
}

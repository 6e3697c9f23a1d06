/// Quantiles of sorted numbers.
enum Quantile {
  /// The quantile with linear interpolation between neighbours (type 7 of Hyndman and Fan 1996, the default
  /// of R and NumPy). NaN without numbers.
  static func of(_ sorted: [Double], at part: Double) -> Double {
    guard let last = sorted.indices.last, !part.isNaN else { return .nan }
    let position = Double(last) * min(1, max(0, part))
    let below = Int(position.rounded(.down))
    guard below < last else { return sorted[last] }
    let weight = position - Double(below)
    return sorted[below] * (1 - weight) + sorted[below + 1] * weight
  }
}

import Book
import ElementaryNumerics
import Plan

/// The settings at which a live figure is compared.
enum LiveSettings {
  /// How many settings there are beside the author's.
  static let seededCount = 20

  /// The author's setting, and seeded ones over the ranges.
  static func all(of plan: LivePlan) -> [[Double]] {
    var generator = SplitMix64(seed: 28)
    return [plan.defaults]
      + (0..<seededCount).map { _ in
        plan.settings.flatMap { values(of: $0, &generator) }
      }
  }

  private static func values(of setting: LiveSetting, _ generator: inout SplitMix64) -> [Double] {
    switch setting.control.kind {
    case .toggle: [Double(Int(generator.next() >> 63))]
    case .choice(let texts): [Double(Int(generator.uniform() * Double(texts.count)))]
    case .point(let x, let y): [value(in: x, &generator), value(in: y, &generator)]
    case .range(let range):
      if case .whole = setting.value {
        [value(in: range, &generator).rounded()]
      } else {
        [value(in: range, &generator)]
      }
    }
  }

  /// A number of the range, rounded as a page rounds it. The ends come more often than by chance.
  private static func value(in range: LiveRange, _ generator: inout SplitMix64) -> Double {
    let part = generator.uniform(-0.08, 1.08)
    return range.value(at: min(1, max(0, part)))
  }

  /// A setting in words: `rate = 0.03, decay = 0.9`.
  static func text(_ numbers: [Double], of plan: LivePlan) -> String {
    var rest = numbers[...]
    return plan.settings.map { setting in
      let own = rest.prefix(setting.value.numbers.count)
      rest = rest.dropFirst(own.count)
      let first = own.first ?? 0
      let text =
        switch (setting.control.kind, setting.value) {
        case (.choice(let texts), _): texts.indices.contains(Int(first)) ? texts[Int(first)] : ""
        case (.toggle, _): first == 0 ? "false" : "true"
        case (.point, _): "[\(own.map { "\($0)" }.joined(separator: ", "))]"
        case (_, .whole): "\(Int(first))"
        default: "\(first)"
        }
      return "\(setting.control.name) = \(text)"
    }.joined(separator: ", ")
  }
}

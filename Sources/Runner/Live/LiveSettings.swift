import Book
import ElementaryNumerics
import Plan

/// The settings at which a live figure is compared.
enum LiveSettings {
  /// How many settings there are beside the author's.
  static let seededCount = 20

  /// The author's setting, and seeded ones that cover each range evenly, with both of its ends.
  static func all(of plan: LivePlan) -> [[Double]] {
    var generator = SplitMix64(seed: 1)
    let columns = plan.settings.flatMap { setting in
      coordinates(of: setting).map { coordinate in places(&generator).map(coordinate) }
    }
    return [plan.defaults] + (0..<seededCount).map { number in columns.map { $0[number] } }
  }

  /// Places from 0 to 1 in random order: both ends, and one place in each of the equal parts between them.
  private static func places(_ generator: inout SplitMix64) -> [Double] {
    let inner = seededCount - 2
    let parts = (0..<inner).map { (Double($0) + generator.uniform()) / Double(inner) }
    return ([0, 1] + parts).shuffled(using: &generator)
  }

  /// The numbers of a setting, each by its place from 0 to 1. Numbers of a range are rounded as a page rounds them.
  private static func coordinates(of setting: LiveSetting) -> [(Double) -> Double] {
    switch setting.control.kind {
    case .toggle: [{ $0.rounded() }]
    case .choice(let texts): [{ min(Double(texts.count - 1), ($0 * Double(texts.count)).rounded(.down)) }]
    case .point(let x, let y): [x.value(at:), y.value(at:)]
    case .range(let range):
      if case .whole = setting.value { [{ range.value(at: $0).rounded() }] } else { [range.value(at:)] }
    }
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

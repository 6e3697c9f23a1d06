/// Ticks of dates and of durations: whole seconds, minutes, hours, days, months or years.
struct TimeTicks {
  /// The ticks, in seconds, with their labels, all of one kind.
  private(set) var ticks: [AxisTick] = []

  /// Ticks of dates, labelled as in ISO 8601.
  init(datesFrom low: Double, to high: Double, count: Double) {
    let wanted = (high - low) / max(1, count)
    guard wanted.isFinite, wanted > 0, low > -6e13, high < 6e13 else { return }
    let days = wanted / 86_400
    if days > 20 {
      let months = TimeTicks.step(
        days / 30.44, [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000])
      add(months: months, low, high)
    } else {
      let step = TimeTicks.step(wanted, TimeTicks.steps + [86_400, 2 * 86_400, 7 * 86_400, 14 * 86_400])
      add(step: step, low, high) { TimeTicks.label($0, step: step) }
    }
  }

  /// Ticks of durations: "45 s", "1:30", "2:00:00".
  init(durationsFrom low: Double, to high: Double, count: Double) {
    let wanted = (high - low) / max(1, count)
    guard wanted.isFinite, wanted > 0, max(low.magnitude, high.magnitude) < 1e12 else { return }
    if high.magnitude < 60 || wanted < 1 {
      ticks = LinearTicks(low, high, count: count).ticks.map {
        AxisTick(value: $0.value, label: NumberText.fixed($0) + " s")
      }
      return
    }
    let step = TimeTicks.step(
      wanted,
      TimeTicks.steps + [24, 48, 120, 240, 480, 1200, 2400, 12_000, 120_000, 1_200_000].map { $0 * 3600 })
    add(step: step, low, high) { TimeTicks.duration($0, hasHours: high >= 3600) }
  }

  /// A duration such as "1:30", or "0:01:30" with hours.
  static func duration(_ seconds: Int, hasHours: Bool) -> String {
    let (rest, sign) = (Int(seconds.magnitude), seconds < 0 ? NumberText.minus : "")
    if hasHours { return sign + String(rest / 3600) + ":" + two(rest / 60 % 60) + ":" + two(rest % 60) }
    return sign + String(rest / 60) + ":" + two(rest % 60)
  }

  /// The date, or the time of day when the step is shorter than a day.
  static func label(_ seconds: Int, step: Int = 1) -> String {
    let date = CalendarDate(secondsSince1970: Double(seconds))
    let day = day(date)
    if step >= 86_400 { return day }
    let clock = two(date.second / 3600) + ":" + two(date.second / 60 % 60)
    return step >= 60 ? clock : clock + ":" + two(date.second % 60)
  }

  /// The day, and the time of day unless it is midnight.
  static func moment(_ seconds: Double) -> String {
    let date = CalendarDate(secondsSince1970: seconds)
    return date.second == 0 ? day(date) : day(date) + " " + label(date.secondsSince1970)
  }

  /// A date such as "2024-03-15".
  static func day(_ date: CalendarDate) -> String {
    String(date.year) + "-" + two(date.month) + "-" + two(date.day)
  }

  private static let steps = [
    1, 5, 15, 30, 60, 300, 900, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600,
  ]

  /// The step nearest to the wanted one, by ratio.
  private static func step(_ wanted: Double, _ steps: [Int]) -> Int {
    for (step, next) in zip(steps, steps.dropFirst()) where wanted * wanted < Double(step) * Double(next) {
      return step
    }
    return steps.last ?? 1
  }

  private mutating func add(step: Int, _ low: Double, _ high: Double, label: (Int) -> String) {
    let first = Int((low / Double(step)).rounded(.up))
    let last = Int((high / Double(step)).rounded(.down))
    guard first <= last, last - first < 1000 else { return }
    ticks = (first...last).map { AxisTick(value: Double($0 * step), label: label($0 * step)) }
  }

  private mutating func add(months: Int, _ low: Double, _ high: Double) {
    let (start, end) = (CalendarDate(secondsSince1970: low), CalendarDate(secondsSince1970: high))
    var index = (start.year * 12 + start.month - 1) / months * months
    while index <= end.year * 12 + end.month, ticks.count < 1000 {
      let date = CalendarDate(year: index / 12, month: index % 12 + 1)
      let value = Double(date.secondsSince1970)
      if value >= low && value <= high {
        let year = String(date.year)
        ticks.append(
          AxisTick(value: value, label: months >= 12 ? year : year + "-" + TimeTicks.two(date.month)))
      }
      index += months
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0" + String(number) : String(number) }
}

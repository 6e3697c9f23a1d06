import Foundation
import Testing

@testable import SVGCharts

@Suite struct TimeTicksTests {
  @Test("the calendar agrees with Foundation's, both ways", arguments: 0..<40)
  func calendar(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for _ in 0..<50 {
      // From 1600 to 2500.
      let seconds = Double.random(in: -11_676_096_000...16_725_225_600, using: &dice).rounded()
      let date = CalendarDate(secondsSince1970: seconds)
      let expected = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: seconds))
      #expect(date.year == expected.year && date.month == expected.month && date.day == expected.day)
      #expect(Double(date.secondsSince1970) == seconds)
    }
  }

  @Test("dates have ticks at the beginnings of years, months, days or hours")
  func dates() {
    let day = 86_400.0
    let labels: (Double, Double) -> [String?] = { start, length in
      TimeTicks(datesFrom: start, to: start + length, count: 5).ticks.map(\.label)
    }
    #expect(labels(0, 3650 * day) == ["1970", "1972", "1974", "1976", "1978"])
    #expect(labels(1_704_067_200, 150 * day) == ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"])
    #expect(
      labels(1_709_164_800, 4 * day) == [
        "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04",
      ])
    #expect(labels(1_709_164_800, 4 * 3600) == ["00:00", "01:00", "02:00", "03:00", "04:00"])
    #expect(labels(-1, 2) == ["23:59:59", "00:00:00", "00:00:01"])
  }

  @Test("durations are written in seconds, minutes or hours")
  func durations() {
    let labels: (Double) -> [String?] = { TimeTicks(durationsFrom: 0, to: $0, count: 4).ticks.map(\.label) }
    #expect(labels(40) == ["0 s", "10 s", "20 s", "30 s", "40 s"])
    #expect(labels(240) == ["0:00", "1:00", "2:00", "3:00", "4:00"])
    #expect(labels(7200) == ["0:00:00", "0:30:00", "1:00:00", "1:30:00", "2:00:00"])
  }

  @Test("no domain traps", arguments: 0..<50)
  func wild(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    for type in [ScaleType.date, .duration] {
      let values = (0..<6).map { _ in dice.wild() }
      let chart = Chart { LineMark(x: .value("x", values), y: .value("y", values)) }.chartXScale(type: type)
      #expect(chart.svg().hasPrefix("<svg"))
    }
  }
}

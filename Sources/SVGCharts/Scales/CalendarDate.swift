/// A calendar date and time in UTC, from seconds since the beginning of 1970.
struct CalendarDate: Equatable {
  var year: Int
  var month = 1
  var day = 1
  /// Seconds since midnight.
  var second = 0

  init(year: Int, month: Int = 1, day: Int = 1, second: Int = 0) {
    (self.year, self.month, self.day, self.second) = (year, month, day, second)
  }

  /// The rule of Howard Hinnant, "chrono-compatible low-level date algorithms".
  init(secondsSince1970 seconds: Double) {
    let whole = Int(min(1e14, max(-1e14, seconds)).rounded(.down))
    let days = (whole - CalendarDate.modulo(whole, 86_400)) / 86_400
    second = CalendarDate.modulo(whole, 86_400)
    let shifted = days + 719_468
    let dayOfEra = CalendarDate.modulo(shifted, 146_097)
    let era = (shifted - dayOfEra) / 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Seconds since the beginning of 1970.
  var secondsSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let yearOfEra = CalendarDate.modulo(shiftedYear, 400)
    let era = (shiftedYear - yearOfEra) / 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400 + second
  }

  private static func modulo(_ value: Int, _ divisor: Int) -> Int {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

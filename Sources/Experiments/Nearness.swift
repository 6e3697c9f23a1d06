/// Whether `number` differs from `expected` by less than a part of it. NaN and infinite numbers are near nothing.
public func isNear(_ number: Double, _ expected: Double, within part: Double) -> Bool {
  abs(number / expected - 1) < part
}

/// The position from which on all numbers are at most `limit`; nil if the last one is not. Passing below the limit and
/// leaving it again is no arrival.
///
/// With the value before the first step at position zero, the result is a count of steps.
public func arrival(of values: [Double], atMost limit: Double) -> Int? {
  let last = values.lastIndex { !($0 <= limit) } ?? -1
  return last < values.count - 1 ? last + 1 : nil
}

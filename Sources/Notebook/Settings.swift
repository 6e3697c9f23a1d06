import Foundation

// The constants of a live block, which a reader can move.

private let settings: [Double] =
  (ProcessInfo.processInfo.environment["GALLEY_SETTINGS"] ?? "").split(separator: ",").compactMap {
    UInt64($0).map(Double.init(bitPattern:))
  }

private func setting(_ number: Int) -> Double? { settings.indices.contains(number) ? settings[number] : nil }

/// A number that a reader can move, or `value` where nobody has.
public func _galleySetting(_ number: Int, _ value: Double) -> Double { setting(number) ?? value }

/// A number that a reader can move, or `value` where nobody has.
public func _galleySetting(_ number: Int, _ value: Float) -> Float {
  setting(number).map(Float.init) ?? value
}

/// A whole number that a reader can move, or `value` where nobody has.
public func _galleySetting(_ number: Int, _ value: Int) -> Int { setting(number).map { Int($0) } ?? value }

/// A truth value that a reader can change, or `value` where nobody has.
public func _galleySetting(_ number: Int, _ value: Bool) -> Bool { setting(number).map { $0 != 0 } ?? value }

/// The text of `texts` that a reader has chosen, or `value` where nobody has.
public func _galleySetting(_ number: Int, _ value: String, among texts: [String]) -> String {
  guard let place = setting(number).map({ Int($0) }), texts.indices.contains(place) else { return value }
  return texts[place]
}

/// A point that a reader can drag, or `value` where nobody has.
public func _galleySetting(_ number: Int, _ value: [Double]) -> [Double] {
  guard let x = setting(number), let y = setting(number + 1) else { return value }
  return [x, y]
}

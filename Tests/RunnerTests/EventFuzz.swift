import Events
import Foundation
import TestSupport

/// Reports that no honest program writes.
enum EventFuzz {
  /// A valid report with a few random changes.
  static func text(_ generator: inout SeededNumbers) -> String {
    var lines = HostileEventsTests.sound
    for _ in 0..<generator.below(4) + 1 {
      switch generator.below(6) {
      case 0: lines.remove(at: generator.below(lines.count))
      case 1: lines.insert(lines[generator.below(lines.count)], at: generator.below(lines.count + 1))
      case 2: lines.swapAt(generator.below(lines.count), generator.below(lines.count))
      case 3:
        lines[min(4, lines.count - 1)] = HostileReport.event(
          "value", 0, ",\"value\":" + HostileReport.value(&generator))
      case 4: lines[generator.below(lines.count)] = event(&generator)
      default: lines[generator.below(lines.count)].damage(&generator)
      }
      if lines.isEmpty { return "" }
    }
    return lines.map { $0 + (generator.below(50) == 0 ? "" : "\n") }.joined()
  }

  private static func event(_ generator: inout SeededNumbers) -> String {
    let kinds = [
      "started", "blockBegan", "blockEnded", "reached", "value", "printing", "printed", "verified", "claimed",
      "recorded", "recordRefused", "progress", "attemptEnded", "attemptThrew", "attemptTrapped",
      "attemptExited",
      "finished", "forged",
    ]
    let rest = [
      "", ",\"message\":\"m\"", ",\"value\":" + HostileReport.value(&generator), ",\"verification\":{}",
    ]
    return HostileReport.event(
      kinds[generator.below(kinds.count)], HostileReport.anyNumber(&generator),
      rest[generator.below(rest.count)])
  }

  /// Whether every list has as many elements as it declares, and every number is valid.
  static func isSound(_ value: Value) -> Bool {
    switch value {
    case .array(let elements, let count):
      elements.allSatisfy(isSound)
        && (elements.count == count || (elements.count == 10_000 && count > 10_000))
    case .set(let elements, let count): elements.allSatisfy(isSound) && elements.count == min(count, 10_000)
    case .decimal(let digits): digits.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
    case .enumeration(_, let payload): payload.allSatisfy { isSound($0.value) }
    case .integer(let digits): digits.wholeMatch(of: /-?[0-9]+/) != nil
    case .floatingPoint(let number, let text): Double(text).map { $0.isNaN == number.isNaN } ?? false
    case .record(_, let fields): fields.allSatisfy { isSound($0.value) }
    case .dictionary(let entries, _): entries.allSatisfy { isSound($0.key) && isSound($0.value) }
    case .table(let table):
      table.rows.allSatisfy { $0.count == table.columns.count && $0.allSatisfy(isSound) }
    default: true
    }
  }

  /// Reports of nearly four MiB.
  static let long: [String: String] = {
    let head = HostileEventsTests.sound[...3].map { $0 + "\n" }.joined()
    func valued(_ value: String) -> String {
      head + HostileReport.event("value", 0, ",\"value\":" + value) + "\n"
    }
    let many = 4_000_000
    return [
      "one list": valued("[" + String(repeating: "null,", count: many / 5) + "null]"),
      "numbers": valued("[" + String(repeating: #"{"number":"0.5"},"#, count: many / 17) + "null]"),
      "lists of lists": valued("[" + String(repeating: "[[[[[]]]]],", count: many / 11) + "null]"),
      "one text": valued("{\"text\":\"" + String(repeating: "a", count: many) + "\"}"),
      "one line that never ends": head + String(repeating: "x", count: many),
      "deep": head + String(repeating: "[", count: many),
      "keys": valued("{" + String(repeating: "\"a\":0,", count: many / 6) + "\"b\":0}"),
      "heartbeats": head
        + String(
          repeating: HostileReport.event("progress", 0, ",\"message\":\"m\"") + "\n", count: many / 95),
      "empty lines": head + String(repeating: "\n", count: many),
    ]
  }()
}

import Events
import Foundation
import Plan

/// What a running program says, read as it comes, each line once.
struct EventFeed {
  /// What was said and may have been said.
  private(set) var events: [Event] = []
  /// Whether something else was written than the plan provides for; nothing behind it is read.
  private(set) var isDamaged = false
  private var order: EventOrder
  private let file: OpenFile
  private var offset = 0
  private var rest: [UInt8] = []

  /// The events that a program of `plan` writes to `file`.
  init(of plan: BuildPlan, from file: OpenFile) {
    order = EventOrder(of: plan)
    self.file = file
  }

  /// The events that have come since the last time.
  mutating func read() -> ArraySlice<Event> {
    let before = events.count
    while !isDamaged {
      let bytes = file.read(at: offset, count: 1 << 16)
      if bytes.isEmpty { break }
      offset += bytes.count
      if offset > Planner.outputLimit { isDamaged = true }
      take(bytes)
    }
    return events[before...]
  }

  /// Reads what is left when the program has ended: a line that was begun is damage.
  mutating func finish() {
    _ = read()
    if !rest.isEmpty { isDamaged = true }
  }

  private mutating func take(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    while lines.count > 1, !isDamaged {
      rest += lines.removeFirst()
      take(line: rest)
      rest = []
    }
    rest += lines.first ?? []
  }

  private mutating func take(line: [UInt8]) {
    guard line.isFlat, let event = try? JSONDecoder().decode(Event.self, from: Data(line)),
      order.admits(event)
    else {
      isDamaged = true
      return
    }
    events.append(event)
  }
}

extension [UInt8] {
  /// Values within values are read one by one within the other, and the stack has an end.
  fileprivate var isFlat: Bool {
    var depth = 0
    var isText = false
    var isEscaped = false
    for byte in self {
      if isEscaped {
        isEscaped = false
      } else if isText {
        isEscaped = byte == UInt8(ascii: "\\")
        isText = byte != UInt8(ascii: "\"")
      } else if byte == UInt8(ascii: "\"") {
        isText = true
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        depth += 1
        if depth > Self.greatestDepth { return false }
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth -= 1
      }
    }
    return true
  }

  private static var greatestDepth: Int { 200 }
}

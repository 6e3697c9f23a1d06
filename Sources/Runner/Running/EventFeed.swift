import Events
import Foundation
import Plan

/// The events of a running program, read while it writes them.
struct EventFeed {
  /// The events read so far, all of which the plan allows.
  private(set) var events: [Event] = []
  /// Whether the program wrote something that the plan does not allow. Nothing after it is read.
  private(set) var isDamaged = false
  private var order: EventOrder
  private let file: OpenFile
  private var offset = 0
  private var rest: [UInt8] = []

  /// Creates a feed of the events that a program of `plan` writes to `file`.
  init(of plan: BuildPlan, from file: OpenFile) {
    order = EventOrder(of: plan)
    self.file = file
  }

  /// Reads the events that were written since the last call.
  mutating func read() -> ArraySlice<Event> {
    let before = events.count
    while !isDamaged {
      let bytes = file.read(at: offset, count: 1 << 16)
      if bytes.isEmpty { break }
      offset += bytes.count
      if offset > Planner.fileLimit { isDamaged = true }
      take(bytes)
    }
    return events[before...]
  }

  /// Reads the remaining events after the program has ended. An unfinished line counts as damage.
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
    guard line.isReadable, let event = try? JSONDecoder().decode(Event.self, from: Data(line)),
      order.admits(event)
    else {
      isDamaged = true
      return
    }
    events.append(event)
  }
}

extension [UInt8] {
  /// Whether the JSON is nested at most `greatestDepth` deep and has at most `mostLists` lists and objects. The decoder
  /// is recursive, so deeper nesting could overflow the stack, and millions of lists would take it a minute.
  fileprivate var isReadable: Bool {
    var depth = 0
    var lists = 0
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
        lists += 1
        if depth > Self.greatestDepth || lists > Self.mostLists { return false }
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth -= 1
      }
    }
    return true
  }

  private static var greatestDepth: Int { 200 }
  private static var mostLists: Int { 1_500_000 }
}

import Foundation

/// What the system says of every process, at one moment. Empty where there is no `/proc`.
struct ProcessTable {
  var processes: [pid_t: Entry] = [:]

  /// One process. Its number may be given to another one later; together with its start it is unique.
  struct Entry: Equatable {
    var id: pid_t
    var parent: pid_t
    var session: pid_t
    /// In clock ticks since the machine started.
    var start: UInt64
    /// Of the process and of its children that have ended, in clock ticks.
    var processorTicks: UInt64
    /// In pages.
    var residentPages: UInt64
    var isDead: Bool
  }

  /// Reads the table as it is now.
  static func now() -> ProcessTable {
    var table = ProcessTable()
    #if os(Linux)
      guard let folder = opendir("/proc") else { return table }
      defer { closedir(folder) }
      var buffer = [UInt8](repeating: 0, count: 1024)
      while let item = readdir(folder) {
        let number = withUnsafeBytes(of: item.pointee.d_name) { name in
          name.prefix { $0 != 0 }.reduce(pid_t(0)) {
            $0 >= 0 && (48...57).contains($1) ? $0 * 10 + pid_t($1 - 48) : -1
          }
        }
        guard number > 0, let entry = entry(of: number, &buffer) else { continue }
        table.processes[number] = entry
      }
    #endif
    return table
  }

  /// The process that `id` is now.
  static func entry(of id: pid_t) -> Entry? {
    var buffer = [UInt8](repeating: 0, count: 1024)
    return entry(of: id, &buffer)
  }

  private static func entry(of id: pid_t, _ buffer: inout [UInt8]) -> Entry? {
    let file = open("/proc/\(id)/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let count = read(file, &buffer, buffer.count)
    // The name in brackets may hold anything, even brackets: the fields count from the last one.
    guard count > 0, let end = buffer[..<count].lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = buffer[(end + 1)..<count].split(separator: UInt8(ascii: " "))
    guard fields.count > 21 else { return nil }
    func number(_ index: Int) -> UInt64 {
      fields[index].reduce(0) { (48...57).contains($1) ? $0 &* 10 &+ UInt64($1 - 48) : $0 }
    }
    let ticks = number(11) + number(12) + number(13) + number(14)
    let state = fields[0].first
    return Entry(
      id: id, parent: pid_t(number(1)), session: pid_t(number(3)), start: number(19), processorTicks: ticks,
      residentPages: number(21), isDead: state == UInt8(ascii: "Z") || state == UInt8(ascii: "X"))
  }

  /// How many files a process has open.
  static func openFiles(of id: pid_t) -> Int {
    guard let folder = opendir("/proc/\(id)/fd") else { return 0 }
    defer { closedir(folder) }
    var count = -2
    while readdir(folder) != nil { count += 1 }
    return max(0, count)
  }
}

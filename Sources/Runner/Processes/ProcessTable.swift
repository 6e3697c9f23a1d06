import Foundation

/// All processes of the system at one moment. Empty on systems without `/proc`.
struct ProcessTable {
  var processes: [pid_t: Entry] = [:]

  /// One process. The system may reuse its number, but the number and the start time together are unique.
  struct Entry: Equatable {
    var id: pid_t
    var parent: pid_t
    var session: pid_t
    /// The start time, in clock ticks since the machine started.
    var start: UInt64
    /// The processor time of the process and of its ended children, in clock ticks.
    var processorTicks: UInt64
    var residentPages: UInt64
    /// The size of its address space in bytes.
    var addressBytes: UInt64
    var threads: Int
    var isDead: Bool
    /// Whether its first thread runs or waits for a core.
    var isReady: Bool
  }

  /// Reads the current table.
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

  /// The process that has the number `id` now; nil if there is none.
  static func entry(of id: pid_t) -> Entry? {
    var buffer = [UInt8](repeating: 0, count: 1024)
    return entry(of: id, &buffer)
  }

  private static func entry(of id: pid_t, _ buffer: inout [UInt8]) -> Entry? {
    guard var entry = entry(of: id, in: "/proc/\(id)/stat", &buffer) else { return nil }
    // The first thread may have ended while others go on. It shows no memory then.
    if entry.isDead, entry.threads > 1 {
      let tasks = "/proc/\(id)/task"
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
      entry.isDead = false
      for thread in threads where entry.residentPages == 0 {
        entry.residentPages =
          Self.entry(of: id, in: "\(tasks)/\(thread)/stat", &buffer)?.residentPages ?? 0
      }
    }
    return entry
  }

  private static func entry(of id: pid_t, in path: String, _ buffer: inout [UInt8]) -> Entry? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let count = read(file, &buffer, buffer.count)
    // The name in brackets may itself contain brackets, so the fields are counted from the last bracket.
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
      residentPages: number(21), addressBytes: number(20), threads: Int(number(17)),
      isDead: state == UInt8(ascii: "Z") || state == UInt8(ascii: "X"), isReady: state == UInt8(ascii: "R"))
  }

  /// The time that the first thread of a process was ready to run but waited for a core; zero if the system does not say.
  static func waitingTime(of id: pid_t) -> Duration {
    let text = try? String(contentsOfFile: "/proc/\(id)/schedstat", encoding: .utf8)
    let fields = (text ?? "").split(separator: " ")
    return fields.count > 1 ? .nanoseconds(Int64(fields[1]) ?? 0) : .zero
  }

  /// The number of files that a process has open; 0 if it cannot be read.
  static func openFiles(of id: pid_t) -> Int {
    guard let folder = opendir("/proc/\(id)/fd") else { return 0 }
    defer { closedir(folder) }
    var count = -2
    while readdir(folder) != nil { count += 1 }
    return max(0, count)
  }
}

import Foundation

extension ProcessTable {
  /// The living processes below `root`, from the lists of children that the kernel keeps for each thread. The time grows
  /// with the family, not with the machine. A process that starts or loses its parent at this moment may be missing. The
  /// walk ends at `most` processes, because a family may grow faster than it can be counted. Nil if the kernel keeps no
  /// such lists.
  static func descendants(of root: pid_t, most: Int = .max) -> [Entry]? {
    #if os(Linux)
      guard var waiting = children(of: root) else { return nil }
      var seen: Set<pid_t> = []
      var living: [Entry] = []
      while living.count < most, let next = waiting.popLast() {
        guard seen.insert(next).inserted, let entry = entry(of: next), !entry.isDead else { continue }
        living.append(entry)
        // Reading the children of that many threads would take too long, and the program must end anyway.
        if entry.threads > 10_000 { continue }
        waiting += children(of: next) ?? []
      }
      return living
    #else
      return nil
    #endif
  }

  /// The children that all threads of a process have started; nil if the process or the lists do not exist.
  static func children(of id: pid_t) -> [pid_t]? {
    let tasks = "/proc/\(id)/task"
    guard let threads = try? FileManager.default.contentsOfDirectory(atPath: tasks) else { return nil }
    var children: [pid_t]?
    for thread in threads {
      guard let file = FileHandle(forReadingAtPath: "\(tasks)/\(thread)/children") else { continue }
      let text = String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
      children = (children ?? []) + text.split(separator: " ").compactMap { pid_t($0) }
    }
    return children
  }
}

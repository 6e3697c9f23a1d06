import Foundation
import Synchronization

/// A program and all that it started, also what has begun a session of its own.
///
/// A process belongs to it when it is in the program's session, when its parent belongs to it, or when its
/// environment holds the mark that only this program was given.
final class ProcessFamily: Sendable {
  private let leader: pid_t
  private let mark: String?
  /// Those who were seen once, by number, with their start; a parent that has ended leaves its children known.
  private let known: Mutex<[pid_t: UInt64]>

  /// The family of `leader`, which is the leader of a session.
  init(leader: pid_t, mark: String?) {
    self.leader = leader
    self.mark = mark
    known = Mutex(ProcessTable.entry(of: leader).map { [leader: $0.start] } ?? [:])
  }

  /// Those who live now.
  func members(of table: ProcessTable) -> [ProcessTable.Entry] {
    known.withLock { known in
      var grows = true
      while grows {
        grows = false
        for entry in table.processes.values where known[entry.id] != entry.start {
          let hasKnownParent = known[entry.parent].map { start in
            table.processes[entry.parent].map { $0.start == start } ?? false
          }
          guard entry.session == leader || hasKnownParent == true else { continue }
          known[entry.id] = entry.start
          grows = true
        }
      }
      return table.processes.values.filter { known[$0.id] == $0.start && !$0.isDead }
    }
  }

  /// Kills every member, until none is left.
  func end() {
    kill(-leader, SIGKILL)
    for round in 0..<100 {
      let table = ProcessTable.now()
      if round == 0 { adoptMarked(in: table) }
      let living = members(of: table)
      if living.isEmpty { return }
      for member in living { kill(member.id, SIGKILL) }
      usleep(1000)
    }
  }

  /// Those whose environment holds the mark, wherever they have gone.
  private func adoptMarked(in table: ProcessTable) {
    guard let mark else { return }
    for entry in table.processes.values where Self.environment(of: entry.id).contains(mark) {
      known.withLock { $0[entry.id] = entry.start }
    }
  }

  /// The processes whose environment holds `mark`, ended.
  static func endAll(marked mark: String) {
    for entry in ProcessTable.now().processes.values
    where entry.id != getpid() && environment(of: entry.id).contains(mark) {
      kill(entry.id, SIGKILL)
    }
  }

  private static func environment(of process: pid_t) -> String { readText("/proc/\(process)/environ") }
}

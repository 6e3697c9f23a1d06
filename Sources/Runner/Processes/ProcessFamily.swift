import Foundation
import Synchronization

/// A program and every process that it started, in any session and with any environment. The supervisor that started
/// the program adopts processes whose parents have ended.
final class ProcessFamily: Sendable {
  private let supervisor: pid_t
  /// The start times of all processes seen so far, by process number.
  private let known: Mutex<[pid_t: UInt64]>

  /// The supervisors of running programs.
  private static let running = Mutex<Set<pid_t>>([])

  /// The family of the program that `supervisor` started.
  init(supervisor: pid_t) {
    self.supervisor = supervisor
    known = Mutex(ProcessTable.entry(of: supervisor).map { [supervisor: $0.start] } ?? [:])
    _ = Self.running.withLock { $0.insert(supervisor) }
  }

  /// The processes of the family that are alive in `table`, without the supervisor.
  func members(of table: ProcessTable) -> [ProcessTable.Entry] {
    known.withLock { known in
      var grows = true
      while grows {
        grows = false
        for entry in table.processes.values where known[entry.id] != entry.start {
          guard let start = known[entry.parent], table.processes[entry.parent]?.start == start else {
            continue
          }
          known[entry.id] = entry.start
          grows = true
        }
      }
      return table.processes.values.filter {
        $0.id != supervisor && known[$0.id] == $0.start && !$0.isDead
      }
    }
  }

  /// The processes that are alive now, without the supervisor: good enough to measure them. One that has just started or
  /// lost its parent may be missing. On Linux not many more than `most` are counted.
  func processes(most: Int = .max) -> [ProcessTable.Entry] {
    ProcessTable.descendants(of: supervisor, most: most) ?? members(of: .now())
  }

  /// The status that `waitpid` returns; nil until the program and all its processes have ended.
  func exitStatus() -> Int32? {
    var status: Int32 = 0
    guard waitpid(supervisor, &status, WNOHANG) != 0 else { return nil }
    _ = Self.running.withLock { $0.remove(supervisor) }
    // If a signal killed the supervisor itself, processes of its program may still run.
    if status & 0x7f != 0 { for member in members(of: .now()) { kill(member.id, SIGKILL) } }
    return status
  }

  /// The processor time that the members have used so far.
  var processorTime: Duration {
    .seconds(
      Double(processes().map(\.processorTicks).reduce(0, +)) / Double(sysconf(Int32(_SC_CLK_TCK))))
  }

  /// The longest time that a member has waited for a core so far, because other programs used all of them.
  var waitingTime: Duration {
    processes(most: 16).map { ProcessTable.waitingTime(of: $0.id) }.max() ?? .zero
  }

  /// Ends every member and waits until none is left.
  func end() {
    // While thousands of processes run, the supervisor may get its turn late. The group of the program ends at once.
    for child in ProcessTable.children(of: supervisor) ?? [] { kill(-child, SIGKILL) }
    kill(supervisor, SIGTERM)
    kill(supervisor, SIGCONT)
    for _ in 0..<2000 {
      if exitStatus() != nil { return }
      usleep(1000)
    }
    for member in members(of: .now()) { kill(member.id, SIGKILL) }
    kill(supervisor, SIGKILL)
    while exitStatus() == nil { usleep(1000) }
  }

  /// Ends all running programs. Called before this process ends.
  static func endAll() {
    let supervisors = running.withLock { $0 }
    for supervisor in supervisors { kill(supervisor, SIGTERM) }
    for _ in 0..<1000 where supervisors.contains(where: { kill($0, 0) == 0 && !isDead($0) }) { usleep(1000) }
  }

  private static func isDead(_ process: pid_t) -> Bool { ProcessTable.entry(of: process)?.isDead ?? true }
}

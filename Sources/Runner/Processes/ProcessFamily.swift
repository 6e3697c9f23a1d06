import Foundation
import Synchronization

/// A program and all that it started, whatever session it has begun and whatever environment it has given itself: the
/// supervisor that started the program adopts what others leave behind.
final class ProcessFamily: Sendable {
  private let supervisor: pid_t
  /// Those who were seen once, by number, with their start.
  private let known: Mutex<[pid_t: UInt64]>

  /// Supervisors whose programs run.
  private static let running = Mutex<Set<pid_t>>([])

  /// The family of the program that `supervisor` started.
  init(supervisor: pid_t) {
    self.supervisor = supervisor
    known = Mutex(ProcessTable.entry(of: supervisor).map { [supervisor: $0.start] } ?? [:])
    _ = Self.running.withLock { $0.insert(supervisor) }
  }

  /// Those who live now, without the supervisor.
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

  /// What `wait` says of the program, once it and all that it left behind have ended.
  func exitStatus() -> Int32? {
    var status: Int32 = 0
    guard waitpid(supervisor, &status, WNOHANG) != 0 else { return nil }
    _ = Self.running.withLock { $0.remove(supervisor) }
    // Where the supervisor itself was stopped, what was seen of its program is left.
    if status & 0x7f != 0 { for member in members(of: .now()) { kill(member.id, SIGKILL) } }
    return status
  }

  /// What its members have used so far.
  var processorTime: Duration {
    .seconds(
      Double(members(of: .now()).map(\.processorTicks).reduce(0, +)) / Double(sysconf(Int32(_SC_CLK_TCK))))
  }

  /// Ends every member, until none is left.
  func end() {
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

  /// Ends all that run, because this program is about to.
  static func endAll() {
    let supervisors = running.withLock { $0 }
    for supervisor in supervisors { kill(supervisor, SIGTERM) }
    for _ in 0..<1000 where supervisors.contains(where: { kill($0, 0) == 0 && !isDead($0) }) { usleep(1000) }
  }

  private static func isDead(_ process: pid_t) -> Bool { ProcessTable.entry(of: process)?.isDead ?? true }
}

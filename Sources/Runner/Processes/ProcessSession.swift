import Foundation

/// A program and all that it started: what has its own process group still is in the session.
struct ProcessSession {
  /// The process that began the session.
  var leader: pid_t

  /// Kills every process of the session.
  func end() {
    kill(-leader, SIGKILL)
    #if os(Linux)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      for process in names.compactMap({ pid_t($0) })
      where Self.session(of: process) == leader && process != leader {
        kill(process, SIGKILL)
      }
    #endif
  }

  #if os(Linux)
    /// The fourth field behind the name in `/proc/…/stat`; the name may hold anything, even brackets.
    private static func session(of process: pid_t) -> pid_t? {
      let fields = readText("/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ")
      return fields.flatMap { $0.count > 3 ? pid_t($0[3]) : nil }
    }
  #endif
}

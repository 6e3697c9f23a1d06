import Book
import Foundation
import Plan

/// How many chapters this machine can run at the same time: no more than it has cores, and no more than fit into its
/// memory together.
struct Capacity {
  private let cores: Int
  /// In MiB; nil where it is not known.
  private let memory: Int?
  private var running: [Int] = []

  /// What compiling and running a chapter takes that declares nothing, in MiB.
  static let usualNeed = 512

  init(cores: Int, memory: Int?) {
    self.cores = cores
    self.memory = memory
  }

  /// The capacity that this machine has now.
  static func now() -> Capacity {
    let machine = ProcessInfo.processInfo
    return Capacity(
      cores: machine.activeProcessorCount,
      memory: available(meminfo: readText("/proc/meminfo")) ?? Int(machine.physicalMemory >> 20))
  }

  /// What `plan` is reckoned with, in MiB: the largest `memory` that one of its blocks declares.
  static func need(of plan: BuildPlan) -> Int {
    let usual = BlockLimits().memory
    return plan.blocks.map(\.limits.memory).filter { $0 != usual }.reduce(usualNeed, max)
  }

  /// Whether one more chapter fits in beside those that run. A single one always does: its own limit stops it.
  func admits(_ need: Int) -> Bool {
    if running.isEmpty { return true }
    return running.count < cores && memory.map { running.reduce(need, +) <= $0 } ?? true
  }

  mutating func begin(_ need: Int) { running.append(need) }

  mutating func end(_ need: Int) {
    if let index = running.firstIndex(of: need) { running.remove(at: index) }
  }

  /// The line `MemAvailable: 2048 kB` of `/proc/meminfo`, in MiB; nil when there is none.
  static func available(meminfo: String) -> Int? {
    guard let match = meminfo.firstMatch(of: /(?m)^MemAvailable:\s+([0-9]+) kB$/) else { return nil }
    return Int(match.1).map { $0 >> 10 }
  }
}

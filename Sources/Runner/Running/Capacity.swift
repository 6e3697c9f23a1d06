import Book
import Foundation
import Plan

/// Decides how many chapters can run at the same time. Their number is limited by the cores of the machine, and their
/// total need by its memory.
struct Capacity {
  private let cores: Int
  /// Available memory in MiB; nil if it is unknown.
  private let memory: Int?
  private var running: [Int] = []

  /// The memory that is planned for compiling and running a chapter without a `memory` option, in MiB.
  static let usualNeed = 512

  init(cores: Int, memory: Int?) {
    self.cores = cores
    self.memory = memory
  }

  /// The present capacity of this machine.
  static func now() -> Capacity {
    let machine = ProcessInfo.processInfo
    return Capacity(
      cores: machine.activeProcessorCount,
      memory: available(meminfo: readText("/proc/meminfo")) ?? Int(machine.physicalMemory >> 20))
  }

  /// The memory that is planned for `plan`, in MiB: the largest `memory` that a block declares, but at least
  /// `usualNeed`.
  static func need(of plan: BuildPlan) -> Int {
    let usual = BlockLimits().memory
    return plan.blocks.map(\.limits.memory).filter { $0 != usual }.reduce(usualNeed, max)
  }

  /// Whether one more chapter may start. A single chapter may always run, because its own limit stops it.
  func admits(_ need: Int) -> Bool {
    if running.isEmpty { return true }
    return running.count < cores && memory.map { running.reduce(need, +) <= $0 } ?? true
  }

  mutating func begin(_ need: Int) { running.append(need) }

  mutating func end(_ need: Int) {
    if let index = running.firstIndex(of: need) { running.remove(at: index) }
  }

  /// The number in the line `MemAvailable: 2048 kB` of `/proc/meminfo`, in MiB; nil if there is no such line.
  static func available(meminfo: String) -> Int? {
    guard let match = meminfo.firstMatch(of: /(?m)^MemAvailable:\s+([0-9]+) kB$/) else { return nil }
    return Int(match.1).map { $0 >> 10 }
  }
}

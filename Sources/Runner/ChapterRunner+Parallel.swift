import Foundation
import Plan

extension ChapterRunner {
  /// The records of all plans, in their order. As many chapters run at once as the machine has cores.
  public func run(
    _ plans: [BuildPlan], progress: @escaping @Sendable (BuildPlan, RunStep) -> Void
  ) async throws -> [RunRecord] {
    var records: [Int: RunRecord] = [:]
    try await withThrowingTaskGroup(of: (Int, RunRecord).self) { group in
      var waiting: [Int] = []
      for (index, plan) in plans.enumerated() {
        if plan.isEmpty {
          records[index] = RunRecord()
        } else if let record = keptRecord(of: plan) {
          records[index] = record
          progress(plan, .kept)
        } else {
          waiting.append(index)
        }
      }
      if !waiting.isEmpty { ScratchFolder.removeAbandoned() }
      func startNext() {
        guard !waiting.isEmpty else { return }
        let index = waiting.removeFirst()
        group.addTask {
          (index, try await run(plans[index]) { progress(plans[index], $0) })
        }
      }
      for _ in 0..<max(1, ProcessInfo.processInfo.activeProcessorCount) { startNext() }
      while let (index, record) = try await group.next() {
        records[index] = record
        startNext()
      }
    }
    return plans.indices.compactMap { records[$0] }
  }
}

import Foundation
import Plan

extension ChapterRunner {
  /// Runs all plans and returns their records in the same order. The cores and the memory of the machine limit how many
  /// chapters run at once.
  package func run(
    _ plans: [BuildPlan], progress: @escaping @Sendable (BuildPlan, RunStep) -> Void
  ) async throws -> [RunRecord] {
    var records: [Int: RunRecord] = [:]
    try await withThrowingTaskGroup(of: (Int, RunRecord).self) { group in
      let kept = await keptRecords(of: plans)
      var waiting: [Int] = []
      for (index, plan) in plans.enumerated() {
        if plan.isEmpty {
          records[index] = RunRecord()
        } else if let record = kept[index] {
          records[index] = record
          progress(plan, .kept)
        } else {
          waiting.append(index)
        }
      }
      if !waiting.isEmpty { ScratchFolder.removeAbandoned() }
      var capacity = Capacity.now()
      // Chapters start in order, so that smaller chapters never overtake one that waits for more memory.
      func startThoseThatFit() {
        while let index = waiting.first, capacity.admits(Capacity.need(of: plans[index])) {
          waiting.removeFirst()
          capacity.begin(Capacity.need(of: plans[index]))
          group.addTask {
            (index, try await run(plans[index]) { progress(plans[index], $0) })
          }
        }
      }
      startThoseThatFit()
      while let (index, record) = try await group.next() {
        records[index] = record
        capacity.end(Capacity.need(of: plans[index]))
        startThoseThatFit()
      }
    }
    return plans.indices.compactMap { records[$0] }
  }

  /// Looks up the kept records in parallel. The keys are indices of `plans`.
  private func keptRecords(of plans: [BuildPlan]) async -> [Int: RunRecord] {
    await withTaskGroup(of: (Int, RunRecord?).self) { group in
      for (index, plan) in plans.enumerated() where !plan.isEmpty {
        group.addTask { (index, keptRecord(of: plan)) }
      }
      var records: [Int: RunRecord] = [:]
      for await (index, record) in group { records[index] = record }
      return records
    }
  }
}

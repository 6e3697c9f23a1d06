import Book
import Plan
import Runner

/// Runs some chapters with cached records again and compares: a run that is not reproducible must not be cached.
struct SampleRun {
  var workshop: Workshop
  var settings: BookSettings

  /// An error for each chapter whose second run gave another result.
  func differences(among results: [(plan: BuildPlan, record: RunRecord)], count: Int) async throws
    -> [Diagnostic]
  {
    let runner = try await workshop.runner(for: settings, isFresh: true)
    var diagnostics: [Diagnostic] = []
    let sample = results.filter { !$0.plan.isEmpty }.shuffled().prefix(count)
    for (number, result) in sample.enumerated() {
      Terminal.standardError.write(
        "\(result.plan.chapter): run again to compare (\(number + 1) of \(sample.count))")
      let second = try await runner.run(result.plan)
      if second == result.record { continue }
      diagnostics.append(difference(of: result.plan, result.record, second))
    }
    return diagnostics.sorted { $0.position.file < $1.position.file }
  }

  private func difference(of plan: BuildPlan, _ first: RunRecord, _ second: RunRecord) -> Diagnostic {
    let fix = "use seeds for random numbers, declare input files with '//| inputs:', and do not use the time"
    let changed = plan.probes.indices.first { first.values[$0] != second.values[$0] }
    if let changed {
      let probe = plan.probes[changed]
      return Diagnostic(
        .error, at: probe.position,
        "'\(probe.expression)' was \(text(first, changed)) in the kept record and is \(text(second, changed)) now",
        fix: fix)
    }
    let block = plan.blocks.indices.first {
      first.blocks.indices.contains($0) && second.blocks.indices.contains($0)
        && first.blocks[$0] != second.blocks[$0]
    }
    let place = block.map { plan.blocks[$0].position } ?? SourcePosition(file: plan.chapter, line: 1)
    return Diagnostic(.error, at: place, "the chapter gave another result than the kept record", fix: fix)
  }

  private func text(_ record: RunRecord, _ probe: Int) -> String {
    record.values[probe].map(\.description) ?? "nothing"
  }
}

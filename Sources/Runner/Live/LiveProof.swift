import Events
import Foundation
import Plan

/// Judges a live block: what it shows at each setting here and on the page, and by default in the chapter.
struct LiveProof {
  let live: LivePlan
  /// The settings, the author's first.
  let settings: [[Double]]
  /// The records of this machine, one for each setting unless the program does not compile.
  let native: [RunRecord]
  /// The outputs of the page; fewer than settings if the program stopped.
  let page: [Data]

  /// The verdict, where `record` is the run of the chapter itself.
  func outcome(beside record: RunRecord) -> LiveBlock.Outcome {
    var isExact = true
    for (number, setting) in settings.enumerated() {
      let name = LiveSettings.text(setting, of: live)
      guard native.indices.contains(number) else { return .notReached }
      let own = native[number]
      if let errors = own.compilerErrors.first { return .notCompiled([errors]) }
      if let failure = own.failure { return .stops(setting: name, reason: failure.reason) }
      guard page.indices.contains(number), let output = LiveOutput(page[number]) else {
        return .stops(setting: name, reason: nil)
      }
      var comparison = LiveComparison()
      compare(own, output, &comparison)
      if number == 0 { compare(own, record, &comparison) }
      if let difference = comparison.difference { return .differs(setting: name, difference: difference) }
      isExact = isExact && comparison.isExact
    }
    return .agrees(settings: settings.count, isExact: isExact)
  }

  private func compare(_ own: RunRecord, _ output: LiveOutput, _ comparison: inout LiveComparison) {
    for number in live.native.probes.indices {
      comparison.compare(own.values[number] ?? .void, output.values[number] ?? .void)
    }
    for (number, block) in own.blocks.enumerated() where live.native.blocks[number].id == live.block {
      let (here, there) = (block.standardOutput, output.printed[number] ?? "")
      if here != there {
        comparison.report("what is printed:", here.debugDescription, there.debugDescription)
      }
    }
  }

  /// At the author's setting the program gives what the chapter gave.
  private func compare(_ own: RunRecord, _ record: RunRecord, _ comparison: inout LiveComparison) {
    for (number, chapterNumber) in live.probes.enumerated() {
      comparison.compare(record.values[chapterNumber] ?? .void, own.values[number] ?? .void)
    }
  }
}

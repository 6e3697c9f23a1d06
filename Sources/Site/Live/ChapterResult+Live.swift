import Plan

extension ChapterResult {
  /// The attributes by which the page's script knows a number of the prose that follows from a live block; empty for
  /// other numbers.
  func liveAttributes(ofProbe probe: Int) -> String {
    guard live?.code.isEmpty == false else { return "" }
    for (number, plan) in plan.live.enumerated() {
      guard let own = plan.probes.firstIndex(of: probe),
        case .inline(let digits) = plan.native.probes[own].purpose
      else { continue }
      let expression = plan.native.probes[own].expression
      // A constant itself is a control: the reader drags the number.
      let control =
        plan.settings.contains { $0.control.name == expression } ? " data-live-control=\"\(expression)\"" : ""
      return
        " data-live-in=\"\(number)\" data-probe=\"\(own)\"\(digits.map { " data-digits=\"\($0)\"" } ?? "")\(control)"
    }
    return ""
  }
}

extension LivePlan {
  /// The number of the live block itself among the blocks of its program.
  var blockNumber: Int { native.blocks.firstIndex { $0.id == block } ?? 0 }

  /// The number of the probe whose value the block shows; -1 if it shows none.
  var shownProbe: Int { native.probes.firstIndex { $0.node == block } ?? -1 }
}

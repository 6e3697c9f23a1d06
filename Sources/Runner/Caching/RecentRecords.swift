import Caching
import Plan

/// The kept records that this process has read, so that a preview does not read and decode them at every change.
package final class RecentRecords: Sendable {
  private let records = LastResults<Origin, RunRecord>()

  /// Everything that a record depends on, as it is before digests are made of it.
  struct Origin: Equatable {
    var plan: BuildPlan
    var surroundings: String
    var inputs: String
    var records: String?
  }

  /// No record yet.
  package init() {}

  func record(from origin: Origin, read: () -> RunRecord?) -> RunRecord? {
    records.value(origin.plan.chapter, from: origin, make: read)
  }
}

import Foundation
import Testing

@testable import Runner

@Suite("Time without a core")
struct WaitingTimeTests {
  private static func process(isReady: Bool) -> ProcessTable.Entry {
    ProcessTable.Entry(
      id: 1, parent: 0, session: 1, start: 1, processorTicks: 0, residentPages: 0, addressBytes: 0,
      threads: 1,
      isDead: false, isReady: isReady)
  }

  /// The waiting time of a program whose waits are read once a second.
  private static func total(of members: [ProcessTable.Entry], waits: [Duration]) -> Duration {
    var time = WaitingTime()
    let start = SuspendingClock.now
    time.reset(now: start)
    for (second, wait) in waits.enumerated() {
      time.note(members, now: start + .seconds(second)) { _ in wait }
    }
    return time.total
  }

  @Test("a program that waits for others has waited as long as the system says, at most all the time")
  func others() {
    let one = [Self.process(isReady: true), Self.process(isReady: false)]
    #expect(
      Self.total(of: one, waits: [.seconds(7), .seconds(7.5), .seconds(8)]) == .seconds(1))
    #expect(Self.total(of: one, waits: [.zero, .zero, .seconds(1.5)]) == .seconds(1.5))
    #expect(Self.total(of: one, waits: [.zero, .seconds(9)]) == .seconds(1))
  }

  @Test("processes that take the cores from each other gain little time")
  func ownProcesses() {
    let many = Array(repeating: Self.process(isReady: true), count: 10)
    #expect(Self.total(of: many, waits: [.zero, .seconds(1), .seconds(2)]) == .seconds(0.2))
  }

  @Test("when the process that has waited longest ends, no time is lost or gained")
  func ending() {
    let one = [Self.process(isReady: true)]
    #expect(Self.total(of: one, waits: [.seconds(5), .seconds(1), .seconds(1.5)]) == .seconds(0.5))
  }
}

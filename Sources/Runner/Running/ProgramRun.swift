import Book
import Events
import Foundation
import Plan

/// Runs a compiled chapter and reads what it left: events, output, and a backtrace if it trapped.
struct ProgramRun {
  var plan: BuildPlan
  var executable: String
  var folder: String

  private var eventsPath: String { folder + "/events.jsonl" }
  private var backtracePath: String { folder + "/backtrace.txt" }

  /// Runs the program to its end, or to the end of the time that one of its blocks may take.
  func run() async throws -> RunRecord {
    let work = folder + "/work"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: eventsPath))
    let process = ChildProcess(
      executable: executable, arguments: [], environment: environment, workingDirectory: work,
      outputPath: folder + "/output.txt", errorPath: folder + "/errors.txt")
    let watch = BlockWatch(eventsPath: eventsPath, timeouts: plan.blocks.map(\.timeout))
    let ending = try await process.run { watch.isOverdue() }

    let log = EventLog(
      events: EventLog.read(eventsPath),
      output: (try? Data(contentsOf: URL(fileURLWithPath: process.outputPath))) ?? Data(),
      errors: (try? Data(contentsOf: URL(fileURLWithPath: process.errorPath))) ?? Data())
    let backtrace = Backtrace(readText(backtracePath), chapter: plan.chapter, program: plan.program)
    return log.record(of: plan, ending: ending, backtrace: backtrace)
  }

  /// The same on every machine: no locale, no time zone, no random hashing.
  private var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder + "/work",
      "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
      "SWIFT_DETERMINISTIC_HASHING": "1",
      "SWIFT_BACKTRACE":
        "enable=yes,output-to=\(backtracePath),color=no,interactive=no,threads=crashed,registers=none,images=none,limit=64,timeout=10s",
      "GALLEY_EVENTS": eventsPath,
    ]
  }
}

import Book
import Events
import Foundation
import Plan

/// Runs a compiled chapter and reads what it left: events, output, and a backtrace if it trapped.
struct ProgramRun {
  var plan: BuildPlan
  var executable: String
  var folder: String
  var sandbox: Sandbox?
  /// Whether it makes records instead of using them, and where the data for that is.
  var isRecording = false
  var dataFolder: String?

  private var eventsPath: String { folder + "/events.jsonl" }
  private var backtracePath: String { folder + "/backtrace.txt" }

  /// Runs the program to its end, or to the end of the time that one of its blocks may take.
  func run(progress: @escaping @Sendable (RunStep) -> Void = { _ in }) async throws -> RunRecord {
    let work = folder + "/work"
    try Data().write(to: URL(fileURLWithPath: eventsPath))
    let process = ChildProcess(
      executable: sandbox?.program ?? executable,
      arguments: sandbox?.arguments(running: executable, scratch: folder, workingDirectory: work) ?? [],
      environment: environment, workingDirectory: work,
      outputPath: folder + "/output.txt", errorPath: folder + "/errors.txt", mark: eventsPath)
    let watch = BlockWatch(
      eventsPath: eventsPath, blocks: plan.blocks.map { .init(timeout: $0.timeout, limits: $0.limits) },
      progress: progress)
    var ending = try await process.run { watch.mustStop($0) }
    // As a shell does, bubblewrap exits with 128 more than the signal that stopped its program.
    if sandbox != nil, case .exited(let code) = ending, code > 128 { ending = .signalled(code - 128) }

    let (events, isDamaged) = EventLog.read(eventsPath)
    let log = EventLog(
      events: events,
      output: (try? Data(contentsOf: URL(fileURLWithPath: process.outputPath))) ?? Data(),
      errors: (try? Data(contentsOf: URL(fileURLWithPath: process.errorPath))) ?? Data(),
      isDamaged: isDamaged)
    let backtrace = Backtrace(readText(backtracePath), chapter: plan.chapter, program: plan.program)
    return log.record(of: plan, ending: ending, excess: watch.excess, backtrace: backtrace)
  }

  /// The same on every machine: no locale, no time zone, no random hashing.
  private var environment: [String: String] {
    var environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder + "/work",
      "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
      "SWIFT_DETERMINISTIC_HASHING": "1",
      "SWIFT_BACKTRACE":
        "enable=yes,output-to=\(backtracePath),color=no,interactive=no,threads=crashed,registers=none,images=none,limit=64,timeout=10s",
      "GALLEY_EVENTS": eventsPath,
      "GALLEY_KEPT": folder + "/kept",
    ]
    if isRecording {
      environment["GALLEY_RECORDING"] = "1"
      environment["GALLEY_DATA"] = dataFolder
    }
    return environment
  }
}

import Book
import Events
import Foundation
import Plan

/// Runs a compiled chapter and reads its events, its output and, if it trapped, its backtrace.
struct ProgramRun {
  var plan: BuildPlan
  var executable: String
  var folder: String
  var sandbox: Sandbox?
  /// The folders of the libraries that the program is linked with.
  var libraries: [String] = []
  /// Whether the program makes records from the data in `dataFolder`, instead of using the records of the book.
  var isRecording = false
  var dataFolder: String?
  /// The settings of a live block; nil if the program has its own values.
  var settings: [Double]?

  private var work: String { folder + "/work" }
  private var kept: String { folder + "/kept" }

  /// Runs the program until it ends or exceeds a limit of one of its blocks.
  func run(progress: @escaping @Sendable (RunStep) -> Void = { _ in }) async throws -> RunRecord {
    let events = try OpenFile(creating: folder + "/events.jsonl")
    let backtrace = try OpenFile(creating: folder + "/backtrace.txt")
    let output = try OpenFile(creating: folder + "/output.txt")
    let errors = try OpenFile(creating: folder + "/errors.txt")
    try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
    var process = ChildProcess(
      executable: executable, arguments: [], environment: environment(events, backtrace),
      workingDirectory: work, output: output, errors: errors, limits: limits)
    if let sandbox {
      process.executable = sandbox.program
      process.extra = try Sandbox.filter(in: folder)
      process.arguments = sandbox.arguments(
        running: executable, in: work, isFiltered: process.extra != nil,
        access: Sandbox.Access(
          reads: [executable] + Sandbox.sharedLibraries(in: libraries) + (dataFolder.map { [$0] } ?? []),
          writes: [work, kept, events.path, backtrace.path], temporaryBytes: temporaryBytes))
      process.limits.forbidsPrivileges = false
    }
    let watch = BlockWatch(
      of: plan, events: events, printed: [output, errors], isIsolated: sandbox != nil, progress: progress)
    var ending = try await process.run { watch.mustStop($0) }
    // Like a shell, bubblewrap exits with 128 plus the number of the signal that stopped its program.
    if sandbox != nil, case .exited(let code) = ending, code > 128 { ending = .signalled(code - 128) }

    let feed = watch.finish()
    let log = EventLog(
      events: feed.events, output: output.contents(limit: Planner.outputLimit),
      errors: errors.contents(limit: Planner.outputLimit), isDamaged: feed.isDamaged)
    let trace = Backtrace(
      String(decoding: backtrace.contents(limit: 128 << 10), as: UTF8.self), chapter: plan.chapter,
      program: plan.program)
    let reported: RunFailure.Reason? =
      events.size >= Planner.fileLimit ? .reportedTooMuch(bytes: Planner.fileLimit) : nil
    return log.record(of: plan, ending: ending, excess: watch.excess ?? reported, backtrace: trace)
  }

  /// The system's limits apply to the whole process, so they are the sum or the largest of the limits of all blocks.
  private var limits: ChildProcess.Limits {
    ChildProcess.Limits(
      fileSize: Planner.fileLimit, processorSeconds: Planner.processorLimit(of: plan.blocks),
      files: (plan.blocks.map(\.limits.files).max() ?? 0) + 32)
  }

  private var temporaryBytes: Int { (plan.blocks.map(\.limits.memory).max() ?? BlockLimits().memory) << 20 }

  /// The environment is the same on every machine: no locale, no time zone, no random hashing.
  private func environment(_ events: OpenFile, _ backtrace: OpenFile) -> [String: String] {
    var environment = [
      "PATH": sandbox == nil
        ? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin" : "/usr/bin:/bin",
      "HOME": work,
      "TMPDIR": work,
      "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
      "SWIFT_DETERMINISTIC_HASHING": "1",
      "SWIFT_BACKTRACE":
        "enable=yes,output-to=\(backtrace.path),color=no,interactive=no,threads=crashed,registers=none,images=none,limit=64,timeout=10s",
      "GALLEY_EVENTS": events.path,
      "GALLEY_KEPT": kept,
    ]
    if let settings {
      environment["GALLEY_SETTINGS"] = settings.map { "\($0.bitPattern)" }.joined(separator: ",")
    }
    if isRecording {
      environment["GALLEY_RECORDING"] = "1"
      environment["GALLEY_DATA"] = dataFolder
    }
    return environment
  }
}

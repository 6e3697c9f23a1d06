import Book
import Events
import Foundation
import Plan

/// The events and the output of one run, from which its record is made.
struct EventLog {
  var events: [Event]
  var output: Data
  var errors: Data

  /// Whether the program wrote something that its plan does not allow.
  var isDamaged = false

  /// The record of the run.
  func record(
    of plan: BuildPlan, ending: ChildProcess.Ending, excess: RunFailure.Reason?, backtrace: Backtrace
  ) -> RunRecord {
    var record = RunRecord()
    record.blocks = plan.blocks.map { _ in BlockRecord() }
    var running: Int?
    var reached: Int?
    var began = OutputOffsets()
    var printing = OutputOffsets()
    var isFinished = false
    var refused: String?

    func close(_ block: Int, at end: OutputOffsets) {
      record.blocks[block].standardOutput = text(output, began.standardOutput, end.standardOutput)
      record.blocks[block].standardError = text(errors, began.standardError, end.standardError)
    }

    for event in events {
      switch event.kind {
      case .started, .progress: break
      case .blockBegan:
        running = event.number
        reached = nil
        began = event.output
        record.blocks[event.number].state = .stopped
      case .blockEnded:
        close(event.number, at: event.output)
        record.blocks[event.number].state = .completed
        running = nil
      case .reached: reached = event.number
      case .value: record.values[event.number] = event.value ?? Value.none
      case .printing: printing = event.output
      case .printed:
        record.printed[event.number] = text(output, printing.standardOutput, event.output.standardOutput)
      case .verified:
        if let verification = event.verification {
          record.verifications.append(
            VerificationRecord(statement: reached ?? -1, verification: verification))
        }
      case .claimed:
        record.claims.append(
          ClaimRecord(statement: reached ?? -1, label: event.message ?? "", holds: event.number == 1))
      case .recorded:
        record.recordings.append(RecordingUse(statement: reached ?? -1, name: event.message ?? ""))
      case .recordRefused: refused = event.message
      case .attemptEnded: setAttempt(.ranToItsEnd)
      case .attemptThrew: setAttempt(.threw(message: event.message ?? ""))
      case .attemptExited: setAttempt(.exited(code: event.number))
      case .attemptTrapped:
        let message = TrapMessage.find(in: text(errors, began.standardError, event.output.standardError))
        setAttempt(.trapped(message: message ?? backtrace.reason ?? signalName(event.number)))
      case .finished: isFinished = true
      }
    }
    func setAttempt(_ outcome: AttemptOutcome) {
      if let running { record.blocks[running].attempt = outcome }
    }

    let isWhole =
      isFinished && !isDamaged && record.blocks.allSatisfy { $0.state == .completed }
    // A program can crash and still finish: other threads may reach the end while the crash handler writes the
    // backtrace, and a program continues after a signal that was only sent to it.
    let crash = events.contains { $0.kind == .attemptTrapped } ? nil : backtrace.crash
    let endedWell = ending == .exited(code: 0) && excess == nil
    if isWhole, endedWell, let crash {
      let message = TrapMessage.find(in: endOfErrors) ?? backtrace.reason ?? crash
      record.failure = RunFailure(
        reason: .trapped(message: message),
        position: backtrace.position ?? SourcePosition(file: plan.chapter, line: 1))
      return record
    }
    if isWhole, endedWell { return record }
    if (isFinished || isDamaged) && endedWell { return lost(record, plan) }
    if let running {
      close(running, at: OutputOffsets(standardOutput: output.count, standardError: errors.count))
    }
    let found = excess ?? reason(ending, plan: plan, running: running, backtrace: backtrace)
    var reason = found.namingFiles(limit: running.map { plan.blocks[$0].limits.files })
    if let refused, case .threw = reason {
      reason = .recordRefused("\(refused); make it with 'galley record \(plan.chapterName)'")
    }
    let place = position(plan: plan, running: running, reached: reached, record: record)
    let position = reason.isInCode ? backtrace.position ?? place : place
    record.failure = RunFailure(reason: reason, position: position)
    return record
  }

  private var endOfErrors: String { String(decoding: errors.suffix(64 << 10), as: UTF8.self) }

  private func reason(
    _ ending: ChildProcess.Ending, plan: BuildPlan, running: Int?, backtrace: Backtrace
  ) -> RunFailure.Reason {
    switch ending {
    case .stopped:
      let limit = running.map { plan.blocks[$0].timeout } ?? .seconds(30)
      return .timedOut(seconds: limit / .seconds(1))
    case .exited(let code): return .exited(code: code)
    case .signalled(Int(SIGXCPU)):
      return .exceeded(.processorTime, limit: Double(Planner.processorLimit(of: plan.blocks)))
    case .signalled(Int(SIGXFSZ)): return .wroteTooMuch(bytes: Planner.fileLimit)
    case .signalled(let signal)
    where [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT].contains(Int32(signal)):
      let message = TrapMessage.find(in: endOfErrors) ?? backtrace.reason ?? signalName(signal)
      if let match = message.wholeMatch(of: /(?s)Error raised at top level: (.*)/) {
        return .threw(message: String(match.1))
      }
      return .trapped(message: message)
    case .signalled(let signal): return .killed(signal: signal)
    }
  }

  /// The position of the program: the last statement reached in a block, or the next value to compute in the prose.
  private func position(
    plan: BuildPlan, running: Int?, reached: Int?, record: RunRecord
  ) -> SourcePosition {
    if let running {
      return reached.flatMap(plan.statement)?.position ?? plan.blocks[running].position
    }
    let next = plan.probes.indices.first { index in
      if case .inline = plan.probes[index].purpose { record.values[index] == nil } else { false }
    }
    return next.map { plan.probes[$0].position } ?? SourcePosition(file: plan.chapter, line: 1)
  }

  private func lost(_ record: RunRecord, _ plan: BuildPlan) -> RunRecord {
    var record = record
    record.failure = RunFailure(reason: .lost, position: SourcePosition(file: plan.chapter, line: 1))
    return record
  }

  private func text(_ data: Data, _ start: Int, _ end: Int) -> String {
    guard 0 <= start, start < end, end <= data.count else { return "" }
    return String(decoding: data[data.startIndex + start..<data.startIndex + end], as: UTF8.self)
  }
}

extension RunFailure.Reason {
  /// A program that opens files quickly gets an error from the system before `BlockWatch` notices. Its failure is
  /// reported as the limit on files.
  fileprivate func namingFiles(limit: Int?) -> Self {
    guard let limit else { return self }
    switch self {
    case .trapped(let message) where message.contains("Too many open files"),
      .threw(let message) where message.contains("Too many open files"):
      return .exceeded(.files, limit: Double(limit))
    default: return self
    }
  }

  /// Whether the innermost frame of a backtrace gives its position.
  fileprivate var isInCode: Bool {
    switch self {
    case .trapped, .threw: true
    default: false
    }
  }
}

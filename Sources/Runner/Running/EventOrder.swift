import Book
import Events
import Plan

/// Decides which events a program may write next. The program is untrusted, so only events that the plan allows are
/// accepted: each block begins and ends once, in order, each probe has one value in its own block, and an attempt has
/// one outcome.
struct EventOrder {
  private let plan: BuildPlan
  private var hasStarted = false
  private var hasFinished = false
  private(set) var running: Int?
  private var nextBlock = 0
  private var nextStatement = 0
  private var hasOutcome = false
  private var printing: Int?
  private var known: Set<Int> = []

  init(of plan: BuildPlan) { self.plan = plan }

  /// Records `event` and returns whether it may come now. After a false result, all later events must be ignored too.
  mutating func admits(_ event: Event) -> Bool {
    let lengths = 0...Planner.outputLimit
    return hasStarted != (event.kind == .started) && !hasFinished
      && lengths.contains(event.output.standardOutput) && lengths.contains(event.output.standardError)
      && fits(event)
  }

  private mutating func fits(_ event: Event) -> Bool {
    let number = event.number
    switch event.kind {
    case .started:
      hasStarted = true
      return number == Event.currentVersion
    case .blockBegan:
      guard running == nil, number == nextBlock, plan.blocks.indices.contains(number) else { return false }
      running = number
      nextBlock += 1
      hasOutcome = false
      return true
    case .blockEnded:
      guard number == running, printing == nil else { return false }
      running = nil
      return true
    case .reached:
      guard isOpen, number >= nextStatement, plan.statements.indices.contains(number) else { return false }
      nextStatement = number + 1
      return true
    case .value: return expects(number) && known.insert(number).inserted
    case .printing:
      guard printing == nil, expects(number), known.insert(number).inserted else { return false }
      printing = number
      return true
    case .printed:
      guard number == printing else { return false }
      printing = nil
      return true
    case .verified: return isOpen && event.verification?.isWellFormed == true
    case .claimed: return isOpen && event.message != nil && (0...1).contains(number)
    case .recorded, .recordRefused: return isOpen && event.message != nil
    case .progress: return event.message != nil
    case .attemptEnded: return isOutcome
    case .attemptThrew: return event.message != nil && isOutcome
    case .attemptTrapped: return (1...64).contains(number) && isOutcome
    case .attemptExited: return (-1...255).contains(number) && isOutcome
    case .finished:
      hasFinished = true
      return running == nil && nextBlock == plan.blocks.count
    }
  }

  /// Whether the running block or the prose may write more events.
  private var isOpen: Bool { !(running != nil && hasOutcome) }

  /// Whether probe `number` belongs to the part of the chapter that runs now.
  private func expects(_ number: Int) -> Bool {
    guard isOpen, plan.probes.indices.contains(number) else { return false }
    let probe = plan.probes[number]
    if case .inline = probe.purpose { return running == nil }
    return running.map { plan.blocks[$0].id == probe.node } ?? false
  }

  /// Whether an attempt may have its outcome now. The outcome closes the attempt.
  private var isOutcome: Bool {
    mutating get {
      guard running != nil, !hasOutcome else { return false }
      hasOutcome = true
      // A trap may happen while a statement prints.
      printing = nil
      return true
    }
  }
}

extension FormulaVerification {
  /// Whether `points` is not negative, and `largestError` has the form of a Double, which can be NaN or infinite.
  fileprivate var isWellFormed: Bool { points >= 0 && Double(largestError) != nil }
}

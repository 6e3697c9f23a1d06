import ArgumentParser
import Book
import Checks
import Plan
import Runner
import Site

/// `galley mutate`
struct MutateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Change one number at a time, and list the changes that no check notices.",
    discussion: """
      Expected values, seeds, hyper-parameters and the coefficients of formulas: whole numbers grow by one, others by \
      a tenth. What goes unnoticed is a number that nothing on the page depends on, or a check that does not bite.
      """)

  @OptionGroup var book: BookOptions

  @Option(help: "Try at most this many changes of each chapter, spread evenly.")
  var most = 40

  func validate() throws {
    if most < 1 { throw ValidationError("'--most' is a number from 1") }
  }

  func run() async throws {
    let workshop = Workshop(book)
    let examined = try await workshop.examine()
    guard examined.report.failed == 0 else { throw ExitCode.failedCheck }
    // Nothing of it is kept: 'galley why' compares with what the author wrote.
    let runner = try await workshop.runner(for: examined.book.settings, isFresh: true)
    var total = 0
    var noticed = 0
    for result in examined.results {
      let mutants = spread(Mutant.all(of: result.chapter))
      let verdicts = try await verdicts(on: mutants, of: result, examined.book.settings, runner)
      for (mutant, isNoticed) in zip(mutants, verdicts) where !isNoticed {
        print(
          "\(mutant.position): unnoticed: \(mutant.original) → \(mutant.changed), \(mutant.kind.rawValue)")
      }
      total += mutants.count
      noticed += verdicts.count { $0 }
    }
    let score = total == 0 ? 100 : Int((Double(noticed) / Double(total) * 100).rounded(.down))
    print("\(noticed) of \(total) changes were noticed: \(score)%")
  }

  private func spread(_ mutants: [Mutant]) -> [Mutant] {
    guard mutants.count > most else { return mutants }
    return (0..<most).map { mutants[$0 * mutants.count / most] }
  }

  /// Whether each mutant fails a check. One that runs as the chapter did is judged by the chapter's own record.
  private func verdicts(
    on mutants: [Mutant], of result: ChapterResult, _ settings: BookSettings, _ runner: ChapterRunner
  ) async throws -> [Bool] {
    let plans = mutants.map { Planner.plan($0.chapter, settings: settings) }
    let others = plans.indices.filter { index in
      plans[index].1.isEmpty && plans[index].0.program != result.plan.program
    }
    let ran = try await runner.run(others.map { plans[$0].0 }) { _, _ in }
    let records = Dictionary(uniqueKeysWithValues: zip(others, ran))
    return mutants.indices.map { index in
      let (plan, problems) = plans[index]
      let record = records[index] ?? result.record
      return !problems.isEmpty
        || Examiner.report(on: mutants[index].chapter, plan: plan, record: record).failed > 0
    }
  }
}

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
      Changes expected values, seeds, hyper-parameters and the coefficients of formulas: whole numbers grow by one, \
      others by a tenth. A change goes unnoticed if nothing on the page depends on the number, or if a check is too \
      weak. The command does not change a line of code that ends with '// not checked: reason', a step of a formula \
      that is declared not to hold, or the number of digits that a column shows; it lists each as an exception. The \
      outcome is saved in 'records/mutants.json' beside the chapters, for the Verification page. Chapters that have not \
      changed since then are not tried again.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  @Option(
    help: ArgumentHelp("Try at most this many changes of each chapter, spread evenly.", valueName: "count"))
  var most = 40

  @Option(help: ArgumentHelp("Try only this chapter: its name, or a part of its path.", valueName: "name"))
  var chapter: String?

  func validate() throws {
    if most < 1 { throw ValidationError("'--most' must be at least 1") }
  }

  func run() async throws {
    let workshop = Workshop(book, options)
    let examined = try await workshop.examine()
    guard examined.report.failed == 0 else { throw ExitCode.failedCheck }
    // Mutants are not cached: 'galley why' compares with the last run of the author's text.
    let runner = try await workshop.runner(for: examined.book.settings, isFresh: true)
    let earlier = MutationRecord(in: workshop.folder.path)
    let names = Set(examined.results.map { MutationReport.name(of: $0.chapter.path) })
    var record = MutationRecord(chapters: (earlier?.chapters ?? [:]).filter { names.contains($0.key) })
    let paths = examined.results.map(\.chapter.path)
    let chosen = Set(try chapter.map(ChapterNames(paths: paths).paths(matching:)) ?? paths)
    for result in examined.results where chosen.contains(result.chapter.path) {
      let basis = MutationBasis(of: result.chapter, plan: result.plan, modules: runner.moduleSources)
      let name = MutationReport.name(of: result.chapter.path)
      let mistakes = result.report.formulas.flatMap(\.steps).filter(\.isDeclared).map(\.line)
      let all = Mutant.all(of: result.chapter, mistakes: Set(mistakes))
      let mutants = all.filter { $0.exception == nil }
      let outcome: ChapterMutations
      if !options.fresh, let kept = earlier?.chapters[name], kept.basis == basis,
        kept.possible == mutants.count,
        kept.tried >= min(most, mutants.count)
      {
        outcome = kept
      } else {
        outcome = ChapterMutations(
          basis: basis, possible: mutants.count, tried: min(most, mutants.count),
          unnoticed: try await unnoticed(among: mutants, of: result, examined.book.settings, runner),
          excepted: Mutant.exceptions(among: all))
      }
      for unnoticed in outcome.unnoticed where mutants.indices.contains(unnoticed.change) {
        let mutant = mutants[unnoticed.change]
        print(
          "\(mutant.position): unnoticed: \(mutant.original) → \(mutant.changed), \(mutant.kind.rawValue)")
      }
      record.chapters[name] = outcome
      // Save after every chapter, because a run takes long and may be interrupted.
      try write(record, in: workshop.folder.path)
    }
    print(summary(record))
  }

  private func write(_ record: MutationRecord, in folder: String) throws {
    do {
      try record.write(in: folder)
    } catch {
      throw ValidationError(
        "\(folder)/\(MutationRecord.path) cannot be written; make that folder writable")
    }
  }

  private func summary(_ record: MutationRecord) -> String {
    let tried = record.chapters.values.map(\.tried).reduce(0, +)
    let noticed = record.chapters.values.map(\.noticed).reduce(0, +)
    let excepted = record.chapters.values.flatMap(\.excepted).map(\.count).reduce(0, +)
    let score = MutationReport.score(noticed: noticed, tried: tried) ?? 100
    return "\(noticed) of \(tried) changes were noticed: \(score)%"
      + (excepted == 0
        ? "" : "; \(excepted) number\(excepted == 1 ? " is" : "s are") excepted, with a reason each")
  }

  /// The changes that no check notices, numbered among all possible changes.
  private func unnoticed(
    among mutants: [Mutant], of result: ChapterResult, _ settings: BookSettings, _ runner: ChapterRunner
  ) async throws -> [ChapterMutations.Unnoticed] {
    let chosen = spread(mutants.indices)
    let verdicts = try await verdicts(on: chosen.map { mutants[$0] }, of: result, settings, runner)
    return zip(chosen, verdicts).filter { !$0.1 }.map { index, _ in
      let mutant = mutants[index]
      return .init(change: index, text: "\(mutant.line): \(mutant.original) → \(mutant.changed)")
    }
  }

  private func spread(_ indices: Range<Int>) -> [Int] {
    guard indices.count > most else { return Array(indices) }
    return (0..<most).map { $0 * indices.count / most }
  }

  /// Whether each mutant fails a check. A mutant with the same program as its chapter is not run; it is judged by the
  /// chapter's record.
  private func verdicts(
    on mutants: [Mutant], of result: ChapterResult, _ settings: BookSettings, _ runner: ChapterRunner
  ) async throws -> [Bool] {
    let name = result.chapter.path
    let reading = WorkDisplay("\(name): reading the changes", of: mutants.count)
    let plans = mutants.map { mutant in
      defer { reading.advance() }
      return Planner.plan(mutant.chapter, settings: settings)
    }
    reading.end()
    let others = plans.indices.filter { index in
      plans[index].1.isEmpty && plans[index].0.program != result.plan.program
    }
    let running = WorkDisplay("\(name): running the changes", of: others.count)
    defer { running.end() }
    let ran = try await runner.run(others.map { plans[$0].0 }) { _, step in
      if step == .ran { running.advance() }
    }
    let records = Dictionary(uniqueKeysWithValues: zip(others, ran))
    return mutants.indices.map { index in
      let (plan, problems) = plans[index]
      let record = records[index] ?? result.record
      return !problems.isEmpty
        || Examiner.report(on: mutants[index].chapter, plan: plan, record: record).failed > 0
    }
  }
}

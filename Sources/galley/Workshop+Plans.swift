import ArgumentParser
import Book
import Checks
import Plan
import Runner

/// Plans and verdicts, both cached: most chapters are unchanged between two builds, and parsing Swift and judging
/// formulas take most of the time of a build that runs nothing.
extension Workshop {
  /// The plans of all chapters, made in parallel, because parsing Swift takes most of the time of a build that runs
  /// nothing.
  func plans(of book: Book) async -> [(BuildPlan, [Diagnostic])] {
    let display = WorkDisplay("reading the code of the chapters", of: book.chapters.count)
    defer { display.end() }
    return await withTaskGroup(of: (Int, (BuildPlan, [Diagnostic])).self) { group in
      for (index, chapter) in book.chapters.enumerated() {
        group.addTask { (index, plan(chapter, book.settings)) }
      }
      var plans: [Int: (BuildPlan, [Diagnostic])] = [:]
      for await (index, plan) in group {
        plans[index] = plan
        display.advance()
      }
      return book.chapters.indices.compactMap { plans[$0] }
    }
  }

  /// The settings of the book, and the plans of the chapters that `chapters` names, or of all if it is empty. Throws
  /// `ExitCode.invalidInput` if the input is invalid.
  func plans(of chapters: [String] = []) async throws -> (settings: BookSettings, plans: [BuildPlan]) {
    let reading = folder.read()
    var plans: [(BuildPlan, [Diagnostic])] = []
    if let book = reading.book { plans = await self.plans(of: try choose(chapters, from: book)) }
    let diagnostics = reading.diagnostics + plans.flatMap(\.1)
    printer.show(diagnostics)
    guard let settings = reading.book?.settings, !diagnostics.hasErrors else {
      throw ExitCode.invalidInput
    }
    return (settings, plans.map(\.0))
  }

  /// The book with only the chapters that `names` names; the whole book if `names` is empty.
  func choose(_ names: [String], from book: Book) throws -> Book {
    if names.isEmpty { return book }
    let all = ChapterNames(paths: book.chapters.map(\.path))
    let chosen = Set(try names.flatMap(all.paths(matching:)))
    return Book(settings: book.settings, chapters: book.chapters.filter { chosen.contains($0.path) })
  }

  /// The plan of `chapter`, and its problems.
  func plan(_ chapter: Chapter, _ settings: BookSettings) -> (BuildPlan, [Diagnostic]) {
    session.last("plan \(chapter.path)", from: PlanInput(chapter: chapter, settings: settings)) {
      let parts = [chapter.path, chapter.text] + settings.modules + ["products"] + settings.products
      if let plan = cache?.value("plan", of: parts, as: BuildPlan.self) { return (plan, []) }
      let (plan, diagnostics) = Planner.plan(chapter, settings: settings, session: session)
      // A plan with diagnostics is not kept, so that they are reported every time.
      if diagnostics.isEmpty { cache?.keep(plan, "plan", of: parts) }
      return (plan, diagnostics)
    }
  }

  /// The verdicts on `chapter`.
  func report(on chapter: Chapter, _ plan: BuildPlan, _ record: RunRecord, _ live: LiveModule?)
    -> ChapterReport
  {
    let input = ReportInput(chapter: chapter, plan: plan, record: record, live: live)
    return session.last("report \(chapter.path)", from: input) {
      Examiner.report(on: chapter, plan: plan, record: record, live: live, cache: cache)
    }
  }

  private struct PlanInput: Equatable {
    var chapter: Chapter
    var settings: BookSettings
  }

  private struct ReportInput: Equatable {
    var chapter: Chapter
    var plan: BuildPlan
    var record: RunRecord
    var live: LiveModule?
  }
}

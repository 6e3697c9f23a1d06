import Book
import Checks
import Foundation
import Plan
import Runner
import Site

extension Workshop {
  /// What the site needs beside results, found while chapters run.
  ///
  /// - Parameter setsAhead: Whether the pages of chapters that need not run are set meanwhile, too, when a core would
  ///   have nothing to do otherwise.
  func materials(
    for book: Book, _ plans: [BuildPlan], _ runner: ChapterRunner, setsAhead: Bool
  ) async -> Result<SiteMaterials, any Error> {
    do {
      let materials = try await siteBuilder.materials(for: book)
      if setsAhead { setAhead(book, plans, runner, materials) }
      return .success(materials)
    } catch {
      return .failure(error)
    }
  }

  private func setAhead(
    _ book: Book, _ plans: [BuildPlan], _ runner: ChapterRunner, _ materials: SiteMaterials
  ) {
    let records: [RunRecord?] = plans.map { $0.isEmpty ? RunRecord() : runner.keptRecord(of: $0) }
    let known = records.indices.filter { records[$0] != nil }
    let running = records.count - known.count
    guard running > 0, running < ProcessInfo.processInfo.activeProcessorCount else { return }
    let results = book.chapters.indices.map { number -> ChapterResult in
      let (chapter, plan) = (book.chapters[number], plans[number])
      if let record = records[number] {
        let report = shelf.report(on: chapter, plan: plan, record: record, cache: cache)
        return ChapterResult(chapter: chapter, plan: plan, record: record, report: report)
      }
      // Only its figures are counted: most edits leave their number as it is.
      return ChapterResult(
        chapter: chapter, plan: plan, record: runner.lastRecord(of: plan) ?? RunRecord(),
        report: ChapterReport(path: chapter.path, title: chapter.title))
    }
    siteBuilder.setAhead(results, at: known, settings: book.settings, materials: materials)
  }
}
